import { edgeTypeNames, type Confidence, type EdgeType } from '../../model/edge.ts';
import type { PictureLine } from '../../model/picture.ts';
import { sourceLabel } from '../../model/source.ts';
import { confidences, farther, type Far } from './cells.ts';
import type { Edge } from '../estate.ts';

interface Draft {
  readonly from: number;
  readonly to: number;
  count: number;
  /** By type and confidence: type × 3 + confidence. */
  readonly codes: Map<number, number>;
  far: Far | undefined;
  readonly how: string[];
}

/** Some edges of one kind, equally sure. */
export interface Bunch {
  readonly type: number;
  readonly confidence: number;
  readonly count: number;
  readonly far: Far | undefined;
  /** The edge, where it is a single one whose proofs are to be told. */
  readonly edge?: Edge | undefined;
}

const mostProofs = 6;

/** Adds edges up to lines between the nodes of a picture, which are told by number. */
export function lineCollector(): { add(from: number, to: number, bunch: Bunch): void; drafts(): readonly Draft[] } {
  const lines = new Map<number, Draft>();
  return {
    add(from, to, { type, confidence, count, far, edge }) {
      if (from === to) return;
      const key = from * 65_536 + to;
      const line = lines.get(key) ?? { from, to, count: 0, codes: new Map<number, number>(), far: undefined, how: [] };
      if (line.count === 0) lines.set(key, line);
      line.count += count;
      const code = type * confidences.length + confidence;
      line.codes.set(code, (line.codes.get(code) ?? 0) + count);
      if (far !== undefined) line.far = farther(line.far, far);
      for (const { how, source } of edge?.evidence ?? []) if (line.how.length < mostProofs) line.how.push(`${how}, ${sourceLabel(source)}`);
    },
    drafts: () => [...lines.values()],
  };
}

/** The lines for which there is room: those of marked nodes, the heaviest of each node, and then the heaviest of all. In canonical order. */
export function chosenLines(drafts: readonly Draft[], { marked, most }: { readonly marked: ReadonlySet<number>; readonly most: number }): readonly Draft[] {
  if (drafts.length <= most) return sorted(drafts);
  const heaviest = drafts.toSorted((a, b) => b.count - a.count || a.from - b.from || a.to - b.to);
  const first = new Map<number, Draft>();
  for (const line of heaviest) for (const node of [line.from, line.to]) if (!first.has(node)) first.set(node, line);
  const chosen = new Set([...heaviest.filter(({ from, to }) => marked.has(from) || marked.has(to)), ...new Set(first.values()), ...heaviest]);
  return sorted([...chosen].slice(0, most));
}

const sorted = (drafts: readonly Draft[]): readonly Draft[] => drafts.toSorted((a, b) => a.from - b.from || a.to - b.to);

export function pictureLine({ from, to, count, codes, far, how }: Draft, idOf: (node: number) => string): PictureLine {
  return {
    from: idOf(from),
    to: idOf(to),
    count,
    types: summed<EdgeType>(codes, edgeTypeNames, (code) => Math.floor(code / confidences.length)),
    confidences: summed<Confidence>(codes, confidences, (code) => code % confidences.length),
    ...(how.length === 0 ? {} : { how }),
    ...(far === undefined ? {} : { crossing: { count: far.count, from: far.from, to: far.to, basis: far.basis, ...(far.ms === undefined ? {} : { ms: far.ms }) } }),
  };
}

function summed<T extends string>(codes: ReadonlyMap<number, number>, names: readonly T[], placeOf: (code: number) => number): Partial<Record<T, number>> {
  const sums = new Map<number, number>();
  for (const [code, count] of codes) sums.set(placeOf(code), (sums.get(placeOf(code)) ?? 0) + count);
  return Object.fromEntries([...sums].sort(([a], [b]) => a - b).map(([place, count]) => [names[place] ?? '', count])) as Partial<Record<T, number>>;
}
