import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dsqlCluster } from '../../../model/kinds/dsql-cluster.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('dsql-cluster', () => {
  const peer = 'arn:aws:dsql:us-east-2:123456789012:cluster/abc';

  it('reads the linked clusters, which Terraform declares apart', () => {
    const read = sameAttributes(dsqlCluster, {
      cloudformation: { MultiRegionProperties: { WitnessRegion: 'us-west-2', Clusters: [peer] }, KmsEncryptionKey: 'alias/ledger' },
      terraform: { kms_encryption_key: 'alias/ledger', multi_region_properties: [{ witness_region: 'us-west-2' }] },
      parts: { aws_dsql_cluster_peering: { identifier: 'x', clusters: [peer], witness_region: 'us-west-2' } },
    });
    assert.deepEqual(read, { peers: [peer], witnessRegion: 'us-west-2', kmsKey: 'alias/ledger', deletionProtection: false });
    sameDescribed(dsqlCluster, {
      like: { ...read, kmsKey: 'arn:aws:kms:us-east-1:123456789012:key/1' },
      describe: {
        identifier: 'def', arn: 'arn:aws:dsql:us-east-1:123456789012:cluster/def', status: 'ACTIVE', deletionProtectionEnabled: false,
        multiRegionProperties: { witnessRegion: 'us-west-2', clusters: [peer, 'arn:aws:dsql:us-east-1:123456789012:cluster/def'] },
        encryptionDetails: { encryptionType: 'CUSTOMER_MANAGED_KMS_KEY', kmsKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/1', encryptionStatus: 'ENABLED' },
      },
    });
  });

  it('knows a cluster of one region in each source', () => {
    const alone = sameAttributes(dsqlCluster, { cloudformation: { DeletionProtectionEnabled: true }, terraform: { deletion_protection_enabled: true }, parts: {} });
    assert.deepEqual(alone, { peers: [], deletionProtection: true });
    sameDescribed(dsqlCluster, { like: alone, describe: { identifier: 'def', arn: 'arn:aws:dsql:us-east-1:123456789012:cluster/def', deletionProtectionEnabled: true } });
  });

  it('links what it replicates to and its key, unless AWS owns that', () => {
    assert.deepEqual(referencesOf(dsqlCluster, { peers: [peer], kmsKey: 'alias/ledger' }), [
      { edge: 'replicates', to: peer, target: 'AWS::DSQL::Cluster' },
      { edge: 'uses-key', to: 'alias/ledger', target: 'AWS::KMS::Alias' },
    ]);
    assert.deepEqual(referencesOf(dsqlCluster, { kmsKey: 'AWS_OWNED_KMS_KEY' }), []);
  });
});
