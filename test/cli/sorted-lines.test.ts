import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { sortedLines } from '../../cli/sorted-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'regionready-sort-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function* each(lines: readonly string[]): AsyncIterable<string> {
  yield* lines;
}

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const line of lines) found.push(line);
  return found;
}

describe('sortedLines', () => {
  it('gives the same in runs on disk as in memory, and leaves nothing behind', async () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('\n') && text.isWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(line, fc.constantFrom('a', 'b', '\u2028', 'a\r')), { maxLength: 40 }), async (lines) => {
        assert.deepEqual(await all(sortedLines(each(lines), join(folder, 'run'), 16)), [...new Set(lines)].sort());
        assert.deepEqual(readdirSync(folder), []);
      }),
      { numRuns: 60 },
    );
  });
});
