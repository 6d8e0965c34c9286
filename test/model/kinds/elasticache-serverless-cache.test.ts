import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { elasticacheServerlessCache } from '../../../model/kinds/elasticache-serverless-cache.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('elasticache-serverless-cache', () => {
  it('reads the same attributes and links from both', () => {
    const read = sameAttributes(elasticacheServerlessCache, {
      cloudformation: { ServerlessCacheName: 'sessions', Engine: 'valkey', MajorEngineVersion: '8', KmsKeyId: 'alias/cache', SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
      terraform: { name: 'sessions', engine: 'valkey', major_engine_version: '8', kms_key_id: 'alias/cache', subnet_ids: ['subnet-1'], security_group_ids: ['sg-1'] },
    });
    assert.deepEqual(read, { engine: 'valkey', engineVersion: '8', snapshotRetentionDays: 0, kmsKey: 'alias/cache', subnets: ['subnet-1'], securityGroups: ['sg-1'] });
    sameDescribed(elasticacheServerlessCache, {
      like: read,
      describe: { ServerlessCacheName: 'sessions', Engine: 'valkey', MajorEngineVersion: '8', FullEngineVersion: '8.0', SnapshotRetentionLimit: 0, KmsKeyId: 'alias/cache', SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
    });
    assert.deepEqual(referencesOf(elasticacheServerlessCache, read), [
      { edge: 'uses-key', to: 'alias/cache', target: 'AWS::KMS::Alias' },
      { edge: 'attaches', to: 'subnet-1', target: 'AWS::EC2::Subnet' },
      { edge: 'attaches', to: 'sg-1', target: 'AWS::EC2::SecurityGroup' },
    ]);
  });
});
