import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Fact } from '../../../model/fact.ts';
import { scanAws, type AwsRequest, type AwsScan } from '../../../scanner/aws/index.ts';
import { planAws } from '../../../scanner/aws/plan.ts';
import { failing, fakeAws, type Answer, type Asked } from '../../support/fake-aws.ts';
import { estateAnswer } from '../../support/fake-estate.ts';

const folder = mkdtempSync(join(tmpdir(), 'regionready-scan-'));
after(() => rmSync(folder, { recursive: true, force: true }));
process.env['AWS_ACCESS_KEY_ID'] = 'AKIAFAKEFAKEFAKEFAKE';
process.env['AWS_SECRET_ACCESS_KEY'] = 'fake';
process.env['AWS_REGION'] = 'us-east-1';
const silent = { began: () => undefined, ended: () => undefined, learned: () => undefined, stage: () => undefined };
let number = 0;

interface Run {
  readonly answer?: (asked: Asked) => Answer | undefined;
  readonly change?: Partial<AwsRequest>;
}

async function request<T>({ answer = estateAnswer, change = {} }: Run, use: (request: AwsRequest, asked: readonly Asked[]) => Promise<T>): Promise<T> {
  const aws = await fakeAws(answer);
  try {
    number += 1;
    return await use({
      env: {}, accounts: [], regions: [], home: ['us-east-1'], targets: [], known: [], resume: false, tool: '0', endpointUrl: 'http://127.0.0.1:1', watch: silent,
      wanted: new Map([['dynamodb-table', new Set(['pointInTimeRecovery', 'timeToLive', 'itemCount'])]]),
      now: () => new Date('2026-11-21T00:00:00Z'),
      journal: join(folder, `${number}.journal`),
      ...change,
      ...(change.endpointUrl === undefined ? { endpointUrl: aws.url } : {}),
    }, aws.asked);
  } finally {
    await aws.close();
  }
}

async function learned(scan: AwsScan): Promise<Fact[]> {
  const lines: string[] = [];
  for await (const line of scan.lines()) lines.push(line);
  return [...new Set(lines)].sort().map((line) => JSON.parse(line) as Fact);
}

const scanned = (run: Run = {}) => request(run, async (asking) => {
  const scan = await scanAws(asking);
  const facts = await learned(scan);
  scan.finish();
  return { scan, facts, journal: asking.journal };
});
const resources = (facts: readonly Fact[], by: string) => facts.filter((fact) => fact.type === 'resource').filter(({ source }) => source.scanner === by);

