import assert from 'node:assert/strict';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { defaultSnapshotLimits, readSnapshot, writeSnapshot } from '../../cli/snapshot-file.ts';
import type { Fact } from '../../model/fact.ts';

const facts: Fact[] = ['b', 'a', 'c'].map((what) => ({ type: 'coverage', what, count: 1, source: { scanner: 'test' } }));
let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snapshot-'));
});
const write = async (name: string, content: string | Buffer): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

describe('snapshot files', () => {
  it('gives the same bytes for the same facts in any order, and reads them back', async () => {
    await writeSnapshot(join(folder, 'one'), facts, '1.0.0');
    await writeSnapshot(join(folder, 'two'), [...facts, ...facts].reverse(), '1.0.0');
    assert.deepEqual(await readFile(join(folder, 'one')), await readFile(join(folder, 'two')));
    const { header, facts: read } = await readSnapshot(join(folder, 'one'));
    assert.equal(header.tool, '1.0.0');
    assert.deepEqual(read.map((fact) => fact.type === 'coverage' && fact.what), ['a', 'b', 'c']);
  });

  it('compresses when named .gz and reads compressed files whatever their name', async () => {
    await writeSnapshot(join(folder, 'packed.gz'), facts, '1.0.0');
    const bytes = await readFile(join(folder, 'packed.gz'));
    assert.deepEqual([bytes[0], bytes[1]], [0x1f, 0x8b]);
    assert.equal((await readSnapshot(await write('renamed', bytes))).facts.length, 3);
  });

  it('refuses what is missing, foreign, older, newer, cut, changed, extended or not a fact', async () => {
    await writeSnapshot(join(folder, 'good'), facts, '1.0.0');
    const good = await readFile(join(folder, 'good'), 'utf8');
    const lines = good.trimEnd().split('\n');
    const cases: readonly (readonly [string, string | Buffer, string])[] = [
      ['foreign', 'hello\n', 'RR301'],
      ['empty', '', 'RR301'],
      ['older', good.replace('"version":1', '"version":0'), 'RR302'],
      ['newer', good.replace('"version":1', '"version":2'), 'RR302'],
      ['cut', lines.slice(0, -1).join('\n'), 'RR303'],
      ['half a line', good.slice(0, -20), 'RR303'],
      ['changed', good.replace('"what":"b"', '"what":"x"'), 'RR303'],
      ['dropped', [...lines.slice(0, 2), ...lines.slice(3)].join('\n'), 'RR303'],
      ['extended', `${good}{}\n`, 'RR303'],
      ['no fact', good.replace('"type":"coverage"', '"type":"rumour"'), 'RR303'],
      ['not utf-8', Buffer.concat([Buffer.from(`${lines[0]}\n`), Buffer.from([0xff, 0xfe, 0x0a])]), 'RR303'],
      ['cut gzip', gzipSync(good).subarray(0, 60), 'RR303'],
    ];
    for (const [name, content, code] of cases) {
      const path = await write(name, content);
      await assert.rejects(readSnapshot(path), (thrown: { code?: string; message: string }) => thrown.code === code && thrown.message.includes(path), name);
    }
    await assert.rejects(readSnapshot(join(folder, 'nowhere')), { code: 'RR201' });
    await assert.rejects(readSnapshot(folder), { code: 'RR202' });
  });

  it('refuses a decompression bomb and an endless line without holding them', async () => {
    const bomb = await write('bomb', gzipSync(Buffer.alloc(20_000_000, 'a')));
    await assert.rejects(readSnapshot(bomb, { ...defaultSnapshotLimits, maxBytes: 1_000_000 }), { code: 'RR304' });
    await assert.rejects(readSnapshot(bomb, { ...defaultSnapshotLimits, maxLine: 1_000_000 }), { code: 'RR304' });
  });

  it('leaves nothing behind where it cannot write', async () => {
    await assert.rejects(writeSnapshot(join(folder, 'missing', 'x'), facts, '1.0.0'), { code: 'RR501' });
  });
});
