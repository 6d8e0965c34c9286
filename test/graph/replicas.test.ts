import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildEstate } from '../../graph/build.ts';
import { copiesOf, uncopiedUses } from '../../graph/queries/copies.ts';
import { viewOf } from '../../graph/view.ts';
import type { ResourceFact } from '../../model/fact.ts';
import { resource } from '../support/facts.ts';

const account = '111122223333';
const table = (id: string, given: Partial<ResourceFact> = {}): ResourceFact =>
  resource(id, { resourceType: 'AWS::DynamoDB::Table', kind: 'dynamodb-table', name: 'orders', identities: ['orders'], region: 'us-east-1', partition: 'aws', ...given });
const arn = (region: string): string => `arn:aws:dynamodb:${region}:${account}:table/orders`;
const told = (facts: ResourceFact[]): string[] => buildEstate(facts).edges.map(({ from, type, to }) => `${from} ${type} ${to}`);

describe('replicas', () => {
  const global = table('cfn/orders', { attributes: { replicaRegions: ['eu-west-1'], replicas: [{ region: 'eu-west-1', pointInTimeRecovery: true }] } });

  it('become resources of their region, whose ARNs mean them', () => {
    const reader = resource('cfn/fn', { region: 'eu-west-1', references: [{ path: 'T', to: arn('eu-west-1'), edge: 'reads' }] });
    const { resources, edges, dangling } = buildEstate([global, reader]);
    assert.deepEqual(edges.map(({ from, type, to }) => `${from} ${type} ${to}`), ['cfn/fn reads cfn/orders@eu-west-1', 'cfn/orders replicates cfn/orders@eu-west-1']);
    assert.deepEqual(dangling, []);
    const copy = resources.get('cfn/orders@eu-west-1');
    assert.deepEqual([copy?.kind, copy?.region, copy?.name, copy?.attributes], ['dynamodb-table', 'eu-west-1', 'orders', { pointInTimeRecovery: true, streamEnabled: true }]);
    assert.deepEqual(edges[1]?.evidence[0]?.source, global.source, 'the proof is where the original asks for it');
  });

  it('are not made where a source tells of them', () => {
    const known = { ...global, arn: arn('us-east-1'), account };
    const live = table(arn('eu-west-1'), { arn: arn('eu-west-1'), account, region: 'eu-west-1', source: { scanner: 'aws-config' } });
    assert.deepEqual(told([known, live]), [`${arn('us-east-1')} replicates ${arn('eu-west-1')}`]);
    assert.equal(buildEstate([known, live]).resources.size, 2);
    assert.deepEqual(told([global, table('cfn/other', { region: 'eu-west-1' })]), ['cfn/orders replicates cfn/other'], 'by name in its region');
  });

  it('of a registry are its repositories that the filters take in', () => {
    const repository = (name: string): ResourceFact => resource(`cfn/${name}`, { resourceType: 'AWS::ECR::Repository', kind: 'ecr-repository', name, identities: [name] });
    const registry = resource('cfn/registry', { resourceType: 'AWS::ECR::ReplicationConfiguration', kind: 'ecr-replication-configuration', attributes: { rules: [{ regions: ['eu-west-1', 'us-west-2'], prefixes: ['shop/'] }] } });
    assert.deepEqual(told([repository('shop/api'), repository('tools'), registry]), ['cfn/shop/api replicates cfn/shop/api@eu-west-1', 'cfn/shop/api replicates cfn/shop/api@us-west-2']);
  });
});

describe('copiesOf and uncopiedUses', () => {
  const bucket = (id: string, region: string, attributes = {}): ResourceFact => resource(id, { resourceType: 'AWS::S3::Bucket', kind: 's3-bucket', name: id, region, attributes });
  const reads = (id: string, to: string): ResourceFact => resource(id, { references: [{ path: 'X', to: `⟦${to}⟧`, edge: 'reads' }] });
  const replicate = (from: string, to: string) => ({ type: 'reference', from: `⟦${from}⟧`, to: `⟦${to}⟧`, edge: 'replicates', how: 'rule', source: { scanner: 'test' } }) as const;

  it('find copies in every direction', () => {
    const view = viewOf(buildEstate([bucket('a', 'us-east-1'), bucket('b', 'eu-west-1'), bucket('c', 'us-west-2'), replicate('a', 'b'), replicate('a', 'c')]));
    const copies = (id: string): string[] => copiesOf(view, view.resource(id) as never).map(({ name, region, basis }) => `${name} ${region} ${basis}`).sort();
    assert.deepEqual(copies('a'), ['b eu-west-1 replication', 'c us-west-2 replication']);
    assert.deepEqual(copies('b'), ['a us-east-1 replication', 'c us-west-2 replication'], 'its source and the source’s other replicas');
  });

  it('find members of a global database, copied backups, and references to elsewhere', () => {
    const cluster = (id: string, region: string): ResourceFact => resource(id, { resourceType: 'AWS::RDS::DBCluster', kind: 'rds-cluster', name: id, region, attributes: { globalCluster: 'shop' } });
    const instance = resource('i', { resourceType: 'AWS::RDS::DBInstance', kind: 'rds-instance', attributes: { automatedBackupRegions: ['eu-west-1'] } });
    const lone = bucket('s', 'us-east-1');
    const view = viewOf(buildEstate([cluster('one', 'us-east-1'), cluster('two', 'eu-west-1'), instance, { ...lone, references: [{ path: 'R', to: 'arn:aws:dsql:eu-west-1:1:cluster/x', edge: 'replicates' }] }]));
    const copies = (id: string): string[] => copiesOf(view, view.resource(id) as never).map(({ region, basis }) => `${region} ${basis}`);
    assert.deepEqual([copies('one'), copies('i'), copies('s')], [['eu-west-1 membership'], ['eu-west-1 backup'], ['eu-west-1 replication']]);
  });

  it('say who uses data that has no copy in a region', () => {
    const view = viewOf(buildEstate([bucket('a', 'us-east-1'), bucket('b', 'eu-west-1'), bucket('lone', 'us-east-1'), replicate('a', 'b'), reads('f', 'a'), reads('g', 'lone')]));
    const missing = (region: string): string[] => uncopiedUses(view, region).map(({ user, store, possibly }) => `${user.id} ${store.id} ${possibly}`);
    assert.deepEqual(missing('eu-west-1'), ['g lone false']);
    assert.deepEqual(missing('us-west-2'), ['f a false', 'g lone false']);
    assert.deepEqual(missing('us-east-1'), []);
  });
});
