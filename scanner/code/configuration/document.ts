import type { Reading, Sighting, SourceText, Stretch } from '../language.ts';
import { suppressionWord } from '../suppression.ts';
import { lineSightings } from './line-text.ts';
import { partsOf, type DataDocument, type DataNode } from './node.ts';
import { readData } from './reader.ts';

/** The reading of a parsed document. */
export function readingOf({ text }: SourceText, { roots, isInComment, problem, brokenFrom, nested }: DataDocument): Reading {
  const { sightings, embedded } = readData(roots, text, nested);
  if (brokenFrom !== undefined) sightings.push(...beyond(lineSightings(text), brokenFrom, [...sightings.map(({ construct, from, to }) => construct ?? { from, to }), ...embedded]));
  return { sightings, embedded, isInComment, ...(problem === undefined ? {} : { problem: { reason: 'unparsable', message: problem } }) };
}

/** Sightings behind an offset that nothing else speaks for. */
function beyond(lines: readonly Sighting[], offset: number, told: readonly Stretch[]): Sighting[] {
  const known = told.toSorted((a, b) => a.from - b.from);
  let at = 0;
  let reached = -1;
  return lines.toSorted((a, b) => a.from - b.from).filter(({ from, to }) => {
    for (let next = known[at]; next !== undefined && next.from < to; next = known[(at += 1)]) reached = Math.max(reached, next.to);
    return from >= offset && from >= reached;
  });
}

/** What is left where a file cannot be parsed: its lines. */
export function linesOf({ text }: SourceText, message: string): Reading {
  return { sightings: lineSightings(text), isInComment: (offset) => /(?:#|\/\/|\/\*|;|--|<!--)[^\n]*$/.test(text.slice(Math.max(0, offset - 300), offset)), problem: { reason: 'unparsable', message } };
}

/** Whether a word stands in a comment: it does if no scalar holds it. */
export function outsideScalars(roots: readonly DataNode[], text: string): (offset: number) => boolean {
  let inside: readonly { readonly from: number; readonly to: number }[] | undefined;
  return (offset) => {
    inside ??= scalarsWith(roots, text);
    return !inside.some(({ from, to }) => from <= offset && offset < to);
  };
}

function scalarsWith(roots: readonly DataNode[], text: string): { readonly from: number; readonly to: number }[] {
  const found: { readonly from: number; readonly to: number }[] = [];
  const open: DataNode[] = [...roots];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'text' && text.slice(node.from, node.to).includes(suppressionWord)) found.push({ from: node.from, to: node.to });
    for (const part of partsOf(node)) open.push(part);
  }
  return found;
}
