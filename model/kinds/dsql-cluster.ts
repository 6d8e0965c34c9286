import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, usesKeys } from '../linking.ts';
import { filled, setOf } from '../reading.ts';

export const dsqlCluster = kind({
  id: 'dsql-cluster',
  title: 'Aurora DSQL cluster',
  traits: ['data-store'],
  names: { cloudformation: 'AWS::DSQL::Cluster', terraform: ['aws_dsql_cluster'] },
  arn: 'arn:{partition}:dsql:{region}:{account}:cluster/{id}',
  name: {},
  hosts: ['{id}.dsql.{region}.on.aws'], // regionready-ignore code-partition-literal -- the suffix that the service has in the one partition that offers it
  attributes: z.object({
    peers: z.array(z.string()).describe('Clusters that it is linked with: ARNs or symbols'),
    witnessRegion: z.string().describe('Region of the witness, which has no endpoint'),
    kmsKey: z.string().describe('Key for encryption at rest'),
    deletionProtection: z.boolean().describe('Deletion protection is on'),
  }),
  read: {
    cloudformation: (from) => ({
      peers: setOf(from.texts('MultiRegionProperties.Clusters[]', [])),
      witnessRegion: filled(from.text('MultiRegionProperties.WitnessRegion')),
      kmsKey: filled(from.text('KmsEncryptionKey')),
      deletionProtection: from.flag('DeletionProtectionEnabled', false),
    }),
    terraform: (from) => ({
      witnessRegion: filled(from.text('multi_region_properties.witness_region')),
      kmsKey: filled(from.text('kms_encryption_key')),
      deletionProtection: from.flag('deletion_protection_enabled', false),
    }),
    describe: (from) => ({
      peers: setOf(from.texts('multiRegionProperties.clusters[]', []))?.filter((each) => each !== from.text('arn')),
      witnessRegion: filled(from.text('multiRegionProperties.witnessRegion')),
      kmsKey: filled(from.text('encryptionDetails.kmsKeyArn')),
      deletionProtection: from.flag('deletionProtectionEnabled', false),
    }),
  },
  parts: {
    aws_dsql_cluster_peering: {
      of: 'identifier',
      read: (from) => ({ peers: setOf(from.texts('clusters[]')), witnessRegion: filled(from.text('witness_region')) }),
      absent: { peers: [] },
    },
  },
  references: ({ peers, kmsKey }) => [...edges('replicates', peers, 'AWS::DSQL::Cluster'), ...usesKeys(kmsKey?.startsWith('AWS_OWNED') === true ? undefined : kmsKey)],
});
