import { z } from 'zod';
import { kind } from '../kind.ts';
import type { Properties } from '../properties.ts';

const replicationRule = z.object({
  enabled: z.boolean(),
  destination: z.string().describe('Destination bucket: ARN or symbol'),
  prefix: z.string().describe('Key prefix the rule is limited to; empty for the whole bucket'),
  filtered: z.boolean().describe('Limited to a prefix or to tags'),
  deleteMarkers: z.boolean().optional(),
  timeControl: z.boolean().optional(),
  replicaKey: z.string().optional(),
  kmsObjects: z.boolean().optional(),
});

export const s3Bucket = kind({
  id: 's3-bucket',
  title: 'S3 bucket',
  traits: ['data-store'],
  names: { cloudformation: 'AWS::S3::Bucket', terraform: ['aws_s3_bucket'] },
  arn: 'arn:{partition}:s3:::{name}',
  name: { cloudformation: 'BucketName', terraform: 'bucket' },
  hosts: ['{name}.s3.{suffix}', '{name}.s3.{region}.{suffix}', '{name}.s3-website-{region}.{suffix}', '{name}.s3-website.{region}.{suffix}'],
  attributes: z.object({
    versioning: z.boolean().describe('Versioning is enabled'),
    replication: z.array(replicationRule).describe('Replication rules, enabled or not'),
    encryption: z.string().describe('Default encryption: AES256, aws:kms, aws:kms:dsse'),
    kmsKey: z.string().describe('Default encryption key: ARN, id, alias or symbol'),
  }),
  read: {
    cloudformation: (from) => ({
      versioning: versioningOf(from.text('VersioningConfiguration.Status', 'Suspended')),
      replication: from.items('ReplicationConfiguration.Rules[]')?.map((rule) => ({
        enabled: rule.text('Status') === 'Enabled',
        destination: rule.text('Destination.Bucket') ?? '',
        prefix: rule.text('Filter.Prefix') ?? rule.text('Filter.And.Prefix') ?? rule.text('Prefix') ?? '',
        filtered: isFiltered(rule, ['Prefix', 'Filter.Prefix', 'Filter.And.Prefix'], ['Filter.TagFilter', 'Filter.And.TagFilters']),
      })),
      encryption: from.text('BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.SSEAlgorithm', 'AES256'),
      kmsKey: from.text('BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.KMSMasterKeyID'),
    }),
  },
  references: ({ kmsKey, replication = [] }) => [
    ...(kmsKey === undefined ? [] : [{ edge: 'uses-key' as const, to: kmsKey, target: 'AWS::KMS::Key' }]),
    ...replication.filter((rule) => rule.enabled && rule.destination !== '').map((rule) => ({ edge: 'replicates' as const, to: rule.destination, target: 'AWS::S3::Bucket' })),
  ],
});

const versioningOf = (status: string | undefined): boolean | undefined => (status === undefined ? undefined : status === 'Enabled');

function isFiltered(rule: Properties, prefixes: readonly string[], tags: readonly string[]): boolean {
  return prefixes.some((path) => (rule.text(path) ?? '') !== '') || tags.some((path) => rule.has(path) === true);
}
