import type { FrontEnd, Reading, SourceText } from '../language.ts';
import type { Node, Tree } from '../tree/node.ts';
import { childrenOf } from '../tree/node.ts';
import { treeParser } from '../tree/runtime.ts';
import { linesOf, outsideScalars, readingOf } from './document.ts';
import { bodyOf } from './hcl.ts';
import type { DataNode } from './node.ts';

const broken = 'A part of it could not be parsed; what stands in that part may be missing.';

/** Values that a generator fills in where no quotes are around them. */
const filled = /(?<=[=[(,:][ \t]{0,20})\$\{[^{}"\n]{0,200}\}(?=[ \t]{0,20}(?:[\],)\n\r]|$))/g;

/** Reads Terraform, OpenTofu and Terragrunt. */
export async function hclFrontEnd(): Promise<() => FrontEnd> {
  const parser = await treeParser({ wasm: 'tree-sitter-terraform.wasm', shapes: {} });

  function read(source: SourceText): Reading {
    const tree = parser.parse(source.text.includes('${') ? source.text.replace(filled, (found) => 'v'.repeat(found.length)) : source.text);
    if (tree === undefined) return linesOf(source, 'It is beyond the parser; its lines were read without their structure.');
    try {
      const roots = rootsOf(tree);
      return readingOf(source, { roots, isInComment: outsideScalars(roots, source.text), ...(tree.hasError ? { problem: broken, brokenFrom: firstError(tree) } : {}) });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return linesOf(source, 'It is nested too deeply to be parsed; its lines were read without their structure.');
    } finally {
      tree.close();
    }
  }

  return () => ({ read });
}

/** Where the first part begins that could not be parsed. */
function firstError({ root, text }: Tree): number {
  let first = text.length;
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'ERROR') first = Math.min(first, node.from);
    else if (node.from < first) open.push(...childrenOf(node));
  }
  return first;
}

function rootsOf({ root }: Tree): DataNode[] {
  const bodies: Node[] = childrenOf(root).filter(({ type }) => type === 'body' || type === 'ERROR');
  return bodies.map(bodyOf);
}
