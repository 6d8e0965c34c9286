import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { compareText } from '../model/json.ts';

/** Characters that are sorted in memory at once. */
const defaultRunSize = 8 * 1024 ** 2;

/**
 * Lines in code-unit order, each once. What memory should not hold at once is sorted in runs, which are kept in files that begin with
 * `draft` and are gone afterwards.
 */
export async function* sortedLines(lines: AsyncIterable<string>, draft: string, runSize = defaultRunSize): AsyncIterable<string> {
  const runs: string[] = [];
  let run: string[] = [];
  let size = 0;
  try {
    for await (const line of lines) {
      run.push(line);
      size += line.length;
      if (size < runSize) continue;
      const path = `${draft}-${runs.length}`;
      runs.push(path);
      await pipeline(Readable.from(withEnds(sorted(run))), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      run = [];
      size = 0;
    }
    const rest = sorted(run);
    yield* runs.length === 0 ? rest : merged([...runs.map(linesOf), fromMemory(rest)]);
  } finally {
    for (const path of runs) await rm(path, { force: true });
  }
}

const sorted = (lines: readonly string[]): string[] => [...new Set(lines)].sort(compareText);

function* withEnds(lines: Iterable<string>): Iterable<string> {
  for (const line of lines) yield `${line}\n`;
}

/** Not readline: it ends lines at U+2028 too, which may stand in a tag. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(path, 'utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

async function* fromMemory(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

/** There are few runs, so the least of their heads is found by looking at each. */
async function* merged(runs: readonly AsyncIterator<string>[]): AsyncIterable<string> {
  const heads = await Promise.all(runs.map((run) => run.next()));
  let last: string | undefined;
  for (;;) {
    let least: { readonly line: string; readonly from: number } | undefined;
    for (const [from, head] of heads.entries()) if (head.done !== true && (least === undefined || head.value < least.line)) least = { line: head.value, from };
    if (least === undefined) return;
    const { line, from } = least;
    heads[from] = await (runs[from] as AsyncIterator<string>).next();
    if (line !== last) yield line;
    last = line;
  }
}
