import { createHash, type Hash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { z } from 'zod';
import { messageOf, UserError } from '../../../../model/errors.ts';
import { canonicalJson, type JsonObject } from '../../../../model/json.ts';
import { missSchema } from '../miss.ts';
import { noteSchema } from '../note.ts';
import type { Ledger } from './ledger.ts';
import { linesOf } from './lines.ts';

/** Of the form that scan/journal.ts describes. */
export const journalVersion = 1;

const headerSchema = z.strictObject({ journal: z.literal('regionready/scan'), version: z.int(), asOf: z.string(), scope: z.record(z.string(), z.unknown()) });
type Header = z.infer<typeof headerSchema>;
const lineSchema = z.union([
  z.strictObject({ s: z.int(), open: z.string() }),
  z.strictObject({ s: z.int(), f: z.looseObject({ type: z.string() }) }),
  z.strictObject({ s: z.int(), n: noteSchema }),
  z.strictObject({ s: z.int(), m: missSchema }),
  z.strictObject({ s: z.int(), close: z.strictObject({ lines: z.int(), digest: z.string(), cursor: z.string().optional(), failed: z.literal(true).optional(), end: z.enum(['more', 'done', 'again']) }) }),
  z.strictObject({ drop: z.string() }),
]);
type Line = z.infer<typeof lineSchema>;

export interface Loaded {
  readonly asOf: string;
  /** Number of the next stretch. */
  readonly next: number;
  /** Length of the whole lines. */
  readonly bytes: number;
}

/** Reads what an interrupted scan has left and fills the ledger; undefined where there is nothing to continue. Throws RR703. */
export async function loadJournal(path: string, scope: JsonObject, ledger: Ledger): Promise<Loaded | undefined> {
  const reader = lineReader(ledger);
  let header: Header | undefined;
  let bytes = 0;
  try {
    for await (const { text, end } of linesOf(path)) {
      if (header === undefined) {
        header = headerOf(path, text);
        requireSame(path, header, scope);
      } else reader.read(lineSchema.parse(JSON.parse(text)), text);
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
  return { asOf: header.asOf, next: reader.next(), bytes };
}

interface OpenStretch {
  readonly task: string;
  readonly digest: Hash;
  lines: number;
}

/** Gathers stretches and records those that were closed as they were written. */
function lineReader(ledger: Ledger): { read(line: Line, text: string): void; next(): number } {
  const open = new Map<number, OpenStretch>();
  let next = 1;
  return {
    next: () => next,
    read(line, text) {
      if ('drop' in line) {
        ledger.forget(line.drop);
        return;
      }
      next = Math.max(next, line.s + 1);
      if ('open' in line) {
        open.set(line.s, { task: line.open, digest: createHash('sha256'), lines: 0 });
        return;
      }
      const stretch = open.get(line.s);
      if (stretch === undefined) return;
      if (!('close' in line)) {
        stretch.digest.update(text);
        stretch.lines += 1;
        return;
      }
      open.delete(line.s);
      const { lines, digest, ...closing } = line.close;
      if (lines === stretch.lines && digest === stretch.digest.digest('hex')) ledger.record(line.s, stretch.task, closing);
    },
  };
}

function headerOf(path: string, text: string): Header {
  const header = headerSchema.parse(JSON.parse(text));
  if (header.version !== journalVersion) throw new UserError('RR703', `${path} is the journal of another version of regionready.`, { hint: 'Delete it and scan anew, or continue with the version that began it.' });
  return header;
}

function requireSame(path: string, { scope: before }: Header, scope: JsonObject): void {
  const differs = [...new Set([...Object.keys(before), ...Object.keys(scope)])].filter((name) => canonicalJson(before[name]) !== canonicalJson(scope[name])).sort();
  if (differs.length === 0) return;
  throw new UserError('RR703', `The interrupted scan of ${path} was asked for something else: ${differs.join(', ')} differ.`, { hint: 'Resume it with the options that it began with, or delete the journal to start anew.' });
}
