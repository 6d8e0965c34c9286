import { z } from 'zod';
import { kind } from '../kind.ts';
import { attachesTo, usesKeys } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, setOf } from '../reading.ts';

export const elasticacheServerlessCache = kind({
  id: 'elasticache-serverless-cache',
  title: 'ElastiCache serverless cache',
  traits: ['data-store'],
  names: { cloudformation: 'AWS::ElastiCache::ServerlessCache', terraform: ['aws_elasticache_serverless_cache'] },
  arn: 'arn:{partition}:elasticache:{region}:{account}:serverlesscache:{name}',
  name: { cloudformation: 'ServerlessCacheName', terraform: 'name' },
  hosts: ['{name}-*.serverless.*.cache.{suffix}'],
  attributes: z.object({
    engine: z.string().describe('redis, valkey or memcached'),
    engineVersion: z.string().describe('Major engine version'),
    snapshotRetentionDays: z.number().describe('Days that automatic snapshots are kept; 0 means none are made'),
    kmsKey: z.string().describe('Key for encryption at rest'),
    subnets: z.array(z.string()).describe('Subnets of its endpoints'),
    securityGroups: z.array(z.string()).describe('VPC security groups'),
  }),
  read: {
    cloudformation: declared,
    terraform: (from) => ({
      engine: from.text('engine'),
      engineVersion: filled(from.text('major_engine_version')),
      snapshotRetentionDays: from.count('snapshot_retention_limit', 0),
      kmsKey: filled(from.text('kms_key_id')),
      subnets: setOf(from.texts('subnet_ids[]')),
      securityGroups: setOf(from.texts('security_group_ids[]')),
    }),
    describe: declared,
  },
  references: ({ kmsKey, subnets, securityGroups }) => [...usesKeys(kmsKey), ...attachesTo({ subnets, securityGroups })],
});

/** The service answers with the members that the template has. */
function declared(from: Properties) {
  return {
    engine: from.text('Engine'),
    engineVersion: from.text('MajorEngineVersion'),
    snapshotRetentionDays: from.count('SnapshotRetentionLimit', 0),
    kmsKey: filled(from.text('KmsKeyId')),
    subnets: setOf(from.texts('SubnetIds[]')),
    securityGroups: setOf(from.texts('SecurityGroupIds[]')),
  };
}
