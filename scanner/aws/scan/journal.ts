import { createHash } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';
import { messageOf, UserError } from '../../../model/errors.ts';
import type { Fact } from '../../../model/fact.ts';
import { canonicalJson, type JsonObject } from '../../../model/json.ts';
import { ledger, type Closing, type End, type TaskState } from './journal/ledger.ts';
import { linesOf } from './journal/lines.ts';
import { journalVersion, loadJournal } from './journal/load.ts';
import type { Miss } from './miss.ts';
import type { Note } from './note.ts';

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

/** Throws RR703 where there is a journal that must not be continued or overwritten, RR501 where it cannot be written. */
export async function openJournal({ path, scope, asOf, resume }: OpenJournal): Promise<Journal> {
  const counted = ledger();
  const found = resume ? await loadJournal(path, scope, counted) : undefined;
  const file = lineFile(path, found);
  const began = found?.asOf ?? asOf;
  let next = found?.next ?? 1;

  function drop(id: string): void {
    counted.forget(id);
    file.add(JSON.stringify({ drop: id }));
  }
  if (found === undefined) {
    file.add(JSON.stringify({ journal: 'regionready/scan', version: journalVersion, asOf: began, scope }));
    file.flush();
  }
  for (const id of counted.again()) drop(id);

  return {
    asOf: began,
    resumed: found !== undefined,
    state: (id) => counted.state(id),
    begin(id) {
      const s = next++;
      const digest = createHash('sha256');
      let lines = 0;
      file.add(JSON.stringify({ s, open: id }));
      const say = (member: 'f' | 'n' | 'm', json: string): void => {
        const line = `{"s":${s},"${member}":${json}}`;
        digest.update(line);
        lines += 1;
        file.add(line);
      };
      return {
        fact: (fact) => say('f', canonicalJson(fact)),
        note: (note) => say('n', canonicalJson(note)),
        miss: (miss) => say('m', canonicalJson(miss)),
        close(end, { cursor, failed = false } = {}) {
          file.add(JSON.stringify({ s, close: { lines, digest: digest.digest('hex'), end, ...(cursor === undefined ? {} : { cursor }), ...(failed ? { failed } : {}) } }));
          file.flush();
          counted.record(s, id, { end, cursor, failed });
        },
      };
    },
    drop,
    async *entries() {
      file.flush();
      for await (const { text } of linesOf(path)) {
        const stretch = /^\{"s":(\d+),"([fnm])":/.exec(text);
        const task = stretch === null ? undefined : counted.taskOf(Number(stretch[1]));
        if (stretch === null || task === undefined) continue;
        const json = text.slice(stretch[0].length, -1);
        if (stretch[2] === 'f') yield { task, line: json };
        else if (stretch[2] === 'n') yield { task, note: JSON.parse(json) as Note };
        else yield { task, miss: JSON.parse(json) as Miss };
      }
    },
    again: () => counted.again(),
    close: () => file.close(),
    remove: () => rmSync(path, { force: true }),
  };
}

/** Text that is kept back before it is written. */
const bufferLimit = 65_536;

interface LineFile {
  add(line: string): void;
  flush(): void;
  close(): void;
}

/** The file that grows: from the end of what was found whole, else from nothing. */
function lineFile(path: string, found: { readonly bytes: number } | undefined): LineFile {
  const file = opened(path, found !== undefined);
  if (found !== undefined) ftruncateSync(file, found.bytes);
  let buffer = '';
  let broken: UserError | undefined;

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
  return {
    add(line) {
      buffer += `${line}\n`;
      if (buffer.length > bufferLimit) flush();
    },
    flush,
    close() {
      if (broken === undefined) flush();
      closeSync(file);
    },
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
