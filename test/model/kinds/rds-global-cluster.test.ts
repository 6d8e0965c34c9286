import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rdsGlobalCluster } from '../../../model/kinds/rds-global-cluster.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

const writer = 'arn:aws:rds:eu-west-1:123456789012:cluster:shop';

describe('rds-global-cluster', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(rdsGlobalCluster, {
      cloudformation: { GlobalClusterIdentifier: 'shop-global', Engine: 'aurora-postgresql', EngineVersion: '15.4', SourceDBClusterIdentifier: writer, StorageEncrypted: true },
      terraform: { global_cluster_identifier: 'shop-global', engine: 'aurora-postgresql', engine_version: '15.4', source_db_cluster_identifier: writer, storage_encrypted: true },
    });
    assert.deepEqual(read, { engine: 'aurora-postgresql', engineVersion: '15.4', source: writer, encrypted: true, deletionProtection: false });
    const endpoint = 'shop-global.global-abc.global.rds.amazonaws.com';
    sameDescribed(rdsGlobalCluster, {
      like: read,
      untold: ['source'],
      beyond: { members: ['arn:aws:rds:eu-central-1:123456789012:cluster:shop-dr', writer], writer, endpoint },
      describe: {
        GlobalClusterIdentifier: 'shop-global', Engine: 'aurora-postgresql', EngineVersion: '15.4', StorageEncrypted: true, DeletionProtection: false, Endpoint: endpoint,
        GlobalClusterMembers: [
          { DBClusterArn: writer, IsWriter: true, Readers: ['arn:aws:rds:eu-central-1:123456789012:cluster:shop-dr'] },
          { DBClusterArn: 'arn:aws:rds:eu-central-1:123456789012:cluster:shop-dr', IsWriter: false, Readers: [] },
        ],
      },
    });
  });

  it('reads members from Terraform state', () => {
    const reader = 'arn:aws:rds:eu-central-1:123456789012:cluster:shop-2';
    const { members, writer: found } = attributesOf(rdsGlobalCluster, 'terraform', {
      global_cluster_members: [{ db_cluster_arn: reader, is_writer: false }, { db_cluster_arn: writer, is_writer: true }],
    });
    assert.deepEqual([members, found], [[reader, writer], writer]);
  });

  it('contains its source', () => {
    assert.deepEqual(referencesOf(rdsGlobalCluster, { source: 'shop' }), [{ edge: 'contains', to: 'shop', target: 'AWS::RDS::DBCluster' }]);
  });
});
