import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { docdbGlobalCluster } from '../../../model/kinds/docdb-global-cluster.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('docdb-global-cluster', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(docdbGlobalCluster, {
      cloudformation: { GlobalClusterIdentifier: 'world', SourceDBClusterIdentifier: 'main', EngineVersion: '1', DeletionProtection: true },
      terraform: { global_cluster_identifier: 'world', source_db_cluster_identifier: 'main', engine_version: '1', deletion_protection: true },
    });
    assert.deepEqual(read, { engineVersion: '1', source: 'main', deletionProtection: true });
    const writer = 'arn:aws:rds:eu-west-1:123456789012:cluster:main';
    sameDescribed(docdbGlobalCluster, {
      like: read, untold: ['source'], beyond: { members: [writer], writer },
      describe: { GlobalClusterIdentifier: 'world', Engine: 'docdb', EngineVersion: '1', DeletionProtection: true, GlobalClusterMembers: [{ DBClusterArn: writer, IsWriter: true, Readers: [] }] },
    });
  });

  it('contains its source and the members that Terraform state lists', () => {
    const arn = 'arn:aws:rds:eu-west-1:123456789012:cluster:main';
    const read = attributesOf(docdbGlobalCluster, 'terraform', { global_cluster_members: [{ db_cluster_arn: arn, is_writer: true }] });
    assert.equal(read['writer'], arn);
    assert.deepEqual(referencesOf(docdbGlobalCluster, { ...read, source: 'main' }), [
      { edge: 'contains', to: 'main', target: 'AWS::DocDB::DBCluster' },
      { edge: 'contains', to: arn, target: 'AWS::DocDB::DBCluster' },
    ]);
  });
});
