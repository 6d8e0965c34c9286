import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { docdbCluster } from '../../../model/kinds/docdb-cluster.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('docdb-cluster', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(docdbCluster, {
      cloudformation: { DBClusterIdentifier: 'catalogue', EngineVersion: '5.0.0', GlobalClusterIdentifier: 'catalogue-global', KmsKeyId: 'alias/db', DeletionProtection: true, VpcSecurityGroupIds: ['sg-1', 'sg-0'], AvailabilityZones: ['eu-west-1a'] },
      terraform: { cluster_identifier: 'catalogue', engine_version: '5.0.0', global_cluster_identifier: 'catalogue-global', kms_key_id: 'alias/db', deletion_protection: true, vpc_security_group_ids: ['sg-0', 'sg-1'], availability_zones: ['eu-west-1a'] },
    });
    assert.deepEqual(read, {
      namedExplicitly: true, engineVersion: '5.0.0', joinsGlobalCluster: true, globalCluster: 'catalogue-global', managedPassword: false, encrypted: true, kmsKey: 'alias/db',
      deletionProtection: true, backupRetentionDays: 1, securityGroups: ['sg-0', 'sg-1'], availabilityZones: ['eu-west-1a'], logExports: [],
    });
    sameDescribed(docdbCluster, {
      like: read,
      untold: ['namedExplicitly', 'joinsGlobalCluster', 'globalCluster'],
      beyond: { parameterGroup: 'default.docdb5.0', subnetGroup: 'default' },
      describe: {
        DBClusterIdentifier: 'catalogue', Engine: 'docdb', EngineVersion: '5.0.0', StorageEncrypted: true, KmsKeyId: 'alias/db', DeletionProtection: true, BackupRetentionPeriod: 1,
        DBClusterParameterGroup: 'default.docdb5.0', DBSubnetGroup: 'default', VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-1', Status: 'active' }, { VpcSecurityGroupId: 'sg-0', Status: 'active' }],
        AvailabilityZones: ['eu-west-1a'],
      },
    });
  });

  it('joins no global cluster unless told to', () => {
    assert.equal(attributesOf(docdbCluster, 'terraform', { global_cluster_identifier: '' })['joinsGlobalCluster'], false);
  });

  it('links the global cluster that contains it', () => {
    assert.deepEqual(referencesOf(docdbCluster, { globalCluster: 'catalogue-global', subnetGroup: 'db' }), [
      { edge: 'contains', from: 'catalogue-global', to: '⟦itself⟧', target: 'AWS::DocDB::GlobalCluster' },
      { edge: 'attaches', to: 'db', target: 'AWS::DocDB::DBSubnetGroup' },
    ]);
  });
});
