import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { writeSnapshot } from '../../../cli/snapshot-file.ts';
import type { Judgement } from '../../../model/readiness.ts';
import { resource } from '../../support/facts.ts';
import { folderWith, runCli, type Ran } from '../../support/io.ts';
import { hostile, tinyReadiness, verdict } from '../../support/tiny-readiness.ts';

let cwd = '';
before(async () => {
  const readiness = (judgements: readonly Partial<Judgement>[]): string => JSON.stringify({ ...tinyReadiness, judgements: judgements.map(verdict) });
  const other = JSON.stringify({ ...tinyReadiness, intent: { ...tinyReadiness.intent, target: 'sa-east-1' } });
  cwd = await folderWith({ 'good.json': readiness([{ state: 'ready' }]), 'bad.json': readiness([{}]), 'low.json': readiness([{ severity: 'low', title: hostile }]), 'other.json': other, 'broken.json': '{', 'none.json': '{"format":"else"}' });
  await writeSnapshot(join(cwd, 'a.snapshot'), [resource('arn:aws:s3:::media', { name: 'media' })], 'test');
  await writeSnapshot(join(cwd, 'b.snapshot.gz'), [resource('arn:aws:s3:::logs', { name: 'logs' })], 'test');
  await writeFile(join(cwd, 'list.json'), `[${readiness([{}])}]`);
});
const diff = (...argv: readonly string[]): Promise<Ran> => runCli(['diff', ...argv], { cwd });

describe('diff', () => {
  it('fails on new gaps only, from the given severity on', async () => {
    assert.equal((await diff('good.json', 'bad.json')).code, 1);
    assert.equal((await diff('good.json', 'low.json')).code, 0);
    assert.equal((await diff('good.json', 'low.json', '--fail-on', 'low')).code, 1);
    assert.equal((await diff('good.json', 'bad.json', '--fail-on', 'none')).code, 0);
    assert.equal((await diff('bad.json', 'list.json')).code, 0);
    assert.equal((await diff('bad.json', 'good.json')).code, 0);
  });

  it('prints news for people and machines', async () => {
    assert.match((await diff('good.json', 'bad.json')).stdout, /What changed for us-east-1 → eu-west-1 since 2030-01-31[^]*New {2}1 verdict\n {4}\+ critical data-tiny: media\n/);
    assert.match((await diff('good.json', 'bad.json', '-f', 'markdown')).stdout, /<details open><summary><b>New<\/b> \(1 verdict\)<\/summary>/);
    assert.equal(JSON.parse((await diff('good.json', 'bad.json', '-f', 'json')).stdout).verdicts.length, 1);
  });

  it('lets no name rewrite a terminal or a comment', async () => {
    assert.doesNotMatch((await diff('good.json', 'low.json')).stdout, /\u001b|\u202e|\u0007/);
    assert.doesNotMatch((await diff('good.json', 'low.json', '-f', 'markdown')).stdout, /<img|@team\b|\[l\]\(/);
  });

  it('compares snapshots', async () => {
    assert.match((await diff('a.snapshot', 'b.snapshot.gz')).stdout, /1 resource → 1 resource, 0 unchanged[^]*\+ \S+ logs[^]*– \S+ media/);
  });

  it('compares rehearsals, and fails where a service fares worse', async () => {
    const table = (replicas: string): string => `Resources:\n  T: { Type: AWS::DynamoDB::GlobalTable, Properties: { TableName: t, Replicas: [${replicas}] } }\n`;
    const folder = await folderWith({ '.git/HEAD': '', 'one/t.yaml': table('{ Region: us-east-1 }'), 'two/t.yaml': table('{ Region: us-east-1 }, { Region: us-west-2 }') });
    const rehearse = async (name: string): Promise<unknown> => writeFile(join(folder, `${name}.json`), (await runCli(['simulate', name, '--home', 'us-east-1', '-t', 'us-west-2', '--lose', 'us-east-1', '-f', 'json'], { cwd: folder })).stdout);
    await rehearse('one');
    await rehearse('two');
    const better = await runCli(['diff', 'one.json', 'two.json'], { cwd: folder });
    assert.equal(better.code, 0, better.stderr);
    assert.match(better.stdout, /What changed without us-east-1[^]*▼ t: stops → (?:recovers|survives) \(better\)[^]*no more: the data of t has no copy/);
    assert.equal((await runCli(['diff', 'two.json', 'one.json'], { cwd: folder })).code, 1);
    assert.match((await runCli(['diff', 'two.json', 'one.json', '-f', 'markdown'], { cwd: folder })).stdout, /## What changed without us-east-1/);
  });

  for (const [argv, message] of [
    [['a.snapshot', 'good.json'], /RR103.*only documents of the same kind/],
    [['good.json', 'other.json'], /RR103.*no target in common: eu-west-1; sa-east-1/],
    [['good.json', 'broken.json'], /RR801.*broken\.json is not JSON/],
    [['good.json', 'none.json'], /RR801.*none\.json is no readiness of this version/],
    [['good.json', 'nowhere.json'], /RR201/],
    [['good.json'], /missing required argument|RR10/],
  ] as const) {
    it(`refuses ${argv.join(' ')}`, async () => {
      const ran = await diff(...argv);
      assert.equal(ran.code, 2);
      assert.match(ran.stderr, message);
    });
  }
});
