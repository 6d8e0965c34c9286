import { createReadStream, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { messageOf, UserError } from '../model/errors.ts';
import type { Fact } from '../model/fact.ts';
import { snapshotDecoder, snapshotEncoder, snapshotLines, type SnapshotHeader } from '../model/snapshot.ts';
import { isDamage, snapshotTextLines, type SnapshotLimits } from '../server/snapshot-text.ts';
import { sortedLines } from './sorted-lines.ts';
import { requireMemory } from './memory.ts';

export const defaultSnapshotLimits: SnapshotLimits = { maxBytes: 4 * 1024 ** 3, maxLine: 32 * 1024 ** 2 };

export interface SnapshotContent {
  readonly header: SnapshotHeader;
  readonly facts: readonly Fact[];
}

/** Reads a whole snapshot, gzip-compressed or not, and refuses what is not one, is of another version, damaged or too large. */
export async function readSnapshot(path: string, limits: SnapshotLimits = defaultSnapshotLimits): Promise<SnapshotContent> {
  const decoder = snapshotDecoder(path);
  const facts: Fact[] = [];
  try {
    for await (const line of snapshotTextLines(createReadStream(path), path, limits)) {
      const fact = decoder.line(line);
      if (fact !== undefined) facts.push(fact);
      if (facts.length % 4096 === 0) requireMemory(path);
    }
  } catch (thrown) {
    throw asUserError(path, thrown);
  }
  return { header: decoder.finish(), facts };
}

/** Writes a snapshot beside its place and moves it there, so that nobody ever takes half of one for whole. */
export async function writeSnapshot(path: string, facts: Iterable<Fact>, tool: string): Promise<void> {
  await write(path, chunked(snapshotLines(facts, tool)));
}

/** The same of facts that are lines already, in any order and more of them than memory holds. Gives their number. */
export async function writeSnapshotLines(path: string, lines: AsyncIterable<string>, tool: string): Promise<number> {
  const encoder = snapshotEncoder(tool);
  let count = 0;
  async function* whole(): AsyncIterable<string> {
    let chunk = `${encoder.header}\n`;
    for await (const line of sortedLines(lines, `${path}.partial-sort-${process.pid}`)) {
      count += 1;
      chunk += `${encoder.fact(line)}\n`;
      if (chunk.length <= 65_536) continue;
      yield chunk;
      chunk = '';
    }
    yield `${chunk}${encoder.trailer()}\n`;
  }
  await write(path, whole());
  return count;
}

async function write(path: string, chunks: Iterable<string> | AsyncIterable<string>): Promise<void> {
  const draft = `${path}.partial-${process.pid}`;
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) throw new UserError('RR501', `${path} is no file that could be replaced.`);
  try {
    const file = await open(draft, 'w');
    const text = Readable.from(chunks);
    const sink = file.createWriteStream({ flush: true });
    if (path.endsWith('.gz')) await pipeline(text, createGzip(), sink);
    else await pipeline(text, sink);
    await rename(draft, path);
  } catch (thrown) {
    await rm(draft, { force: true });
    if (thrown instanceof UserError) throw thrown;
    throw new UserError('RR501', `${path} cannot be written: ${messageOf(thrown)}`, { cause: thrown });
  }
}

function* chunked(lines: Iterable<string>): Iterable<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length > 65_536) {
      yield chunk;
      chunk = '';
    }
  }
  yield chunk;
}

function asUserError(path: string, thrown: unknown): Error {
  if (thrown instanceof UserError) return thrown;
  const code = (thrown as { code?: string }).code ?? '';
  if (code === 'ENOENT') return new UserError('RR201', `There is no ${path}.`, { cause: thrown });
  if (isDamage(thrown)) return new UserError('RR303', `${path} is damaged: ${messageOf(thrown)}`, { cause: thrown });
  return new UserError('RR202', `${path} cannot be read: ${messageOf(thrown)}`, { cause: thrown });
}
