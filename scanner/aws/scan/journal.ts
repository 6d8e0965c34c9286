import { createHash, type Hash } from 'node:crypto';
import { closeSync, createReadStream, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { messageOf, UserError } from '../../../model/errors.ts';
import type { Fact } from '../../../model/fact.ts';
import { canonicalJson, type JsonObject } from '../../../model/json.ts';
import { missSchema, type Miss } from './miss.ts';
import { noteSchema, type Note } from './note.ts';

/**
 * What a scan has learned so far, beside its output. NDJSON that only grows:
 *
 *     {"journal":"regionready/scan","version":1,"asOf":…,"scope":{…}}
 *     {"s":1,"open":"config:111122223333/eu-west-1"}        a stretch of a task begins
 *     {"s":1,"f":{fact}} {"s":1,"n":{note}} {"s":1,"m":{miss}}
 *     {"s":1,"close":{"lines":2,"digest":…,"cursor":…}}     it counts from here on, and the task can go on behind the cursor
 *     {"drop":"config:…"}                                   everything of the task so far is void: it begins anew
 *
 * A stretch that is not closed, or whose digest differs, does not count: whatever ends the process, the next one continues.
 */
export const journalVersion = 1;

/** How a stretch ends: the task goes on, is done, or should be asked again when the scan is resumed. */
export type End = 'more' | 'done' | 'again';

const headerSchema = z.strictObject({ journal: z.literal('regionready/scan'), version: z.int(), asOf: z.string(), scope: z.record(z.string(), z.unknown()) });
const lineSchema = z.union([
  z.strictObject({ s: z.int(), open: z.string() }),
  z.strictObject({ s: z.int(), f: z.looseObject({ type: z.string() }) }),
  z.strictObject({ s: z.int(), n: noteSchema }),
  z.strictObject({ s: z.int(), m: missSchema }),
  z.strictObject({ s: z.int(), close: z.strictObject({ lines: z.int(), digest: z.string(), cursor: z.string().optional(), failed: z.literal(true).optional(), end: z.enum(['more', 'done', 'again']) }) }),
  z.strictObject({ drop: z.string() }),
]);
type Line = z.infer<typeof lineSchema>;

/** One thing that was learned, with the task that did. A fact is given as the line that a snapshot has of it: most readers need no more. */
export type Entry =
  | { readonly task: string; readonly line: string }
  | { readonly task: string; readonly note: Note }
  | { readonly task: string; readonly miss: Miss };

export interface Stretch {
  fact(fact: Fact): void;
  note(note: Note): void;
  miss(miss: Miss): void;
  /** Writes it down. What was said before counts from now on. */
  close(end: End, options?: Closing): void;
}

export interface Closing {
  /** Where to go on. */
  readonly cursor?: string | undefined;
  /** Something failed for now: when the task ends, it should be asked again. */
  readonly failed?: boolean | undefined;
}

export interface TaskState {
  readonly ended: boolean;
  /** Where to go on. */
  readonly cursor?: string | undefined;
  /** Whether something of it is kept that must not be asked again. */
  readonly begun: boolean;
  /** Something of it failed for now. */
  readonly failed: boolean;
}

export interface Journal {
  /** When the scan began, ISO 8601; a resumed scan keeps it. */
  readonly asOf: string;
  readonly resumed: boolean;
  state(task: string): TaskState;
  begin(task: string): Stretch;
  /** Forgets what the task has learned. */
  drop(task: string): void;
  /** Everything that counts. */
  entries(): AsyncIterable<Entry>;
  /** Tasks that should be asked again. */
  again(): readonly string[];
  close(): void;
  remove(): void;
}

export interface OpenJournal {
  readonly path: string;
  /** What is asked of whom; a journal of another scope is not continued. */
  readonly scope: JsonObject;
  readonly asOf: string;
  readonly resume: boolean;
}

export const factOf = ({ line }: { readonly line: string }): Fact => JSON.parse(line) as Fact;

interface Task {
  stretches: number[];
  cursor: string | undefined;
  failed: boolean;
  end: End;
}

/** Text that is kept back before it is written. */
const bufferLimit = 65_536;

/** Throws RR703 where there is a journal that must not be continued or overwritten, RR501 where it cannot be written. */
export async function openJournal({ path, scope, asOf, resume }: OpenJournal): Promise<Journal> {
  const tasks = new Map<string, Task>();
  const closed = new Map<number, string>();
  const found = resume ? await load(path, { scope, tasks, closed }) : undefined;
  const file = opened(path, found !== undefined);
  if (found !== undefined) ftruncateSync(file, found.bytes);
  const began = found?.asOf ?? asOf;
  let next = found?.next ?? 1;
  let buffer = '';
  let broken: UserError | undefined;

  function write(value: object): void {
    add(JSON.stringify(value));
  }
  function add(text: string): void {
    buffer += `${text}\n`;
    if (buffer.length > bufferLimit) flush();
  }
  function flush(): void {
    const bytes = Buffer.from(buffer);
    buffer = '';
    if (broken !== undefined) throw broken;
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    } catch (thrown) {
      // Its last line is torn: whatever followed would be glued to it, and make the journal unreadable.
      broken = new UserError('RR501', `The journal ${path} cannot be written: ${messageOf(thrown)}`, { hint: 'Make room, then continue with --resume: what was learned before is kept.', cause: thrown });
      throw broken;
    }
  }
  function taskOf(id: string): Task {
    const task = tasks.get(id) ?? { stretches: [], cursor: undefined, failed: false, end: 'more' as const };
    tasks.set(id, task);
    return task;
  }
  function drop(id: string): void {
    const task = tasks.get(id);
    for (const stretch of task?.stretches ?? []) closed.delete(stretch);
    tasks.delete(id);
    write({ drop: id });
  }

  if (found === undefined) {
    write({ journal: 'regionready/scan', version: journalVersion, asOf: began, scope });
    flush();
  }
  for (const [id, { end }] of tasks) if (end === 'again') drop(id);

  return {
    asOf: began,
    resumed: found !== undefined,
    state(id) {
      const task = tasks.get(id);
      return { ended: task !== undefined && task.end !== 'more', cursor: task?.cursor, begun: (task?.stretches.length ?? 0) > 0, failed: task?.failed === true };
    },
    begin(id) {
      const s = next++;
      const digest = createHash('sha256');
      let lines = 0;
      write({ s, open: id });
      const say = (member: 'f' | 'n' | 'm', json: string): void => {
        const line = `{"s":${s},"${member}":${json}}`;
        digest.update(line);
        lines += 1;
        add(line);
      };
      return {
        fact: (fact) => say('f', canonicalJson(fact)),
        note: (note) => say('n', canonicalJson(note)),
        miss: (miss) => say('m', canonicalJson(miss)),
        close(end, { cursor, failed = false } = {}) {
          write({ s, close: { lines, digest: digest.digest('hex'), end, ...(cursor === undefined ? {} : { cursor }), ...(failed ? { failed } : {}) } });
          flush();
          closed.set(s, id);
          const task = taskOf(id);
          task.stretches.push(s);
          task.end = end;
          task.cursor = cursor;
          task.failed ||= failed;
        },
      };
    },
    drop,
    async *entries() {
      flush();
      for await (const { text } of linesOf(path)) {
        const stretch = /^\{"s":(\d+),"([fnm])":/.exec(text);
        const task = stretch === null ? undefined : closed.get(Number(stretch[1]));
        if (stretch === null || task === undefined) continue;
        const json = text.slice(stretch[0].length, -1);
        if (stretch[2] === 'f') yield { task, line: json };
        else if (stretch[2] === 'n') yield { task, note: JSON.parse(json) as Note };
        else yield { task, miss: JSON.parse(json) as Miss };
      }
    },
    again: () => [...tasks].filter(([, { end }]) => end === 'again').map(([id]) => id),
    close() {
      if (broken === undefined) flush();
      closeSync(file);
    },
    remove: () => rmSync(path, { force: true }),
  };
}

/** A new journal is never put in the place of another one, which would be lost. */
function opened(path: string, exists: boolean): number {
  try {
    return openSync(path, exists ? 'a' : 'ax', 0o600);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') throw new UserError('RR703', `${path} is the journal of a scan that was interrupted, or is still running.`);
    throw new UserError('RR501', `The journal ${path} cannot be written: ${messageOf(thrown)}`, { cause: thrown });
  }
}

interface Loading {
  readonly scope: JsonObject;
  readonly tasks: Map<string, Task>;
  readonly closed: Map<number, string>;
}

interface Loaded {
  readonly asOf: string;
  readonly next: number;
  /** Length of the whole lines. */
  readonly bytes: number;
}

async function load(path: string, { scope, tasks, closed }: Loading): Promise<Loaded | undefined> {
  const open = new Map<number, { readonly task: string; readonly digest: Hash; lines: number }>();
  let header: z.infer<typeof headerSchema> | undefined;
  let next = 1;
  let bytes = 0;
  try {
    for await (const { text, end } of linesOf(path)) {
      if (header === undefined) {
        header = headerOf(path, text);
        requireSame(path, header, scope);
      } else read(lineSchema.parse(JSON.parse(text)), text);
      bytes = end;
    }
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (thrown instanceof UserError) throw thrown;
    throw new UserError('RR703', `The journal ${path} is damaged: ${messageOf(thrown)}`, { hint: 'Delete it and scan anew.', cause: thrown });
  }
  // Killed before the first line was whole: there is nothing to continue.
  if (header === undefined) {
    rmSync(path, { force: true });
    return undefined;
  }
  return { asOf: header.asOf, next, bytes };

  function read(line: Line, text: string): void {
    if ('drop' in line) {
      for (const stretch of tasks.get(line.drop)?.stretches ?? []) closed.delete(stretch);
      tasks.delete(line.drop);
      return;
    }
    next = Math.max(next, line.s + 1);
    if ('open' in line) open.set(line.s, { task: line.open, digest: createHash('sha256'), lines: 0 });
    const stretch = open.get(line.s);
    if (stretch === undefined || 'open' in line) return;
    if (!('close' in line)) {
      stretch.digest.update(text);
      stretch.lines += 1;
      return;
    }
    open.delete(line.s);
    const { lines, digest, cursor, failed = false, end } = line.close;
    if (lines !== stretch.lines || digest !== stretch.digest.digest('hex')) return;
    closed.set(line.s, stretch.task);
    const task = tasks.get(stretch.task) ?? { stretches: [], cursor: undefined, failed: false, end: 'more' as const };
    task.stretches.push(line.s);
    tasks.set(stretch.task, { ...task, cursor, failed: task.failed || failed, end });
  }
}

function headerOf(path: string, text: string): z.infer<typeof headerSchema> {
  const header = headerSchema.parse(JSON.parse(text));
  if (header.version !== journalVersion) throw new UserError('RR703', `${path} is the journal of another version of regionready.`, { hint: 'Delete it and scan anew, or continue with the version that began it.' });
  return header;
}

function requireSame(path: string, { scope: before }: z.infer<typeof headerSchema>, scope: JsonObject): void {
  const differs = [...new Set([...Object.keys(before), ...Object.keys(scope)])].filter((name) => canonicalJson(before[name]) !== canonicalJson(scope[name])).sort();
  if (differs.length === 0) return;
  throw new UserError('RR703', `The interrupted scan of ${path} was asked for something else: ${differs.join(', ')} differ.`, { hint: 'Resume it with the options that it began with, or delete the journal to start anew.' });
}

/** Whole lines of a file with the offset behind each. A last line without an end was torn and is left out. */
async function* linesOf(path: string): AsyncIterable<{ readonly text: string; readonly end: number }> {
  let rest: Buffer = Buffer.alloc(0);
  let at = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const bytes = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    let from = 0;
    for (let to = bytes.indexOf(10); to >= 0; to = bytes.indexOf(10, from)) {
      yield { text: bytes.toString('utf8', from, to), end: at + to + 1 };
      from = to + 1;
    }
    rest = bytes.subarray(from);
    at += from;
  }
}

