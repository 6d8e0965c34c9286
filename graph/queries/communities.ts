import { bothWays, csrOf, sizeOf, type Csr } from '../csr.ts';
import type { Components } from './strongly-connected.ts';

/** Most rounds of moving nodes at one level, and levels: both end much earlier by themselves. */
const mostRounds = 20;
const mostLevels = 12;
/** A round that moves fewer than one node of so many is the last: the larger a graph, the longer a few nodes go on moving, which hardly changes the groups. */
const restless = 1_000;

interface Weighted {
  readonly graph: Csr;
  /** Weight of each edge of the graph, by its place: how many edges it stands for. */
  readonly weights: Uint32Array;
}

/**
 * Groups of nodes that are connected more densely with each other than with the rest, whichever way edges point: the Louvain method
 * (Blondel and others, 2008, arxiv.org/abs/0803.0476) in flat arrays. Nodes move in the order of their ordinals and ties go to the lower
 * group, so that the same graph gives the same groups. Groups are numbered by their first member.
 */
export function communities(graph: Csr): Components {
  const nodes = sizeOf(graph);
  const both = bothWays(graph);
  let level: Weighted = { graph: both, weights: new Uint32Array(both.targets.length).fill(1) };
  const of = places(nodes);
  for (let depth = 0; depth < mostLevels; depth++) {
    const moved = moveNodes(level);
    for (let node = 0; node < nodes; node++) of[node] = moved.of[of[node] ?? 0] ?? 0;
    if (moved.count === sizeOf(level.graph)) break;
    level = condensed(level, moved);
  }
  return renumbered(of);
}

/** Nodes with so few neighbours look for a group among those of the neighbours before it; that is faster than a place for every group. */
const few = 24;

/** Moves each node to the neighbouring group that gains most modularity, until nothing gains any more. */
function moveNodes({ graph: { offsets, targets }, weights }: Weighted): Components {
  const nodes = offsets.length - 1;
  const group = places(nodes);
  const degree = new Uint32Array(nodes);
  let total = 0;
  for (let node = 0; node < nodes; node++) {
    let sum = 0;
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) sum += weights[at] ?? 0;
    degree[node] = sum;
    total += sum;
  }
  if (total === 0) return renumbered(group);
  const sums = degree.slice();
  const near = nearGroups({ offsets, targets }, weights, group);

  const bestFor = (node: number): number => {
    near.find(node);
    const own = group[node] ?? 0;
    const its = degree[node] ?? 0;
    const share = its / total;
    const around = (sums[own] = (sums[own] ?? 0) - its);
    let best = own;
    let gain = near.linksTo(own) - around * share;
    for (let at = 0; at < near.count; at++) {
      const candidate = near.groups[at] ?? 0;
      const offered = (near.links[at] ?? 0) - (sums[candidate] ?? 0) * share;
      if (offered > gain + 1e-9 || (offered > gain - 1e-9 && candidate < best && best !== own)) {
        best = candidate;
        gain = offered;
      }
    }
    sums[best] = (sums[best] ?? 0) + its;
    return best;
  };

  for (let round = 0, moved = nodes; moved > 0 && moved * restless >= nodes && round < mostRounds; round++) {
    moved = 0;
    for (let node = 0; node < nodes; node++) {
      const best = bestFor(node);
      if (best === group[node]) continue;
      group[node] = best;
      moved++;
    }
  }
  return renumbered(group);
}

/** The groups around a node, each once, in the order in which its edges lead to them. */
interface NearGroups {
  count: number;
  readonly groups: Uint32Array;
  /** Weight of the node's edges to each of them. */
  readonly links: Uint32Array;
  find(node: number): void;
  linksTo(group: number): number;
}

function nearGroups({ offsets, targets }: Pick<Csr, 'offsets' | 'targets'>, weights: Uint32Array, group: Uint32Array): NearGroups {
  const nodes = offsets.length - 1;
  let most = 0;
  for (let node = 0; node < nodes; node++) most = Math.max(most, (offsets[node + 1] ?? 0) - (offsets[node] ?? 0));
  const groups = new Uint32Array(most);
  const links = new Uint32Array(most);
  /** Place of each group among those of a node with many neighbours, plus one. */
  const places = new Uint32Array(nodes);
  const placeOf = (its: number): number => {
    for (let at = 0; at < near.count; at++) if (groups[at] === its) return at;
    return -1;
  };
  const near: NearGroups = {
    count: 0, groups, links,
    find(node) {
      const start = offsets[node] ?? 0;
      const end = offsets[node + 1] ?? 0;
      const isFew = end - start <= few;
      near.count = 0;
      for (let edge = start; edge < end; edge++) {
        const other = targets[edge] ?? 0;
        if (other === node) continue;
        const its = group[other] ?? 0;
        const known = isFew ? placeOf(its) : (places[its] ?? 0) - 1;
        if (known >= 0) links[known] = (links[known] ?? 0) + (weights[edge] ?? 0);
        else {
          groups[near.count] = its;
          links[near.count++] = weights[edge] ?? 0;
          if (!isFew) places[its] = near.count;
        }
      }
      if (!isFew) for (let at = 0; at < near.count; at++) places[groups[at] ?? 0] = 0;
    },
    linksTo(its) {
      const at = placeOf(its);
      return at === -1 ? 0 : (links[at] ?? 0);
    },
  };
  return near;
}

function places(count: number): Uint32Array {
  const all = new Uint32Array(count);
  for (let at = 0; at < count; at++) all[at] = at;
  return all;
}

/** Groups as nodes, with the weights between them summed up and those within as loops. */
function condensed({ graph: { offsets, targets }, weights }: Weighted, { count, of }: Components): Weighted {
  const members = csrOf({ nodes: count, from: of, to: places(of.length) });
  /** Weight from the group in hand to each other; zero outside of `near`. */
  const sums = new Uint32Array(count);
  const from = new Uint32Array(targets.length);
  const to = new Uint32Array(targets.length);
  const between = new Uint32Array(targets.length);
  let length = 0;
  for (let group = 0; group < count; group++) {
    const first = length;
    for (let member = members.offsets[group] ?? 0; member < (members.offsets[group + 1] ?? 0); member++) {
      const node = members.targets[member] ?? 0;
      for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
        const other = of[targets[at] ?? 0] ?? 0;
        if (sums[other] === 0) to[length++] = other;
        sums[other] = (sums[other] ?? 0) + (weights[at] ?? 0);
      }
    }
    to.subarray(first, length).sort();
    for (let at = first; at < length; at++) {
      const other = to[at] ?? 0;
      from[at] = group;
      between[at] = sums[other] ?? 0;
      sums[other] = 0;
    }
  }
  // Groups come in order, so that places of the graph are places of the weights.
  return { graph: csrOf({ nodes: count, from: from.subarray(0, length), to: to.subarray(0, length) }), weights: between.subarray(0, length) };
}

/** The same groups, numbered by their first member. */
function renumbered(groups: Uint32Array): Components {
  /** New number of each, plus one. */
  const numbers = new Uint32Array(groups.length);
  const of = new Uint32Array(groups.length);
  let count = 0;
  for (let node = 0; node < groups.length; node++) {
    const group = groups[node] ?? 0;
    of[node] = (numbers[group] ||= ++count) - 1;
  }
  return { count, of };
}
