import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../model/errors.ts';
import type { BlindSpot } from '../../model/blind-spot.ts';
import type { Fact } from '../../model/fact.ts';
import { compareText } from '../../model/json.ts';
import { documentsIn } from './documents.ts';
import { entriesOf } from './entry.ts';
import { observations } from './observation.ts';

/** An extract of what was seen at run time. */
export interface Extract {
  /** File, or folder of files at any depth. */
  readonly path: string;
  /** What people call it. */
  readonly file: string;
  /** Region that bare names are of: an X-Ray graph does not say its own. */
  readonly region?: string | undefined;
}

/** What could not be told, and of how many. */
interface Unread {
  broken: number;
  unknown: number;
  readonly cut: string[];
  /** Files of a folder that hold nothing of these forms. */
  readonly other: string[];
}

/** Edges that were seen at run time: whatever a file is called, its content says what it is. Throws RR201, RR202, RR203, RR304. */
export async function* readObserved({ path, file, region }: Extract): AsyncIterable<Fact> {
  const seen = observations();
  const counts = new Map<string, number>();
  const unread: Unread = { broken: 0, unknown: 0, cut: [], other: [] };
  const isFolder = await stat(path).then((found) => found.isDirectory(), () => false);
  for (const name of isFolder ? await filesIn(path) : ['']) {
    const one = await readFile({ path: join(path, name), file: name === '' ? file : `${file}/${name}` }, { seen, counts, unread, keepGoing: isFolder });
    if (!one) unread.other.push(name);
  }
  if (counts.size === 0) throw new UserError('RR203', `${file} holds no X-Ray service graph, no dependencies of Application Signals, no Resolver query log and no CloudTrail events.`, { hint: 'Give what the AWS CLI prints, or log files and folders of them as AWS writes them; docs/scan.md names the forms.' });
  const scanner = [...counts.keys()].sort(compareText)[0] ?? 'observed';
  const source = { scanner, file };
  yield* seen.facts(source, region);
  for (const [each, count] of [...counts].sort(([a], [b]) => compareText(a, b))) yield { type: 'coverage', what: `observed:${each}`, count, source: { scanner: each, file } };
  yield* spotsOf({ ...unread, other: isFolder ? unread.other : [] }, seen.dropped, source);
}

interface Reading {
  readonly seen: ReturnType<typeof observations>;
  readonly counts: Map<string, number>;
  readonly unread: Unread;
  /** A file that cannot be read is told of, and the others are read. */
  readonly keepGoing: boolean;
}

/** False for a file of something else. */
async function readFile({ path, file }: Extract, { seen, counts, unread, keepGoing }: Reading): Promise<boolean> {
  let known = 0;
  let broken = 0;
  const before = unread.cut.length;
  try {
    for await (const piece of documentsIn(path, file)) {
      if ('cut' in piece) {
        unread.cut.push(file);
        continue;
      }
      for (const entry of entriesOf(piece)) {
        if (entry === undefined) {
          broken += 1;
          continue;
        }
        known += 1;
        unread.unknown += entry.unknown;
        counts.set(entry.scanner, (counts.get(entry.scanner) ?? 0) + 1);
        for (const each of entry.seen) seen.add(each);
      }
    }
  } catch (thrown) {
    if (!keepGoing || !(thrown instanceof UserError)) throw thrown;
    unread.cut.push(file);
  }
  if (known > 0) unread.broken += broken;
  return known > 0 || unread.cut.length > before;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/')).sort(compareText);
}

function* spotsOf({ broken, unknown, cut, other }: Unread, dropped: number, source: BlindSpot['source']): Iterable<BlindSpot> {
  const spot = (reason: BlindSpot['reason'], message: string, remedy?: string): BlindSpot => ({ type: 'blind-spot', reason, asked: `observations of ${source.file}`, message, ...(remedy === undefined ? {} : { remedy }), source });
  const some = (names: readonly string[]): string => `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`;
  if (broken > 0) yield spot('unparsable', `${broken} of its entries are in no form that this version knows.`);
  if (unknown > 0) yield spot('unresolved', `${unknown} of its services have a name that an application gave itself, and mean no resource by it.`, 'Give CloudTrail or Resolver query logs too: they name resources.');
  if (cut.length > 0) yield spot('unreadable', `${some(cut)} could not be read to the end.`, 'Fetch it anew.');
  if (other.length > 0) yield spot('unparsable', `${other.length} of its files hold nothing of a known form: ${some(other)}.`);
  if (dropped > 0) yield spot('too-large', `${dropped} observations of further pairs were left out.`, 'Give extracts of a shorter time.');
}
