import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { neptuneGlobalCluster } from '../../../model/kinds/neptune-global-cluster.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('neptune-global-cluster', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(neptuneGlobalCluster, {
      cloudformation: { GlobalClusterIdentifier: 'world', SourceDBClusterIdentifier: 'main', EngineVersion: '1', DeletionProtection: true },
      terraform: { global_cluster_identifier: 'world', source_db_cluster_identifier: 'main', engine_version: '1', deletion_protection: true },
    });
    assert.deepEqual(read, { engineVersion: '1', source: 'main', deletionProtection: true });
    const writer = 'arn:aws:rds:eu-west-1:123456789012:cluster:main';
    sameDescribed(neptuneGlobalCluster, {
      like: read, untold: ['source'], beyond: { members: [writer], writer },
      describe: { GlobalClusterIdentifier: 'world', Engine: 'neptune', EngineVersion: '1', DeletionProtection: true, GlobalClusterMembers: [{ DBClusterArn: writer, IsWriter: true, Readers: [] }] },
    });
  });

  it('contains its source and the members that Terraform state lists', () => {
    const arn = 'arn:aws:rds:eu-west-1:123456789012:cluster:main';
    const read = attributesOf(neptuneGlobalCluster, 'terraform', { global_cluster_members: [{ db_cluster_arn: arn, is_writer: true }] });
    assert.equal(read['writer'], arn);
    assert.deepEqual(referencesOf(neptuneGlobalCluster, { ...read, source: 'main' }), [
      { edge: 'contains', to: 'main', target: 'AWS::Neptune::DBCluster' },
      { edge: 'contains', to: arn, target: 'AWS::Neptune::DBCluster' },
    ]);
  });
});
