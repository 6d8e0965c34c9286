import type { FrontEnd, Reading, SourceText } from '../language.ts';
import { treeParser } from '../tree/runtime.ts';
import { linesOf, outsideScalars, readingOf } from './document.ts';
import { documentOf } from './toml.ts';

/** Reads TOML. */
export async function tomlFrontEnd(): Promise<() => FrontEnd> {
  const parser = await treeParser({ wasm: 'tree-sitter-toml.wasm', shapes: {} });

  function read(source: SourceText): Reading {
    const tree = parser.parse(source.text);
    if (tree === undefined || tree.hasError) {
      tree?.close();
      return linesOf(source, 'It is not valid TOML; its lines were read without their structure.');
    }
    try {
      const roots = [documentOf(tree.root)];
      return readingOf(source, { roots, isInComment: outsideScalars(roots, source.text) });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return linesOf(source, 'It is nested too deeply to be parsed; its lines were read without their structure.');
    } finally {
      tree.close();
    }
  }

  return () => ({ read });
}
