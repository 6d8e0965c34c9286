import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readSnapshot } from '../../../cli/snapshot-file.ts';
import { fakeAws } from '../../support/fake-aws.ts';
import { estateAnswer } from '../../support/fake-estate.ts';
import { folderWith, runCli } from '../../support/io.ts';

process.env['AWS_ACCESS_KEY_ID'] = 'AKIAFAKEFAKEFAKEFAKE';
process.env['AWS_SECRET_ACCESS_KEY'] = 'fake';
process.env['AWS_REGION'] = 'us-east-1';
const template = 'Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties: { QueueName: jobs }\n';

describe('regionready scan of AWS', () => {
  it('writes templates and accounts into one snapshot, and says by its exit status that AWS did not answer everything', async () => {
    const aws = await fakeAws(estateAnswer);
    const cwd = await folderWith({ 'app.yaml': template });
    try {
      const { code, stderr } = await runCli(['scan', '.', '--endpoint-url', aws.url, '--home', 'us-east-1', '-o', 'estate.snapshot'], { cwd });
      assert.equal(code, 3, stderr);
      assert.match(stderr, /Asked AWS of 1 account: 111122223333/);
      assert.match(stderr, /Incomplete/);
      const { facts } = await readSnapshot(join(cwd, 'estate.snapshot'));
      const types = new Set(facts.flatMap((fact) => (fact.type === 'resource' ? [`${fact.resourceType} ${fact.source.scanner}`] : [])));
      for (const each of ['AWS::SQS::Queue cloudformation', 'AWS::DynamoDB::Table config', 'AWS::DynamoDB::Table describe']) assert.ok(types.has(each), each);
      assert.ok(!existsSync(join(cwd, 'estate.snapshot.journal')));
    } finally {
      await aws.close();
    }
  });

  it('plans without a snapshot', async () => {
    const aws = await fakeAws(estateAnswer);
    try {
      const { code, stdout } = await runCli(['scan', '--endpoint-url', aws.url, '--dry-run']);
      assert.equal(code, 0);
      assert.match(stdout, /dynamodb:ListTables/);
    } finally {
      await aws.close();
    }
  });

  it('asks AWS only when told to, and refuses what cannot be meant', async () => {
    const cwd = await folderWith({ 'app.yaml': template });
    const { code, stderr } = await runCli(['scan', '--home', 'us-east-1', '-o', 'estate.snapshot'], { cwd });
    assert.equal(code, 0);
    assert.doesNotMatch(stderr, /Asked AWS/);
    for (const option of [['--accounts', '12'], ['--role', 'a b'], ['--endpoint-url', 'localhost'], ['--regions', 'nowhere-1x']]) {
      assert.equal((await runCli(['scan', '-o', 'x.snapshot', ...option], { cwd })).code, 2, option.join(' '));
    }
  });
});
