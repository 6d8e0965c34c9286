import { bothWays, csrOf, sizeOf, type Csr } from '../csr.ts';
import type { Components } from './strongly-connected.ts';

/** Most rounds of moving nodes at one level, and levels: both end much earlier by themselves. */
const mostRounds = 20;
const mostLevels = 12;

interface Weighted {
  readonly graph: Csr;
  /** Weight of each edge of the graph, by its place. */
  readonly weights: Float64Array;
}

/**
 * Groups of nodes that are connected more densely with each other than with the rest, whichever way edges point: the Louvain method
 * (Blondel and others, 2008, arxiv.org/abs/0803.0476) in flat arrays. Nodes move in the order of their ordinals and ties go to the lower
 * group, so that the same graph gives the same groups. Groups are numbered by their first member.
 */
export function communities(graph: Csr): Components {
  const nodes = sizeOf(graph);
  const both = bothWays(graph);
  let level: Weighted = { graph: both, weights: new Float64Array(both.targets.length).fill(1) };
  let of = Uint32Array.from({ length: nodes }, (_, node) => node);
  for (let depth = 0; depth < mostLevels; depth++) {
    const moved = moveNodes(level);
    of = of.map((group) => moved.of[group] ?? 0);
    if (moved.count === sizeOf(level.graph)) break;
    level = condensed(level, moved);
  }
  return renumbered(of);
}

/** Moves each node to the neighbouring group that gains most modularity, until nothing gains any more. */
function moveNodes({ graph: { offsets, targets }, weights }: Weighted): Components {
  const nodes = offsets.length - 1;
  const group = Uint32Array.from({ length: nodes }, (_, node) => node);
  const degree = new Float64Array(nodes);
  for (let node = 0; node < nodes; node++) for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) degree[node] = (degree[node] ?? 0) + (weights[at] ?? 0);
  const total = degree.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return renumbered(group);
  const sums = degree.slice();
  /** Weight of the edges from the node in hand to each group; zero outside of `near`. */
  const links = new Float64Array(nodes);
  const near: number[] = [];

  const bestFor = (node: number): number => {
    near.length = 0;
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
      const other = targets[at] ?? 0;
      if (other === node) continue;
      const its = group[other] ?? 0;
      if (links[its] === 0) near.push(its);
      links[its] = (links[its] ?? 0) + (weights[at] ?? 0);
    }
    const own = group[node] ?? 0;
    const share = (degree[node] ?? 0) / total;
    sums[own] = (sums[own] ?? 0) - (degree[node] ?? 0);
    let best = own;
    let gain = (links[own] ?? 0) - (sums[own] ?? 0) * share;
    for (const candidate of near) {
      const its = (links[candidate] ?? 0) - (sums[candidate] ?? 0) * share;
      if (its > gain + 1e-9 || (its > gain - 1e-9 && candidate < best && best !== own)) [best, gain] = [candidate, its];
    }
    for (const candidate of near) links[candidate] = 0;
    sums[best] = (sums[best] ?? 0) + (degree[node] ?? 0);
    return best;
  };

  for (let round = 0, moved = true; moved && round < mostRounds; round++) {
    moved = false;
    for (let node = 0; node < nodes; node++) {
      const best = bestFor(node);
      if (best === group[node]) continue;
      group[node] = best;
      moved = true;
    }
  }
  return renumbered(group);
}

/** Groups as nodes, with the weights between them summed up and those within as loops. */
function condensed({ graph: { offsets, targets }, weights }: Weighted, { count, of }: Components): Weighted {
  const members = csrOf({ nodes: count, from: of, to: Uint32Array.from(of.keys()) });
  /** Weight from the group in hand to each other; zero outside of `near`. */
  const sums = new Float64Array(count);
  const ends: { readonly from: number[]; readonly to: number[]; readonly weights: number[] } = { from: [], to: [], weights: [] };
  for (let group = 0; group < count; group++) {
    const near: number[] = [];
    for (const node of members.targets.subarray(members.offsets[group], members.offsets[group + 1])) {
      for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
        const other = of[targets[at] ?? 0] ?? 0;
        if (sums[other] === 0) near.push(other);
        sums[other] = (sums[other] ?? 0) + (weights[at] ?? 0);
      }
    }
    for (const other of near.sort((a, b) => a - b)) {
      ends.from.push(group);
      ends.to.push(other);
      ends.weights.push(sums[other] ?? 0);
      sums[other] = 0;
    }
  }
  // Groups come in order, so that places of the graph are places of the weights.
  return { graph: csrOf({ nodes: count, from: Uint32Array.from(ends.from), to: Uint32Array.from(ends.to) }), weights: Float64Array.from(ends.weights) };
}

function renumbered(groups: Uint32Array): Components {
  const numbers = new Map<number, number>();
  const of = groups.map((group) => {
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  });
  return { count: numbers.size, of };
}
