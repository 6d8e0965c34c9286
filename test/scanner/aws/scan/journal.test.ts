import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { openJournal, type Journal } from '../../../../scanner/aws/scan/journal.ts';

const folder = mkdtempSync(join(tmpdir(), 'regionready-journal-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let number = 0;
const next = (): string => join(folder, `${(number += 1)}.journal`);
const open = (path: string, resume = true): Promise<Journal> => openJournal({ path, scope: { tool: '0' }, asOf: '2026-11-21T00:00:00.000Z', resume });
const note = (region: string) => ({ note: 'tagged' as const, account: '1', region });

async function regionsIn(journal: Journal): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of journal.entries()) if ('note' in entry && entry.note.note === 'tagged') found.push(entry.note.region);
  return found;
}

describe('journal', () => {
  it('counts what was closed, and goes on behind the cursor', async () => {
    const path = next();
    const first = await open(path);
    const stretch = first.begin('a');
    stretch.note(note('closed'));
    stretch.close('more', { cursor: 'page-2' });
    first.begin('a').note(note('open'));
    first.close();
    const second = await open(path);
    assert.deepEqual([second.resumed, second.asOf, second.state('a')], [true, '2026-11-21T00:00:00.000Z', { ended: false, cursor: 'page-2', begun: true, failed: false }]);
    assert.deepEqual(await regionsIn(second), ['closed']);
    const last = second.begin('a');
    last.note(note('later'));
    last.close('done');
    assert.deepEqual(await regionsIn(second), ['closed', 'later']);
    assert.equal(second.state('a').ended, true);
    second.close();
  });

  it('forgets tasks that are to be asked again, and those that were dropped', async () => {
    const path = next();
    const first = await open(path);
    for (const [task, end] of [['again', 'again'], ['dropped', 'more'], ['done', 'done']] as const) {
      const stretch = first.begin(task);
      stretch.note(note(task));
      stretch.close(end);
    }
    first.drop('dropped');
    assert.deepEqual(await regionsIn(first), ['again', 'done']);
    assert.deepEqual(first.again(), ['again']);
    first.close();
    const second = await open(path);
    assert.deepEqual(await regionsIn(second), ['done']);
    second.close();
    const third = await open(path);
    assert.deepEqual(await regionsIn(third), ['done']);
    third.close();
  });

  it('reads whatever a kill leaves: every prefix of the file', async () => {
    const path = next();
    const first = await open(path);
    for (const region of ['a', 'b', 'é']) {
      const stretch = first.begin(region);
      stretch.note(note(region));
      stretch.close('done');
    }
    first.close();
    const whole = readFileSync(path);
    const seen = new Set<string>();
    for (let length = 0; length <= whole.length; length += 1) {
      writeFileSync(path, whole.subarray(0, length));
      const journal = await open(path);
      const found = await regionsIn(journal);
      const again = journal.begin('z');
      again.note(note('z'));
      again.close('done');
      assert.deepEqual(await regionsIn(journal), [...found, 'z']);
      journal.close();
      seen.add(found.join(''));
    }
    assert.deepEqual([...seen], ['', 'a', 'ab', 'abé']);
  });

  it('counts no stretch whose lines were changed, and refuses what is no journal', async () => {
    const path = next();
    const first = await open(path);
    const stretch = first.begin('a');
    stretch.note(note('eu-west-1'));
    stretch.close('done');
    first.close();
    writeFileSync(path, readFileSync(path, 'utf8').replace('"eu-west-1"', '"eu-west-2"'));
    const second = await open(path);
    assert.deepEqual([await regionsIn(second), second.state('a').ended], [[], false]);
    second.close();
    appendFileSync(path, 'nonsense\n');
    await assert.rejects(open(path), { code: 'RR703' });
    await assert.rejects(open(path, false), { code: 'RR703' });
    await assert.rejects(openJournal({ path: next(), scope: {}, asOf: '', resume: true }).then(() => open(join(folder, 'missing', 'x'))), { code: 'RR501' });
  });
});
