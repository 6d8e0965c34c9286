import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { messageOf, UserError } from '../../model/errors.ts';
import type { BlindSpot } from '../../model/blind-spot.ts';
import type { Fact } from '../../model/fact.ts';
import { trailEventSchema, trailObservations } from './cloud-trail.ts';
import { observedFacts, type Observation } from './observation.ts';
import { queryLogSchema, queryObservations } from './resolver-log.ts';
import { serviceGraphSchema, xRayObservations } from './x-ray.ts';

/** Most characters of a document that must be parsed as a whole, and of a line. */
const documentLimit = 256 * 1024 ** 2;

/** Edges that were seen at run time, from an extract in a file: whatever its name, the content says what it is. Throws RR201, RR202, RR203. */
export async function* readObserved(path: string, file: string): AsyncIterable<Fact> {
  const seen: Observation[] = [];
  let scanner = 'observed';
  let unread = 0;
  let read = 0;
  for await (const value of documentsIn(path, file)) {
    const graph = serviceGraphSchema.safeParse(value);
    const events = graph.success ? [] : eventsIn(value);
    if (graph.success) {
      scanner = 'x-ray';
      seen.push(...xRayObservations(graph.data));
    }
    for (const event of events) {
      const trail = trailEventSchema.safeParse(event);
      const query = trail.success ? undefined : queryLogSchema.safeParse(event);
      if (trail.success) seen.push(...trailObservations(trail.data));
      else if (query?.success === true) seen.push(...queryObservations(query.data));
      else {
        unread += 1;
        continue;
      }
      scanner = trail.success ? 'cloud-trail' : 'resolver-log';
      read += 1;
    }
    if (graph.success) read += 1;
  }
  if (read === 0) throw new UserError('RR203', `${file} is no X-Ray service graph, no Resolver query log and no CloudTrail log.`, { hint: 'Give the JSON that `aws xray get-service-graph` prints, or log files as AWS writes them.' });
  yield* observedFacts(seen, { scanner, file });
  yield { type: 'coverage', what: `observed:${scanner}`, count: read, source: { scanner, file } };
  if (unread > 0) yield unreadSpot(unread, { scanner, file });
}

function eventsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [value];
  const { Records, Events } = value as { readonly Records?: unknown; readonly Events?: unknown };
  if (Array.isArray(Records)) return Records;
  // LookupEvents gives each event as text.
  if (Array.isArray(Events)) return Events.map((event: { readonly CloudTrailEvent?: unknown }) => (typeof event?.CloudTrailEvent === 'string' ? parsed(event.CloudTrailEvent) : event));
  return [value];
}

function unreadSpot(count: number, source: BlindSpot['source']): BlindSpot {
  return { type: 'blind-spot', reason: 'unparsable', asked: `observations of ${source.file}`, message: `${count} of its entries are in no form that this version knows.`, source };
}

/** The whole as one JSON document, or one document on each line. */
async function* documentsIn(path: string, file: string): AsyncIterable<unknown> {
  let rest = '';
  let lines = false;
  try {
    for await (const chunk of await textOf(path)) {
      rest += String(chunk);
      if (rest.length > documentLimit) throw new UserError('RR304', `${file} holds a document of more than ${documentLimit} characters.`);
      if (!lines && !isLines(rest)) continue;
      lines = true;
      const whole = rest.split('\n');
      rest = whole.pop() ?? '';
      for (const line of whole) if (line.trim() !== '') yield parsed(line);
    }
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    const { code } = thrown as NodeJS.ErrnoException;
    throw new UserError(code === 'ENOENT' ? 'RR201' : 'RR202', code === 'ENOENT' ? `There is no ${file}.` : `${file} cannot be read: ${messageOf(thrown)}`, { cause: thrown });
  }
  if (rest.trim() !== '') yield parsed(rest);
}

/** Whether the first line is a document by itself. */
function isLines(text: string): boolean {
  const end = text.indexOf('\n');
  return end > 0 && end < 1_000_000 && parsed(text.slice(0, end)) !== undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function textOf(path: string): Promise<Readable> {
  const handle = await open(path, 'r');
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0).finally(() => handle.close());
  const source = createReadStream(path);
  if (bytesRead < 2 || buffer[0] !== 0x1f || buffer[1] !== 0x8b) return source.setEncoding('utf8');
  return pipeline(source, createGunzip(), () => undefined).setEncoding('utf8');
}
