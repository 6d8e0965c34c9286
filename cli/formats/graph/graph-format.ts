import { verbOf } from '../../../graph/queries/graph-document.ts';
import type { Overview } from '../../../graph/queries/overview.ts';
import type { GraphDocument, GraphEdge, GraphNode } from '../../../model/graph-document.ts';
import type { RegisteredFormat, Rendered } from '../format.ts';
import type { Paint } from '../terminal.ts';

/** What a format may know beside the graph. */
export interface GraphContext {
  /** Which of the format's files is to be written, where it has several. */
  readonly part?: string | undefined;
  readonly paint: Paint;
  readonly columns: number;
  /** What stands out in the whole estate; only for formats that ask for it. */
  readonly overview?: Overview | undefined;
  /** Name of a resource for people. */
  readonly nameOf?: ((id: string) => string) | undefined;
}

/** Prints a part of the estate graph. */
export type GraphFormat<R extends Rendered = Rendered> = (document: GraphDocument, context: GraphContext) => R;

/** Some formats keep nodes and edges in files of their own. */
export interface RegisteredGraphFormat extends RegisteredFormat<GraphFormat> {
  readonly parts?: readonly string[];
  readonly overview?: true;
}

/** AWS::Lambda::Function reads Lambda Function. */
export function typeTitle({ type }: GraphNode): string {
  return type.startsWith('AWS::') ? type.slice('AWS::'.length).replaceAll('::', ' ') : type;
}

/** What stands below a node's name. */
export function nodeCaption(node: GraphNode): string {
  if (node.type === 'service') return [`${node.resources ?? 0} resources`, ...(node.regions ?? [])].join(', ');
  return [typeTitle(node), ...(node.region === undefined ? [] : [node.region])].join(', ');
}

/** reads; needs (calls 2, reads 1); with the round trip where the edge leaves its region. */
export function edgeCaption({ type, types, crossings = [] }: GraphEdge): string {
  const kinds = types === undefined ? '' : Object.entries(types).map(([kind, count]) => `${kind} ${count}`).join(', ');
  const away = crossings.map(({ from, to, ms, basis }) => `${from} → ${to}${ms === undefined ? '' : ` ${basis === 'estimated' ? '~' : ''}${Math.round(ms)} ms`}`);
  return [kinds === '' ? verbOf(type) : kinds, ...away].join(', ');
}

/** Number of each node by its id: names of nodes in formats that cannot hold any text there. */
export function numbersOf({ nodes }: Pick<GraphDocument, 'nodes'>): ReadonlyMap<string, number> {
  return new Map(nodes.map(({ id }, index) => [id, index]));
}

/** Members that are values of one cell, in the same order for every node. */
export function nodeColumns({ id, name, type, kind = '', region = '', account = '', service, basis, resources }: GraphNode): Readonly<Record<(typeof nodeFields)[number], string>> {
  return { id, name, type, kind, region, account, service, basis, resources: resources === undefined ? '' : String(resources) };
}
export const nodeFields = ['id', 'name', 'type', 'kind', 'region', 'account', 'service', 'basis', 'resources'] as const;

export function edgeColumns({ from, to, type, count, types = {}, confidence, how = [], crossings = [] }: GraphEdge): Readonly<Record<(typeof edgeFields)[number], string>> {
  return {
    from, to, type, count: String(count), confidence: confidence ?? '',
    types: Object.entries(types).map(([kind, number]) => `${kind} ${number}`).join('; '),
    how: how.join('; '),
    crossings: crossings.map((each) => `${each.from} > ${each.to} ${each.count}`).join('; '),
    ms: crossings.length === 0 ? '' : String(Math.max(...crossings.map(({ ms = 0 }) => ms))),
  };
}
export const edgeFields = ['from', 'to', 'type', 'count', 'types', 'confidence', 'how', 'crossings', 'ms'] as const;
