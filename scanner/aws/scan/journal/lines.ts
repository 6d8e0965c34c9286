import { createReadStream } from 'node:fs';

/** Whole lines of a file with the offset behind each. A last line without an end was torn and is left out. */
export async function* linesOf(path: string): AsyncIterable<{ readonly text: string; readonly end: number }> {
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
