import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readSnapshot } from '../../../cli/snapshot-file.ts';
import { tiny, tinyServices } from '../../estates/aws/tiny.ts';
import { inventories } from '../../support/aws/inventories.ts';
import { scanChild, type Child } from '../../support/aws/scan-child.ts';
import { fakeServer, type FakeAws } from '../../support/aws/server.ts';
import { folderWith } from '../../support/io.ts';

const fake = (onCall: (index: number) => void = () => undefined): Promise<FakeAws> =>
  fakeServer({
    caller: tiny.caller,
    handlers: [inventories(tiny, { page: 2 }), tinyServices],
    fault({ index }) {
      onCall(index);
      return undefined;
    },
  });
const args = ({ url }: FakeAws): string[] => ['--endpoint-url', url, '--target', 'eu-west-1', '-o', 'out.snapshot', '--quiet'];
const ended = ({ code, stderr }: Child): void => assert.ok(code === 0 || code === 3, stderr);

/** Facts of a snapshot without times and without the port of the fake. */
async function factsIn(cwd: string): Promise<string[]> {
  const { facts } = await readSnapshot(join(cwd, 'out.snapshot'));
  return facts.map((fact) => JSON.stringify(fact).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then'));
}

describe('a scan that is continued', () => {
  const whole = (async () => {
    const cwd = await folderWith({});
    const aws = await fake();
    ended(await scanChild(args(aws), { cwd }));
    await aws.close();
    return { facts: await factsIn(cwd), calls: aws.asked.length };
  })();

  it('ends in the same facts, however often it was killed', async () => {
    const { facts, calls } = await whole;
    assert.ok(facts.length > 40 && calls > 60, `${facts.length} facts, ${calls} calls`);
    const cwd = await folderWith({});
    let kills = 0;
    // The endpoint is part of what a scan is: one fake serves every run.
    let kill = (): void => undefined;
    let until = 9;
    const aws = await fake((index) => {
      if (index === until) kill();
    });
    for (;;) {
      const child = await scanChild(existsSync(join(cwd, 'out.snapshot.journal')) ? [...args(aws), '--resume'] : args(aws), { cwd, onStart: (end) => (kill = end) });
      if (child.signal !== 'SIGKILL') {
        ended(child);
        break;
      }
      kills += 1;
      assert.ok(!existsSync(join(cwd, 'out.snapshot')));
      until = aws.asked.length + 16 + 4 * kills;
    }
    await aws.close();
    assert.ok(kills >= 3, `killed ${kills} times`);
    assert.deepEqual(await factsIn(cwd), facts);
    assert.ok(!existsSync(join(cwd, 'out.snapshot.journal')));
    assert.ok(aws.asked.length < 2 * calls + 20 * kills, `${aws.asked.length} calls instead of ${calls}`);
  });

  it('keeps what it had written when the disk was full', async () => {
    const { facts } = await whole;
    const cwd = await folderWith({});
    const aws = await fake();
    const full = await scanChild(args(aws), { cwd, blocks: 20 });
    assert.deepEqual([full.code, /RR501/.test(full.stderr), existsSync(join(cwd, 'out.snapshot'))], [2, true, false], full.stderr);
    assert.ok(statSync(join(cwd, 'out.snapshot.journal')).size > 5_000);
    const again = await scanChild([...args(aws), '--resume'], { cwd });
    await aws.close();
    ended(again);
    assert.deepEqual(await factsIn(cwd), facts);
  });
});
