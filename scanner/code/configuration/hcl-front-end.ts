import type { FrontEnd, Reading, SourceText } from '../language.ts';
import type { Node, Tree } from '../tree/node.ts';
import { childrenOf } from '../tree/node.ts';
import { treeParser } from '../tree/runtime.ts';
import { linesOf, outsideScalars, readingOf } from './document.ts';
import { bodyOf } from './hcl.ts';
import type { DataNode } from './node.ts';

const broken = 'A part of it could not be parsed; what stands in that part may be missing.';

/** Reads Terraform, OpenTofu and Terragrunt. */
export async function hclFrontEnd(): Promise<() => FrontEnd> {
  const parser = await treeParser({ wasm: 'tree-sitter-terraform.wasm', shapes: {} });

  function read(source: SourceText): Reading {
    const tree = parser.parse(source.text);
    if (tree === undefined) return linesOf(source, 'It is beyond the parser; its lines were read without their structure.');
    try {
      const roots = rootsOf(tree);
      return readingOf(source, { roots, isInComment: outsideScalars(roots, source.text), ...(tree.hasError ? { problem: broken } : {}) });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return linesOf(source, 'It is nested too deeply to be parsed; its lines were read without their structure.');
    } finally {
      tree.close();
    }
  }

  return () => ({ read });
}

function rootsOf({ root }: Tree): DataNode[] {
  const bodies: Node[] = childrenOf(root).filter(({ type }) => type === 'body' || type === 'ERROR');
  return bodies.map(bodyOf);
}
