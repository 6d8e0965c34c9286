import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { baselineOf, emptyBaseline, readBaseline, staleEntries, writeBaseline } from '../../cli/baseline.ts';
import { folderWith } from '../support/io.ts';
import { verdict } from '../support/tiny-readiness.ts';

const gaps = ['b', 'a', 'c'].map((subject) => verdict({ subject, fingerprint: subject.repeat(32) }));

describe('baseline', () => {
  it('holds the gaps of today, sorted, each once, and drops what is gone', () => {
    const first = baselineOf([...gaps, ...gaps, verdict({ state: 'unknown' }), verdict({ state: 'exempt' })], emptyBaseline);
    assert.deepEqual(first.baseline.findings.map(({ subject }) => subject), ['a', 'b', 'c']);
    assert.equal(first.added, 3);
    const second = baselineOf(gaps.slice(0, 2), first.baseline);
    assert.deepEqual([second.added, second.removed, second.baseline.findings.length], [0, 1, 2]);
    assert.deepEqual(staleEntries(first.baseline, gaps.slice(0, 2)).map(({ subject }) => subject), ['c']);
  });

  it('is written whole and read back', async () => {
    const path = join(await folderWith({}), 'baseline.json');
    const { baseline } = baselineOf(gaps, emptyBaseline);
    await writeBaseline(path, baseline);
    assert.deepEqual(await readBaseline(path, false), baseline);
    assert.match(await readFile(path, 'utf8'), /^\{\n {2}"format": "regionready\/baseline"/);
  });

  it('refuses what is none', async () => {
    const folder = await folderWith({ broken: '{', other: '{"format":"x"}', print: '{"format":"regionready/baseline","version":1,"findings":[{"fingerprint":"x","rule":"a","subject":"b"}]}' });
    for (const name of ['broken', 'other', 'print']) await assert.rejects(readBaseline(join(folder, name), false), (thrown: { code: string; message: string }) => thrown.code === 'RR601' && thrown.message.includes(name));
    await assert.rejects(readBaseline(join(folder, 'missing'), false), { code: 'RR201' });
    assert.deepEqual(await readBaseline(join(folder, 'missing'), true), emptyBaseline);
    await assert.rejects(readBaseline(folder, true), { code: 'RR202' });
  });

  it('leaves devices what they are and reports what cannot be written', async () => {
    await writeBaseline('/dev/null', emptyBaseline);
    assert.equal(await readFile('/dev/null', 'utf8'), '');
    const folder = await folderWith({ file: 'x' });
    await assert.rejects(writeBaseline(join(folder, 'none', 'x'), emptyBaseline), { code: 'RR501' });
    await assert.rejects(writeBaseline(folder, emptyBaseline), { code: 'RR501' });
    await writeFile(join(folder, 'file'), 'y');
  });
});
