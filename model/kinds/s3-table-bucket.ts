import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, usesKeys, usesRoles } from '../linking.ts';
import { filled, setOf } from '../reading.ts';

export const s3TableBucket = kind({
  id: 's3-table-bucket',
  title: 'S3 table bucket',
  traits: ['data-store'],
  names: { cloudformation: 'AWS::S3Tables::TableBucket', terraform: ['aws_s3tables_table_bucket'] },
  arn: 'arn:{partition}:s3tables:{region}:{account}:bucket/{name}',
  name: { cloudformation: 'TableBucketName', terraform: 'name' },
  attributes: z.object({
    destinations: z.array(z.string()).describe('Table buckets that its tables are replicated to: ARNs or symbols'),
    replicationRole: z.string().describe('Role that tables are replicated with'),
    kmsKey: z.string().describe('Key for encryption at rest'),
  }),
  read: {
    cloudformation: (from) => ({
      destinations: setOf(from.texts('ReplicationConfiguration.Rules[].Destinations[].DestinationTableBucketARN', [])),
      replicationRole: from.text('ReplicationConfiguration.Role'),
      kmsKey: filled(from.text('EncryptionConfiguration.KMSKeyArn')),
    }),
    terraform: (from) => ({ kmsKey: filled(from.text('encryption_configuration.kms_key_arn')) }),
    describe: (from) => ({
      destinations: setOf(from.texts('ReplicationConfiguration.rules[].destinations[].destinationTableBucketARN', [])),
      replicationRole: from.text('ReplicationConfiguration.role'),
      kmsKey: filled(from.text('EncryptionConfiguration.kmsKeyArn')),
    }),
  },
  parts: {
    aws_s3tables_table_bucket_replication: {
      of: 'table_bucket_arn',
      read: (from) => ({ destinations: setOf(from.texts('rule[].destination[].destination_table_bucket_arn')), replicationRole: from.text('role') }),
      absent: { destinations: [] },
    },
  },
  references: ({ destinations, replicationRole, kmsKey }) => [
    ...edges('replicates', destinations, 'AWS::S3Tables::TableBucket'),
    ...usesRoles(replicationRole),
    ...usesKeys(kmsKey),
  ],
});
