import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, usesKeys } from '../linking.ts';
import { policyStatementSchema, statementsOf } from '../policy.ts';
import { filled, isSet, setOf, told } from '../reading.ts';

const replica = z.object({
  region: z.string().optional().describe('Region of the replica'),
  kmsKey: z.string().optional().describe('Key of the replica'),
  status: z.string().optional().describe('Replication status: InSync, InProgress or Failed'),
});

export const secret = kind({
  id: 'secret',
  title: 'Secrets Manager secret',
  traits: ['config'],
  names: { cloudformation: 'AWS::SecretsManager::Secret', terraform: ['aws_secretsmanager_secret'] },
  arn: 'arn:{partition}:secretsmanager:{region}:{account}:secret:{id}',
  name: { cloudformation: 'Name', terraform: 'name' },
  attributes: z.object({
    replicaRegions: z.array(z.string()).describe('Regions that it is replicated to'),
    replicas: z.array(replica).describe('Replicas with their key and health'),
    kmsKey: z.string().describe('Encryption key: ARN, id, alias or symbol'),
    rotates: z.boolean().describe('It is rotated, by a function or by the service that owns it'),
    rotationFunction: z.string().describe('Function that rotates it: ARN or symbol'),
    owner: z.string().describe('Service that manages it: rds, redshift …'),
    policy: z.array(policyStatementSchema).describe('Statements of the resource policy'),
  }),
  read: {
    cloudformation: (from) => ({
      replicaRegions: setOf(from.texts('ReplicaRegions[].Region', [])),
      replicas: from.items('ReplicaRegions[]')?.map((each) => told({ region: each.text('Region'), kmsKey: ownKey(each.text('KmsKeyId')) })),
      kmsKey: ownKey(from.text('KmsKeyId')),
    }),
    terraform: (from) => ({
      replicaRegions: setOf(from.texts('replica[].region', [])),
      replicas: from.items('replica[]')?.map((each) => told({ region: each.text('region'), kmsKey: ownKey(each.text('kms_key_id')), status: filled(each.text('status')) })),
      kmsKey: ownKey(from.text('kms_key_id')),
      policy: isSet(from, 'policy') === true ? statementsOf(from, 'policy') : undefined,
    }),
    describe: (from) => ({
      replicaRegions: setOf(from.texts('ReplicationStatus[].Region', [])),
      replicas: from.items('ReplicationStatus[]')?.map((each) => told({ region: each.text('Region'), kmsKey: ownKey(each.text('KmsKeyId')), status: each.text('Status') })),
      kmsKey: ownKey(from.text('KmsKeyId')),
      rotates: from.flag('RotationEnabled', false),
      rotationFunction: filled(from.text('RotationLambdaARN')),
      owner: filled(from.text('OwningService')),
      policy: isSet(from, 'ResourcePolicy') === false ? [] : statementsOf(from, 'ResourcePolicy'),
    }),
  },
  parts: {
    'AWS::SecretsManager::RotationSchedule': { of: 'SecretId', read: (from) => ({ rotates: true, rotationFunction: from.text('RotationLambdaARN') }) },
    'AWS::SecretsManager::ResourcePolicy': { of: 'SecretId', read: (from) => ({ policy: statementsOf(from, 'ResourcePolicy') }) },
    aws_secretsmanager_secret_rotation: {
      of: 'secret_id',
      read: (from) => ({ rotates: true, rotationFunction: filled(from.text('rotation_lambda_arn')) }),
      absent: { rotates: false },
    },
    aws_secretsmanager_secret_policy: { of: 'secret_arn', read: (from) => ({ policy: statementsOf(from, 'policy') }), absent: { policy: [] } },
  },
  copies: ({ replicaRegions = [], replicas = [] }) => replicaRegions.map((region) => ({ region, attributes: { kmsKey: replicas.find((each) => each.region === region)?.kmsKey } })),
  references: ({ kmsKey, replicas = [], rotationFunction }) => [
    ...usesKeys(kmsKey, ...replicas.map((each) => each.kmsKey)),
    ...edges('triggers', rotationFunction, 'AWS::Lambda::Function'),
  ],
});

/** The service leaves the key out where it is AWS's own, and Terraform's provider names that. */
const ownKey = (key: string | undefined): string | undefined => (key === 'alias/aws/secretsmanager' ? undefined : filled(key));
