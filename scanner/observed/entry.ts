import { trailEventSchema, trailObservations } from './cloud-trail.ts';
import { parsed, type Piece } from './documents.ts';
import { lakeEvent } from './lake-row.ts';
import type { Observation } from './observation.ts';
import { queryLogSchema, queryObservations } from './resolver-log.ts';
import { serviceDependenciesSchema, signalObservations } from './application-signals.ts';
import { serviceGraphSchema, xRayObservations } from './x-ray.ts';

/** What an entry of an extract says. */
export interface Entry {
  readonly scanner: string;
  readonly seen: Iterable<Observation>;
  /** Ends that are known by a name of an application's own. */
  readonly unknown: number;
}

/** Entries of a piece of a file, each told by its content; undefined for one in no form that is known. */
export function* entriesOf(piece: Exclude<Piece, { readonly cut: string }>): Iterable<Entry | undefined> {
  if ('broken' in piece) yield undefined;
  else if ('row' in piece) yield eventEntry(lakeEvent(piece.row));
  else {
    const graph = serviceGraphSchema.safeParse(piece.value);
    const signals = graph.success ? undefined : serviceDependenciesSchema.safeParse(piece.value);
    if (graph.success) yield { scanner: 'x-ray', ...xRayObservations(graph.data) };
    else if (signals?.success === true) yield { scanner: 'application-signals', ...signalObservations(signals.data) };
    else for (const event of eventsIn(piece.value)) yield eventEntry(event);
  }
}

function eventEntry(event: unknown): Entry | undefined {
  const trail = trailEventSchema.safeParse(event);
  if (trail.success) return { scanner: 'cloud-trail', seen: trailObservations(trail.data), unknown: 0 };
  const query = queryLogSchema.safeParse(event);
  return query.success ? { scanner: 'resolver-log', seen: queryObservations(query.data), unknown: 0 } : undefined;
}

/** Events in what AWS wraps them: log files, LookupEvents, filter-log-events, results of Logs Insights and of CloudTrail Lake. */
function eventsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [value];
  const { Records, Events, events, results, QueryResultRows } = value as Readonly<Record<string, unknown>>;
  if (Array.isArray(Records)) return Records;
  // LookupEvents and CloudWatch Logs give each event as text.
  if (Array.isArray(Events)) return Events.map((event) => textIn(event, 'CloudTrailEvent'));
  if (Array.isArray(events)) return events.map((event) => textIn(event, 'message'));
  if (Array.isArray(results)) return results.map((fields) => (Array.isArray(fields) ? fields.flatMap((field: unknown) => (isObject(field) && field['field'] === '@message' ? [textIn(field, 'value')] : []))[0] : undefined));
  if (Array.isArray(QueryResultRows)) return QueryResultRows.map((cells) => (Array.isArray(cells) ? lakeEvent(rowOf(cells)) : undefined));
  return [value];
}

function textIn(value: unknown, member: string): unknown {
  const text = isObject(value) ? value[member] : undefined;
  return typeof text === 'string' ? parsed(text) : value;
}

/** The cells of a row, each an object of one column. */
const rowOf = (cells: readonly unknown[]): ReadonlyMap<string, string> => new Map(cells.filter(isObject).flatMap(Object.entries).flatMap(([name, value]: [string, unknown]) => (typeof value === 'string' ? [[name.toLowerCase(), value]] : [])));

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
