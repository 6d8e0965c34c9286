import type { Confidence, EdgeType } from '../../model/edge.ts';
import type { Grouping, Picture, PictureNode } from '../../model/picture.ts';
import type { EstateView } from '../view.ts';
import { cellsOf, type Cell, type Cells } from './cells.ts';
import { pieces, type Piece } from './picture-pieces.ts';
import { linesBetween } from './picture-edges.ts';
import { chosenLines, pictureLine } from './picture-lines.ts';
import { neighbours } from './neighbours.ts';
import { serviceGraph } from './service-graph.ts';
import type { Services } from './services.ts';

export interface PictureOptions {
  readonly by: Grouping;
  /** Services that are opened: their resources take their place. */
  readonly open: readonly string[];
  /** Resources that are shown by themselves, whether their service is open or not. */
  readonly shown: readonly string[];
  /** Only what is around these; everything if both are empty. */
  readonly around: { readonly services: readonly string[]; readonly resources: readonly string[]; readonly depth: number };
  /** Kinds of edge, and how sure they must be; all if empty. */
  readonly types: readonly EdgeType[];
  readonly confidences: readonly Confidence[];
  /** Most nodes and most lines. */
  readonly nodes: number;
  readonly lines: number;
}

export interface Pictured {
  readonly picture: Picture;
  /** Ordinals of the resources that each node stands for, and that each box holds. */
  readonly members: ReadonlyMap<string, readonly number[]>;
}

/** Part of the room that resources around a resource have, the nearest first; those farther away are gathered by service. */
const nearPart = 0.2;

/** The estate as people can look at it: services, opened where that is asked for, and never more than can be moved about. */
export function picture(view: EstateView, services: Services, options: PictureOptions): Pictured {
  const { by, nodes: most, lines } = options;
  const cells = cellsOf(view, services, by);
  const scope = scopeOf(view, services, options);
  const open = new Set(options.open);
  const shown = new Set([...options.shown, ...scope.nearest].flatMap((id) => view.adjacency.ordinal.get(id) ?? []));
  const made = pieces(view, { cells, inside: insideOf(cells, scope), open, shown, most });
  const collected = linesBetween(view, made, { cells, partial: scope.resources !== undefined, types: options.types, confidences: options.confidences });
  const marked = new Set(made.pieces.flatMap(({ node: { resource } }, place) => (resource !== undefined && shown.has(view.adjacency.ordinal.get(resource) ?? -1) ? [place] : [])));
  const chosen = chosenLines(collected, { marked, most: lines });
  const groups = by === 'none' ? [] : cells.groups.filter((group) => made.pieces.some(({ node }) => node.group === group));
  return {
    picture: {
      by,
      groups: groups.map((id) => ({ id, name: by === 'vpc' ? (view.resource(id)?.name ?? '') : '', resources: cells.list.reduce((sum, cell) => sum + (cell.group === id ? cell.resources.length : 0), 0) })),
      boxes: [...made.boxes],
      nodes: made.pieces.map(({ node }) => node),
      lines: chosen.map((line) => pictureLine(line, (place) => made.pieces[place]?.node.id ?? '')),
      omitted: { ...omitted(made.pieces), lines: collected.length - chosen.length },
      total: { services: services.all.filter((service) => service.resources.length > 0).length, resources: view.adjacency.ids.length, edges: view.adjacency.types.length },
    },
    members: new Map([
      ...made.boxes.map(({ id }) => [id, made.pieces.flatMap(({ node, members }) => (node.box === id ? members : []))] as const),
      ...made.pieces.map(({ node, members }) => [node.id, members] as const),
    ]),
  };
}

function omitted(all: readonly Piece[]): { readonly services: number; readonly resources: number } {
  const rest = all.filter(({ node }) => node.what === 'rest');
  const sum = (of: (node: PictureNode) => number): number => rest.reduce((total, { node }) => total + of(node), 0);
  return { services: sum(({ services = 0 }) => services), resources: sum(({ services, resources }) => (services === undefined ? resources : 0)) };
}

interface Scope {
  /** Undefined for all. */
  readonly services?: ReadonlySet<string>;
  readonly resources?: ReadonlySet<number>;
  readonly nearest: readonly string[];
}

function scopeOf(view: EstateView, services: Services, { around, types, nodes }: PictureOptions): Scope {
  if (around.resources.length > 0) {
    const near = [...neighbours(view, around.resources, { depth: around.depth, types, limit: 2000 }).distance.keys()];
    return { resources: new Set(near.flatMap((id) => view.adjacency.ordinal.get(id) ?? [])), nearest: near.slice(0, Math.floor(nodes * nearPart)) };
  }
  if (around.services.length === 0) return { nearest: [] };
  const graph = serviceGraph(view, services);
  const inside = new Set(around.services.filter((id) => graph.has(id)));
  let wave = [...inside];
  for (let step = 0; step < around.depth; step++) {
    wave = [...new Set(wave.flatMap((id) => graph.around(id)))].filter((id) => !inside.has(id));
    for (const id of wave) inside.add(id);
  }
  return { services: inside, nearest: [] };
}

/** Resources of a cell that are in the picture. */
function insideOf({ list }: Cells, { services, resources }: Scope): (place: number) => readonly number[] {
  return (place) => {
    const { service, resources: all } = list[place] as Cell;
    if (resources !== undefined) return all.filter((node) => resources.has(node));
    return services === undefined || services.has(service) ? all : [];
  };
}
