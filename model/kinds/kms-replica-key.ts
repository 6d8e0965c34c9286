import { z } from 'zod';
import { kind } from '../kind.ts';
import { inbound } from '../linking.ts';
import { policyStatementSchema, statementsOf } from '../policy.ts';

export const kmsReplicaKey = kind({
  id: 'kms-replica-key',
  title: 'KMS multi-Region replica key',
  traits: ['key', 'config'],
  names: { cloudformation: 'AWS::KMS::ReplicaKey', terraform: ['aws_kms_replica_key', 'aws_kms_replica_external_key'] },
  arn: 'arn:{partition}:kms:{region}:{account}:key/{id}',
  name: {},
  attributes: z.object({
    primary: z.string().describe('Multi-Region primary key: ARN or symbol'),
    enabled: z.boolean().describe('It is enabled'),
    policy: z.array(policyStatementSchema).describe('Statements of the key policy, which is its own and not the primary’s'),
  }),
  read: {
    cloudformation: (from) => ({ primary: from.text('PrimaryKeyArn'), enabled: from.flag('Enabled', true), policy: statementsOf(from, 'KeyPolicy') }),
    terraform: (from, { type }) => ({
      primary: from.text('primary_key_arn'),
      enabled: type === 'aws_kms_replica_key' ? from.flag('enabled', true) : from.flag('enabled'),
      policy: statementsOf(from, 'policy'),
    }),
    describe: (from) => ({ primary: from.text('MultiRegionConfiguration.PrimaryKey.Arn'), enabled: from.flag('Enabled'), policy: statementsOf(from, 'Policy') }),
  },
  references: ({ primary }) => inbound('replicates', primary, 'AWS::KMS::Key'),
});
