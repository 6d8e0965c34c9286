import { resourcesOf, textOf, type Report } from './report.ts';

/** The embedded part of the estate graph, with the gaps of each resource. Nodes are told by their ordinal. */
export interface GraphModel {
  readonly nodes: readonly GraphNode[];
  readonly out: readonly (readonly Link[])[];
  readonly in: readonly (readonly Link[])[];
  readonly byService: ReadonlyMap<string, readonly number[]>;
}

export interface GraphNode {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly region: string;
  readonly service: string;
  /** Verdicts, worst first. */
  readonly gaps: readonly number[];
  readonly unknowns: number;
  /** Edges that it has in the estate, of which the report may lack some. */
  readonly degree: number;
}

export interface Link {
  readonly other: number;
  readonly kind: string;
}

export function graphModel(report: Report): GraphModel | undefined {
  const graph = report.wire.graph;
  if (graph === undefined) return undefined;
  const gaps = new Map<string, number[]>();
  const unknowns = new Map<string, number>();
  for (let verdict = 0; verdict < report.size; verdict++) {
    const state = report.state[verdict];
    if (state !== 'gap' && state !== 'unknown') continue;
    for (const id of resourcesOf(report, verdict)) {
      if (state === 'unknown') unknowns.set(id, (unknowns.get(id) ?? 0) + 1);
      else gaps.set(id, [...(gaps.get(id) ?? []), verdict]);
    }
  }
  const nodes = graph.id.map((number, index) => {
    const id = textOf(report, number);
    const text = (column: readonly number[]): string => textOf(report, column[index]);
    return { id, name: text(graph.name), type: text(graph.type), region: text(graph.region), service: text(graph.service), gaps: gaps.get(id) ?? [], unknowns: unknowns.get(id) ?? 0, degree: graph.degree[index] ?? 0 };
  });
  const out: Link[][] = nodes.map(() => []);
  const inward: Link[][] = nodes.map(() => []);
  for (let at = 0; at < graph.edges.length; at += 3) {
    const [from = 0, to = 0, kind = 0] = graph.edges.slice(at, at + 3);
    out[from]?.push({ other: to, kind: textOf(report, kind) });
    inward[to]?.push({ other: from, kind: textOf(report, kind) });
  }
  const byService = new Map<string, number[]>();
  for (const [index, { service }] of nodes.entries()) byService.set(service, [...(byService.get(service) ?? []), index]);
  const linksOf = (node: number): number => (out[node]?.length ?? 0) + (inward[node]?.length ?? 0);
  for (const members of byService.values()) members.sort((a, b) => (nodes[b]?.gaps.length ?? 0) - (nodes[a]?.gaps.length ?? 0) || linksOf(b) - linksOf(a) || a - b);
  return { nodes, out, in: inward, byService };
}

export interface Seat {
  readonly node: number;
  /** 0 for the focus, +1 for what it points at, -1 for what points at it, and so on. */
  readonly level: number;
  readonly x: number;
  readonly y: number;
}

export interface Neighbourhood {
  readonly seats: readonly Seat[];
  /** Neighbours that are not shown because there are too many. */
  readonly left: number;
}

/** The focus in the middle, what points at it to the left, what it points at to the right, `hops` steps far. Edge kinds in `hidden` are not followed. */
export function neighbourhood({ nodes, out, in: inward }: GraphModel, focus: number, { hops, hidden }: { hops: number; hidden: ReadonlySet<string> }): Neighbourhood {
  const mostInLevel = 24;
  const level = new Map([[focus, 0]]);
  let left = 0;
  for (const [links, sign] of [[out, 1], [inward, -1]] as const) {
    let frontier = [focus];
    for (let hop = 1; hop <= hops; hop++) {
      const next = new Set(frontier.flatMap((node) => (links[node] ?? []).filter(({ kind }) => !hidden.has(kind)).map(({ other }) => other)).filter((node) => !level.has(node)));
      const kept = [...next].sort((a, b) => (nodes[b]?.gaps.length ?? 0) - (nodes[a]?.gaps.length ?? 0) || a - b).slice(0, mostInLevel);
      left += next.size - kept.length;
      for (const node of kept) level.set(node, sign * hop);
      frontier = kept;
    }
  }
  const byLevel = new Map<number, number[]>();
  for (const [node, at] of level) byLevel.set(at, [...(byLevel.get(at) ?? []), node]);
  const seats = [...byLevel].flatMap(([at, members]) => members.map((node, index) => seatOf(node, at, { index, size: members.length })));
  return { seats, left };
}

/** Levels of more than eight nodes stand in two staggered columns. */
export function seatOf(node: number, level: number, { index, size }: { index: number; size: number }): Seat {
  const staggered = size > 8;
  const x = level * (staggered ? 330 : 290) + (staggered ? Math.sign(level || 1) * (index % 2) * 110 : 0);
  const y = (index - (size - 1) / 2) * (staggered ? 44 : 66);
  return { node, level, x, y };
}
