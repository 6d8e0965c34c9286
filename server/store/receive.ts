import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { messageOf, UserError } from '../../model/errors.ts';
import { snapshotDecoder, type SnapshotHeader } from '../../model/snapshot.ts';
import { lineSchema } from '../api.ts';
import { isDamage, snapshotTextLines } from '../snapshot-text.ts';

export interface Received {
  /** SHA-256 of the decompressed text. */
  readonly id: string;
  /** File with the compressed text, which the caller takes away. */
  readonly path: string;
  readonly header: SnapshotHeader;
  readonly facts: number;
  readonly resources: number;
  /** Of the decompressed text. */
  readonly bytes: number;
}

export interface Receive {
  readonly folder: string;
  readonly name: string;
  readonly maxBytes: number;
}

const maxLine = 32 * 1024 ** 2;

/** Takes a snapshot in without ever holding more than a line of it, and checks every fact. Throws RR301 to RR304. */
export async function receive(source: Readable, { folder, name, maxBytes }: Receive): Promise<Received> {
  const path = join(folder, `${process.pid}-${randomUUID()}.partial`);
  const decoder = snapshotDecoder(name);
  const hash = createHash('sha256');
  let [facts, resources, bytes] = [0, 0, 0];
  async function* checked(): AsyncIterable<string> {
    let chunk = '';
    for await (const line of snapshotTextLines(source, name, { maxBytes, maxLine })) {
      const fact = decoder.line(line);
      if (fact !== undefined) facts += 1;
      if (fact?.type === 'resource') resources += 1;
      chunk += `${line}\n`;
      if (chunk.length < 65_536) continue;
      yield counted(chunk);
      chunk = '';
    }
    yield counted(chunk);
  }
  const counted = (text: string): string => {
    hash.update(text);
    bytes += Buffer.byteLength(text);
    return text;
  };
  try {
    await pipeline(Readable.from(checked()), createGzip(), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    const header = decoder.finish();
    if (!lineSchema.safeParse(header.tool).success) throw new UserError('RR301', `${name} names no version of regionready in its header.`);
    return { header, id: hash.digest('hex'), path, facts, resources, bytes };
  } catch (thrown) {
    await rm(path, { force: true });
    if (isDamage(thrown)) throw new UserError('RR303', `${name} is damaged: ${messageOf(thrown)}`, { cause: thrown });
    throw thrown;
  }
}
