import { type Duplex, pipeline, Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UserError } from '../model/errors.ts';

export interface SnapshotLimits {
  /** Most bytes of text, after decompression; a file that swells beyond it is refused. */
  readonly maxBytes: number;
  /** Longest line, in UTF-16 code units. */
  readonly maxLine: number;
}

/** The lines of a snapshot as they arrive, gzip-compressed or not, for which its first bytes speak. Throws RR304 beyond the limits. */
export async function* snapshotTextLines(source: Readable, name: string, { maxBytes, maxLine }: SnapshotLimits): AsyncIterable<string> {
  const { gzip, whole } = await begun(source);
  const text = pipelineOf(whole, [...(gzip ? [createGunzip()] : []), meter(name, maxBytes)]);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of text) {
    const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > maxLine) throw new UserError('RR304', `${name} has a line of more than ${maxLine} characters.`);
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/** True for errors of text that is no UTF-8, and of gzip that is cut or damaged. */
export function isDamage(thrown: unknown): boolean {
  const { code = '' } = thrown as { readonly code?: unknown };
  return typeof code === 'string' && (code.startsWith('Z_') || code === 'ERR_ENCODING_INVALID_ENCODED_DATA');
}

/** Looks at the first two bytes and gives the stream with them. */
async function begun(source: Readable): Promise<{ readonly gzip: boolean; readonly whole: Readable }> {
  const iterator = (source as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const next = await iterator.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  const rest: AsyncIterable<Buffer> = { [Symbol.asyncIterator]: () => iterator };
  return { gzip: head[0] === 0x1f && head[1] === 0x8b, whole: Readable.from(joined(head, rest), { objectMode: false }) };
}

async function* joined(head: Buffer, rest: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  yield head;
  yield* rest;
}

/** The last of the stages. An error in any of them ends it with that error, so that reading from it sees it. */
function pipelineOf(source: Readable, stages: readonly Duplex[]): AsyncIterable<unknown> {
  return pipeline([source, ...stages], () => undefined) as Duplex;
}

/** Ends with RR304 what has more bytes than it may. */
export function meter(name: string, maxBytes: number, once = 'once decompressed'): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) done(new UserError('RR304', `${name} holds more than ${maxBytes} bytes ${once}.`));
      else done(null, chunk);
    },
  });
}
