import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { graphDocumentSchema, type GraphDocument } from '../../../model/graph-document.ts';
import { folderWith, runCli } from '../../support/io.ts';

const template = (resources: string): string => `AWSTemplateFormatVersion: '2010-09-09'\nResources:\n${resources}`;
const folder = await folderWith({
  'shop.yaml': template('  Web:\n    Type: AWS::Lambda::Function\n    Properties: { FunctionName: web, Environment: { Variables: { QUEUE: !ImportValue jobs, TABLE: !Ref Orders } } }\n  Orders:\n    Type: AWS::DynamoDB::Table\n    Properties: { TableName: orders }\n'),
  'work.yaml': template('  Jobs:\n    Type: AWS::SQS::Queue\n    Properties: { QueueName: jobs }\nOutputs:\n  Jobs: { Value: !GetAtt Jobs.Arn, Export: { Name: jobs } }\n'),
});
const graph = (...args: string[]): ReturnType<typeof runCli> => runCli(['graph', '--home', 'us-east-1', '--no-config-lookup', '--no-progress', ...args], { cwd: folder });

async function documentOf(...args: string[]): Promise<GraphDocument> {
  const { code, stdout, stderr } = await graph('--format', 'json', ...args);
  assert.equal(code, 0, stderr);
  return graphDocumentSchema.parse(JSON.parse(stdout));
}

const names = ({ nodes }: GraphDocument): string => nodes.map(({ name }) => name).sort().join(' ');

describe('regionready graph', () => {
  it('says what stands out', async () => {
    const { code, stdout } = await graph();
    assert.equal(code, 0);
    assert.match(stdout, /^3 resources, 2 edges, 2 services\n/);
    assert.match(stdout, /us-east-1: 2 services down/);
  });

  it('says who uses data without a copy in a region, and how what runs differs from what is declared', async () => {
    const item = (type: string, name: string, configuration: object): object => ({ awsAccountId: '111122223333', awsRegion: 'us-east-1', resourceType: type, resourceId: name, resourceName: name, ARN: `arn:aws:sqs:us-east-1:111122223333:${name}`, configuration: { QueueName: name, ...configuration } });
    const live = await folderWith({
      'shop.yaml': template("  Web:\n    Type: AWS::Lambda::Function\n    Properties: { FunctionName: web, Role: !GetAtt Role.Arn }\n  Role:\n    Type: AWS::IAM::Role\n    Properties: { Policies: [{ PolicyDocument: { Statement: [{ Effect: Allow, Action: 'dynamodb:PutItem', Resource: !GetAtt Orders.Arn }] } }] }\n  Orders:\n    Type: AWS::DynamoDB::Table\n    Properties: { TableName: orders }\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties: { QueueName: jobs, MessageRetentionPeriod: 3600 }\n  Lost:\n    Type: AWS::SQS::Queue\n    Properties: { QueueName: lost }\n"),
      'live.json': JSON.stringify({ configSnapshotId: 'x', configurationItems: [item('AWS::SQS::Queue', 'jobs', { MessageRetentionPeriod: 345_600 }), item('AWS::SQS::Queue', 'by-hand', {})] }),
    });
    const { stdout } = await runCli(['graph', '--home', 'us-east-1', '--target', 'us-west-2', '--no-config-lookup', '--no-progress'], { cwd: live });
    assert.match(stdout, /Used, and without a copy in us-west-2\n  Role writes orders, which has no copy there\n  web writes orders, which has no copy there/);
    assert.match(stdout, /Declared as code\n  unassigned: 0 of 1 resource that runs\n  shop: 1 of 1 resource that runs; 1 declared one not found/);
    assert.match(stdout, /Runs, and is declared nowhere\n  by-hand \(AWS::SQS::Queue, us-east-1\)/);
    assert.match(stdout, /Sources disagree\n  jobs retentionSeconds: 345600 by live\.json, 3600 by shop\.yaml:\d+/);
    assert.doesNotMatch((await graph()).stdout, /Declared as code|declared nowhere/);
  });

  it('shows all of it, a service, what is around a resource, or services as a whole', async () => {
    assert.equal(names(await documentOf()), 'jobs orders web');
    const shop = await documentOf('--service', 'shop');
    assert.equal(names(shop), 'orders web');
    assert.deepEqual([shop.omitted.nodes, shop.edges.length], [1, 1]);
    assert.equal(names(await documentOf('--service', 'shop', '--depth', '1')), 'jobs orders web');
    assert.equal(names(await documentOf('--around', 'jobs')), 'jobs web');
    assert.equal(names(await documentOf('--around', 'jobs', '--depth', '2')), 'jobs orders web');
    assert.equal(names(await documentOf('--around', 'jobs', '--edge', 'observes')), 'jobs');
    const services = await documentOf('--level', 'service');
    assert.deepEqual(services.edges.map(({ from, to, type, count }) => `${from} ${type} ${to} ${count}`), ['shop needs work 1']);
    assert.equal(services.nodes[0]?.resources, 2);
  });

  it('writes formats of several files beside each other', async () => {
    const { code, stderr } = await graph('--format', 'csv=estate.csv', '--format', 'neptune-csv=load.csv');
    assert.equal(code, 0, stderr);
    assert.match(await readFile(join(folder, 'estate.nodes.csv'), 'utf8'), /^id,name,type/);
    assert.match(await readFile(join(folder, 'load.edges.csv'), 'utf8'), /^"~id","~from"/);
    const nowhere = await graph('--format', 'csv');
    assert.equal(nowhere.code, 2);
    assert.match(nowhere.stderr, /RR103.*2 files[^]*estate\.nodes\.csv and estate\.edges\.csv/);
  });

  it('says what it does not know', async () => {
    for (const [args, words] of [[['--service', 'shpo'], /RR405.*Did you mean shop\?/], [['--around', 'ordres'], /RR405.*Did you mean orders\?/], [['--depth', 'far'], /RR103.*number of steps/], [['--edge', 'readz'], /RR103/]] as const) {
      const { code, stderr } = await graph(...args);
      assert.equal(code, 2);
      assert.match(stderr, words);
    }
  });
});
