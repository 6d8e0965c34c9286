import { lineStarts, positionAt } from '../../../model/position.ts';
import type { Reading, Sighting } from '../language.ts';
import { lexicon } from '../lexicon.ts';
import { syntaxOf, visitAt, type Tree } from './node.ts';

export interface Lost {
  readonly sightings: readonly Sighting[];
  readonly problem: Reading['problem'];
}

/** Meanings whose text has been looked at. */
const read: ReadonlySet<string> = new Set(['text', 'joined', 'pattern', 'comment']);
const before = 1_000;
const after = 4_000;

/** What stands in parts of a text that its grammar could not make sense of, searched without syntax. Undefined if nothing does. */
export function lostIn(tree: Tree, offsets: readonly number[]): Lost | undefined {
  const broken = new Set<number>();
  const seen = new Set<number>();
  const mark = (set: Set<number>, from: number, to: number): void => {
    for (let index = firstFrom(offsets, from); index < offsets.length && (offsets[index] ?? to) < to; index += 1) set.add(offsets[index] ?? 0);
  };
  visitAt(tree.root, offsets, (node) => {
    if (node.type === 'ERROR') mark(broken, node.from, node.to);
    else if (read.has(syntaxOf(node)?.is ?? '') && node.parent !== undefined) mark(seen, node.from, node.to);
  });
  const lost = offsets.filter((offset) => broken.has(offset) && !seen.has(offset));
  const sightings = lost.flatMap((offset) => plainAt(tree.text, offset));
  if (sightings.length === 0) return undefined;
  const { line } = positionAt(lineStarts(tree.text), sightings[0]?.from ?? 0);
  return { sightings, problem: { reason: 'unparsable', message: `A part of it around line ${line} could not be parsed; that part was searched without its syntax.` } };
}

function firstFrom(offsets: readonly number[], from: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What stands around an offset in its line. */
function plainAt(text: string, offset: number): Sighting[] {
  const from = Math.max(text.lastIndexOf('\n', offset) + 1, offset - before);
  const next = text.indexOf('\n', offset);
  const line = text.slice(from, Math.min(next === -1 ? text.length : next, offset + after));
  return lexicon.classify(line).filter((match) => from + match.from <= offset && offset < from + match.to).map(({ form, text: found, regions, from: start, to }) => ({
    form, role: 'value', text: found, regions, from: from + start, to: from + to,
  }));
}
