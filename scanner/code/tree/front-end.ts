import type { FrontEnd, Project, Reading, SourceText } from '../language.ts';
import { lexicon } from '../lexicon.ts';
import { plainReading } from '../plain-text.ts';
import { commentTest } from './comments.ts';
import { lostIn } from './damage.ts';
import { followModules, followNames, type Pending } from './follow.ts';
import type { Grammar } from './grammar.ts';
import type { Tree } from './node.ts';
import { readTree } from './reader.ts';
import { treeParser, type TreeParser } from './runtime.ts';

/** Front-end of a language by its grammar. Where the grammar cannot be loaded, texts are searched without their syntax and say so. */
export async function treeFrontEnd(grammar: Grammar): Promise<(project: Project) => FrontEnd> {
  try {
    const parser = await treeParser(grammar);
    return (project) => frontEnd(parser, grammar, project);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return () => ({ read: (source) => unsupported(source, `Its grammar cannot be loaded (${why}); its text was searched without its syntax.`) });
  }
}

function unsupported(source: SourceText, message: string): Reading {
  return { ...plainReading(source, message), problem: { reason: 'unsupported', message } };
}

function frontEnd(parser: TreeParser, grammar: Grammar, project: Project): FrontEnd {
  const waiting = new Map<string, { readonly source: SourceText; readonly pending: readonly Pending[] }>();

  function readTreeOf(source: SourceText, tree: Tree): Reading {
    const offsets = lexicon.candidates(tree.text);
    const { done, pending } = followNames(readTree(tree, offsets, grammar), { tree, absolutePath: source.absolutePath, project, shown: source.path }, grammar);
    if (pending.length > 0) waiting.set(source.absolutePath, { source, pending });
    const lost = tree.hasError ? lostIn(tree, offsets) : undefined;
    return { sightings: [...done, ...(lost?.sightings ?? [])], isInComment: commentTest(tree), ...(lost?.problem ? { problem: lost.problem } : {}) };
  }

  return {
    read(source) {
      const program = grammar.program?.(source.text, source.path);
      const tree = parser.parse(program ?? source.text);
      if (tree === undefined) return plainReading(source, 'It takes too much effort to be parsed; its text was searched without its syntax.');
      try {
        const reading = readTreeOf(source, tree);
        return program === undefined ? reading : withMarkup(reading, source, program);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        return plainReading(source, 'It is nested too deeply to be read; its text was searched without its syntax.');
      } finally {
        tree.close();
      }
    },
    waits: (absolutePath) => waiting.has(absolutePath),
    rest: (mentioning) => (waiting.size === 0 ? [] : followModules({ waiting, mentioning, project, parser, grammar })),
  };
}

/** The text around the program is not understood, and says so where it mentions a region. */
function withMarkup(reading: Reading, source: SourceText, program: string): Reading {
  let markup = '';
  for (let index = 0; index < program.length; index += 1) markup += program.charAt(index) === source.text.charAt(index) ? (program.charAt(index) === '\n' ? '\n' : ' ') : source.text.charAt(index);
  const [first] = plainReading({ text: markup }, '').sightings;
  return first === undefined ? reading : { ...reading, problem: { reason: 'unsupported', message: `Only the program in it was read; the text around mentions ${first.text}.` } };
}
