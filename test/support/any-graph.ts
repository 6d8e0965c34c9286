import fc from 'fast-check';
import { buildEstate } from '../../graph/build.ts';
import { viewOf, type EstateView } from '../../graph/view.ts';
import { edgeTypeNames, edgeTypes, type EdgeType } from '../../model/edge.ts';
import { estateOf, resource } from './facts.ts';

export type AnyEdge = readonly [from: number, to: number, type: EdgeType];

const node = (size: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: size - 1 });

/** Kinds of edge that stay beside any other between the same resources; vague ones give way. */
const firm = edgeTypeNames.filter((type) => type !== 'refers' && type !== 'attaches');

/** Edges between a few nodes, of any kinds, loops and parallel ones among them. */
export const anyEdges = (size = 8, maxLength = 20, types: readonly EdgeType[] = firm): fc.Arbitrary<AnyEdge[]> =>
  fc.array(fc.tuple(node(size), node(size), fc.constantFrom(...types)), { maxLength });

export const idOf = (index: number): string => `t/n${index}`;

export interface AnyView {
  readonly size?: number;
  readonly regions?: readonly (string | undefined)[];
  /** Stack, and so service, of each node. */
  readonly stacks?: readonly string[];
}

/** An estate of the nodes n0, n1 … with these edges. Loops are none: the graph knows no edge of a resource to itself. */
export function viewOfEdges(edges: readonly AnyEdge[], { size = 8, regions = [], stacks = [] }: AnyView = {}): EstateView {
  const facts = Array.from({ length: size }, (_, index) => resource(idOf(index), { name: `n${index}`, region: regions.length === 0 ? 'us-east-1' : regions[index], ...(stacks[index] === undefined ? {} : { stack: stacks[index] }) }));
  const links = estateOf(...edges.map(([from, to, type]) => `n${from} ${type} n${to}`)).filter(({ type }) => type === 'reference');
  return viewOf(buildEstate([...facts, ...links]));
}

/** Pairs of who needs and what is needed, by the meaning of each kind. */
export function needPairs(edges: readonly AnyEdge[]): (readonly [number, number])[] {
  return edges.flatMap(([from, to, type]) => {
    const { dependent } = edgeTypes[type];
    if (dependent === 'none' || from === to) return [];
    return [dependent === 'from' ? ([from, to] as const) : ([to, from] as const)];
  });
}

/** Nodes that can be reached, those given included: by trying every edge until nothing is new. */
export function closure(pairs: readonly (readonly [number, number])[], start: Iterable<number>): Set<number> {
  const reached = new Set(start);
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const [a, b] of pairs) if (reached.has(a)) reached.add(b);
  }
  return reached;
}
