import type { FrontEnd, Project, Reading, SourceText } from '../language.ts';
import { lexicon } from '../lexicon.ts';
import { plainReading } from '../plain-text.ts';
import { suppressionWord } from '../suppression.ts';
import { commentTest } from './comments.ts';
import { followImports, followNames, type Pending } from './follow.ts';
import { readTree } from './reader.ts';
import { scriptsOf } from './scripts.ts';
import { parse } from './tree.ts';
import { uncommented } from './uncommented.ts';

/** Reads TypeScript and JavaScript by syntax tree, without types and without loading what is imported from packages. */
export function typescriptFrontEnd(project: Project): FrontEnd {
  const waiting = new Map<string, { readonly source: SourceText; readonly pending: readonly Pending[] }>();

  function readProgram(source: SourceText): Reading {
    if (isOnlyMentioned(source)) return { sightings: [], isInComment: () => false };
    const tree = parse(source);
    const { done, pending } = followNames(readTree(tree), tree, source.path);
    if (pending.length > 0) waiting.set(source.absolutePath, { source, pending });
    return { sightings: done, isInComment: commentTest(tree) };
  }

  return {
    read(source) {
      try {
        return isComponent(source) ? readComponent(source, readProgram) : readProgram(source);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        return plainReading(source, 'It is nested too deeply to be parsed; its text was searched without its syntax.');
      }
    },
    waits: (absolutePath) => waiting.has(absolutePath),
    rest: (mentioning) => (waiting.size === 0 ? [] : followImports(waiting, mentioning, project)),
  };
}

/** Whether everything of interest stands in comments, so that the program need not be parsed: of declarations nearly all does. */
function isOnlyMentioned({ text, path }: SourceText): boolean {
  if (text.includes(suppressionWord)) return false;
  const program = uncommented(text, !/\.[cm]?ts$/.test(path));
  return program !== undefined && lexicon.candidates(program).length === 0;
}

function isComponent({ language }: SourceText): boolean {
  return language === 'vue' || language === 'svelte' || language === 'astro';
}

/** The scripts by tree; the markup around them is not understood, and says so where it mentions a region. */
function readComponent(source: SourceText, readProgram: (source: SourceText) => Reading): Reading {
  const script = scriptsOf(source.text, source.language);
  const reading = readProgram({ ...source, text: script });
  const markup = plainReading({ ...source, text: outside(source.text, script) }, '').sightings;
  if (markup.length === 0) return reading;
  return { ...reading, problem: { reason: 'unsupported', message: `Only its scripts were read; the markup mentions ${markup[0]?.text ?? 'a region'}.` } };
}

function outside(text: string, script: string): string {
  let rest = '';
  for (let index = 0; index < text.length; index += 1) rest += script.charAt(index) === text.charAt(index) ? (text.charAt(index) === '\n' ? '\n' : ' ') : text.charAt(index);
  return rest;
}
