import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { messageOf, UserError } from '../../model/errors.ts';
import { isGzip } from '../files/gzip.ts';
import { tableRows } from './table-rows.ts';

/** Most characters of a document that must be parsed as a whole, and of a line. */
const documentLimit = 256 * 1024 ** 2;

/** A piece of a file: a JSON value, a row of a table, text that is neither, or the news that the file ends before its end. */
export type Piece = { readonly value: unknown } | { readonly row: ReadonlyMap<string, string> } | { readonly broken: true } | { readonly cut: string };

/** What a file holds, compressed or not: one JSON document, one on each line, or a table of events. Throws RR201, RR202, RR304. */
export async function* documentsIn(path: string, file: string): AsyncIterable<Piece> {
  let rest = '';
  let lines = false;
  let cut: string | undefined;
  try {
    for await (const chunk of await textOf(path)) {
      rest += String(chunk);
      if (rest.length > documentLimit) throw new UserError('RR304', `${file} holds a document of more than ${documentLimit} characters.`, { hint: 'Give smaller extracts: log files as AWS writes them are.' });
      if (!lines && !isLines(rest)) continue;
      lines = true;
      const whole = rest.split('\n');
      rest = whole.pop() ?? '';
      yield* linePieces(whole);
    }
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    const { code = '' } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UserError('RR201', `There is no ${file}.`, { cause: thrown });
    if (!code.startsWith('Z_')) throw new UserError('RR202', `${file} cannot be read: ${messageOf(thrown)}`, { cause: thrown });
    cut = messageOf(thrown);
  }
  if (lines) yield* linePieces([rest]);
  else yield* wholePieces(rest);
  if (cut !== undefined) yield { cut };
}

function* wholePieces(text: string): Iterable<Piece> {
  if (text.trim() === '') return;
  const value = parsed(text);
  const end = text.indexOf('\n');
  if (value !== undefined) yield { value };
  else if (/^(?=[^\n]*\beventtime\b)(?=[^\n]*\beventname\b)[^\n{]*\n/i.test(text)) for (const row of tableRows(text)) yield { row };
  // Its first line may be broken, and the others whole.
  else if (end > 0) yield* linePieces(text.split('\n'));
  else yield { broken: true };
}

function* linePieces(lines: readonly string[]): Iterable<Piece> {
  for (const line of lines) {
    if (line.trim() === '') continue;
    const value = parsedLine(line);
    yield value === undefined ? { broken: true } : { value };
  }
}

/** Whether the first line is a document by itself. */
function isLines(text: string): boolean {
  const end = text.indexOf('\n');
  return end > 0 && end < 1_000_000 && parsedLine(text.slice(0, end)) !== undefined;
}

/** CloudWatch Logs puts the time before each event that it exports. */
const parsedLine = (line: string): unknown => parsed(line.replace(/^\d{4}-\d\d-\d\dT[\d:.]{8,}Z (?=\{)/, ''));

export function parsed(text: string): unknown {
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
  if (!isGzip(buffer.subarray(0, bytesRead))) return source.setEncoding('utf8');
  return pipeline(source, createGunzip(), () => undefined).setEncoding('utf8');
}