describe('scanAws', () => {
  it('takes what inventories tell, and asks directly for what is wanted beyond', async () => {
    const { facts, scan, journal } = await scanned();
    const tables = resources(facts, 'config').filter(({ kind }) => kind === 'dynamodb-table');
    assert.deepEqual(tables.map(({ name, attributes, tags }) => [name, attributes['pointInTimeRecovery'], 'timeToLive' in attributes, tags]), [['carts', true, false, { app: 'shop' }], ['orders', true, false, { app: 'shop' }]]);
    assert.ok(tables.every(({ references }) => references.some(({ to, edge }) => to.endsWith(':key/k1') && edge === 'uses-key')));
    assert.deepEqual(resources(facts, 'describe').filter(({ kind }) => kind === 'dynamodb-table').map(({ name, attributes }) => [name, attributes['itemCount']]), [['carts', 7], ['orders', 7]]);
    const nat = facts.find((fact) => fact.type === 'resource' && fact.resourceType === 'AWS::EC2::NatGateway');
    assert.ok(nat?.type === 'resource' && nat.arn?.endsWith(':natgateway/nat-0123456789abcdef0') === true && nat.references.some(({ to, target }) => to === 'subnet-0123456789abcdef0' && target === 'AWS::EC2::Subnet'));
    assert.deepEqual(resources(facts, 'tagging').map(({ resourceType, name, tags }) => [resourceType, name, tags]), [['AWS::Lambda::Function', 'checkout', { password: '****' }]]);
    assert.deepEqual(resources(facts, 'resource-explorer').map(({ resourceType }) => resourceType), ['AWS::KinesisVideo::Stream']);
    assert.deepEqual(facts.filter((fact) => fact.type === 'offer').map(({ region, available }) => [region, available]), [['ap-southeast-5', false], ['us-east-1', true]]);
    // What nothing answers for is denied: each action is a blind spot, none an empty list.
    const ttl = scan.blindSpots.find(({ asked }) => asked === 'dynamodb:DescribeTimeToLive');
    assert.match(ttl?.message ?? '', /^2 resources: /);
    assert.equal(scan.complete, false);
    assert.equal(scan.resumable, false);
    assert.ok(!existsSync(journal));
  });

  it('does not ask for a type that AWS Config records and has none of', async () => {
    await request({}, async (asking, asked) => {
      (await scanAws(asking)).finish();
      const operations = new Set(asked.map(({ operation }) => operation));
      assert.ok(operations.has('ListTables') && !operations.has('DescribeInstances') && !operations.has('ListQueues'));
      assert.ok(asked.every(({ region }) => region !== 'ap-southeast-5'));
    });
  });

  it('asks every service itself where AWS Config is not to be asked', async () => {
    await request({ change: { awsConfig: false } }, async (asking, asked) => {
      (await scanAws(asking)).finish();
      const operations = new Set(asked.map(({ operation }) => operation));
      assert.ok(operations.has('ListTables') && operations.has('DescribeInstances') && operations.has('ListQueues'));
      assert.ok(asked.every(({ service }) => service !== 'config'));
    });
  });

  it('continues wherever it was interrupted, and learns the same', async () => {
    const whole = JSON.stringify((await scanned()).facts);
    for (let at = 2; at < 60; at += 7) {
      await request({}, async (asking) => {
        let calls = 0;
        const interrupt = (): void => {
          calls += 1;
          if (calls === at) throw new Error('killed');
        };
        await assert.rejects(scanAws({ ...asking, onCall: interrupt }), /killed/);
        // As a kill leaves it: the last line torn.
        if (existsSync(asking.journal)) writeFileSync(asking.journal, `${readFileSync(asking.journal, 'utf8')}{"s":99999,"f":{"type":"reso`);
        const scan = await scanAws({ ...asking, resume: true, now: () => new Date('2027-01-01T00:00:00Z') });
        const facts = JSON.stringify(await learned(scan));
        scan.finish();
        // Interrupted before the journal began, it is another scan on another day.
        assert.equal(calls <= 2 ? facts.replaceAll('2027-01-01', '2026-11-21') : facts, whole, `interrupted at call ${at}`);
      });
    }
  });

  it('keeps what it has when credentials expire, and says what it did not ask', async () => {
    const whole = JSON.stringify((await scanned()).facts);
    await request({ answer: (asked) => (expired && asked.operation === 'ListTables' ? failing('ExpiredTokenException') : estateAnswer(asked)) }, async (asking) => {
      expired = true;
      const scan = await scanAws(asking);
      assert.ok(scan.resumable && !scan.complete);
      assert.ok(scan.blindSpots.some(({ asked, reason, remedy }) => asked.includes('dynamodb:') && reason === 'denied' && remedy?.includes('--resume')));
      assert.ok(scan.resources >= 4);
      scan.finish();
      expired = false;
      const again = await scanAws({ ...asking, resume: true });
      assert.equal(JSON.stringify(await learned(again)), whole);
      again.finish();
      assert.ok(!existsSync(asking.journal));
    });
  });
  let expired = false;

  it('begins a list anew whose page token expired', async () => {
    const whole = JSON.stringify((await scanned()).facts);
    let refused = 0;
    const { facts } = await scanned({ answer: (asked) => (asked.operation === 'SelectResourceConfig' && asked.input['NextToken'] !== undefined && refused++ === 0 ? failing('InvalidNextTokenException') : estateAnswer(asked)) });
    assert.equal(refused, 2);
    assert.equal(JSON.stringify(facts), whole);
  });

  it('refuses a journal of another scan, and overwrites none', async () => {
    await request({}, async (asking) => {
      await assert.rejects(scanAws({ ...asking, onCall: ({ operation }) => { if (operation === 'ListTables') throw new Error('killed'); } }), /killed/);
      await assert.rejects(scanAws(asking), { code: 'RR703' });
      await assert.rejects(scanAws({ ...asking, resume: true, targets: ['eu-west-1'] }), { code: 'RR703', message: /targets differ/ });
    });
  });

  it('cannot begin without an answer to who is calling', async () => {
    await request({ answer: () => failing('InvalidClientTokenId', { status: 403 }) }, async (asking) => assert.rejects(scanAws(asking), { code: 'RR702' }));
    await request({ change: { accounts: ['444455556666'] } }, async (asking) => assert.rejects(scanAws(asking), { code: 'RR102' }));
  });

  it('enters accounts by their role, and takes the rest from an aggregator', async () => {
    const assumed = (id: string): Answer => ({ type: 'text/xml', body: `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>ASIA${id}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>` });
    const item = (id: string) => JSON.stringify({ accountId: id, awsRegion: 'us-east-1', resourceType: 'AWS::SNS::Topic', resourceId: `arn:aws:sns:us-east-1:${id}:events`, arn: `arn:aws:sns:us-east-1:${id}:events`, configuration: {} });
    const ids = ['222233334444', '333344445555'];
    const { facts, scan } = await scanned({
      change: { accounts: ids, role: 'regionready-reader', externalId: 'x', aggregator: 'org@eu-west-1' },
      answer(asked) {
        if (asked.operation === 'AssumeRole') return asked.text.includes(ids[0] ?? '') && asked.text.includes('ExternalId=x') ? assumed(ids[0] ?? '') : undefined;
        if (asked.operation !== 'SelectAggregateResourceConfig') return asked.operation === 'DescribeConfigurationAggregatorSourcesStatus' ? { body: {} } : asked.operation === '/listRegions' ? estateAnswer(asked) : undefined;
        const expression = String(asked.input['Expression']);
        assert.deepEqual([asked.region, asked.input['ConfigurationAggregatorName']], ['eu-west-1', 'org']);
        if (expression.includes('GROUP BY')) return { body: { Results: [...ids, '999999999999'].map((accountId) => JSON.stringify({ accountId, awsRegion: 'us-east-1', resourceType: 'AWS::SNS::Topic', 'COUNT(*)': 1 })) } };
        return { body: { Results: ids.filter((id) => expression.includes(`'${id}'`)).map(item) } };
      },
    });
    assert.deepEqual(resources(facts, 'config').map(({ account, name }) => [account, name]), ids.map((id) => [id, 'events']));
    const lost = scan.blindSpots.filter(({ account }) => account === ids[1]);
    assert.ok(lost.some(({ reason, message }) => reason === 'denied' && message.includes('AssumeRole')), JSON.stringify(lost));
    assert.ok(facts.some((fact) => fact.type === 'offer' && fact.what === `account:${ids[0]}`));
    assert.ok(scan.resumable);
  });

  it('plans with a census alone', async () => {
    await request({}, async (asking, asked) => {
      const plan = await planAws(asking);
      assert.ok(plan.stages.find(({ title }) => title === 'Services')?.actions.includes('dynamodb:ListTables'));
      assert.ok(asked.every(({ operation }) => ['GetCallerIdentity', '/listRegions', 'DescribeConfigurationRecorders', 'DescribeConfigurationRecorderStatus', 'SelectResourceConfig', '/ListIndexes', '/GetDefaultView', '/GetView', '/ListResources'].includes(operation)));
    });
  });
});
