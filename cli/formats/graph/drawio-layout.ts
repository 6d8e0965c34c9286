import { csrOfLists } from '../../../graph/csr.ts';
import { dependencyLevels } from '../../../graph/queries/dependency-levels.ts';
import type { GraphEdge, GraphNode } from '../../../model/graph-document.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A service with its resources in a grid. */
export interface Frame extends Box {
  readonly service: string;
  /** Places within the frame. */
  readonly nodes: readonly (Box & { readonly node: GraphNode })[];
}

const node = { width: 180, height: 50 };
const gap = { x: 30, y: 24 };
const frame = { head: 30, pad: 20 };
/** Between columns there must be room for edges and their labels. */
const between = { x: 160, y: 50 };
const tallest = 2400;

/** Services in columns: what a service needs stands to the right of it. At the level of services each is a frame of one node. */
export function layout(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Frame[] {
  const members = Map.groupBy(nodes, ({ service }) => service);
  const services = [...members.keys()];
  const placed: Frame[] = [];
  let x = 0;
  for (const column of columns(services, nodes, edges)) {
    let y = 0;
    let width = 0;
    for (const service of column) {
      const made = frameOf(service, members.get(service) ?? []);
      if (y > 0 && y + made.height > tallest) {
        x += width + between.x / 2;
        y = 0;
        width = 0;
      }
      placed.push({ ...made, x, y });
      y += made.height + between.y;
      width = Math.max(width, made.width);
    }
    x += width + between.x;
  }
  return placed;
}

/** Services by level, those that nothing needs first. */
function columns(services: readonly string[], nodes: readonly GraphNode[], edges: readonly GraphEdge[]): string[][] {
  const place = new Map(services.map((service, index) => [service, index]));
  const serviceOf = new Map(nodes.map(({ id, service }) => [id, place.get(service) ?? 0]));
  const needs = services.map(() => new Set<number>());
  for (const { from, to } of edges) {
    const [a, b] = [serviceOf.get(from) ?? 0, serviceOf.get(to) ?? 0];
    if (a !== b) needs[a]?.add(b);
  }
  const levels = dependencyLevels(csrOfLists(needs.map((set) => [...set].sort((a, b) => a - b))));
  return levels.map((groups) => groups.flat().sort((a, b) => a - b).map((index) => services[index] ?? '')).reverse();
}

function frameOf(service: string, members: readonly GraphNode[]): Frame {
  const perRow = Math.max(1, Math.ceil(Math.sqrt(members.length / 2)));
  const rows = Math.ceil(members.length / perRow);
  return {
    service, x: 0, y: 0,
    width: 2 * frame.pad + perRow * node.width + (perRow - 1) * gap.x,
    height: frame.head + 2 * frame.pad + rows * node.height + (rows - 1) * gap.y,
    nodes: members.map((each, index) => ({
      node: each, ...node,
      x: frame.pad + (index % perRow) * (node.width + gap.x),
      y: frame.head + frame.pad + Math.floor(index / perRow) * (node.height + gap.y),
    })),
  };
}
