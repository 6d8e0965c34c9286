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
