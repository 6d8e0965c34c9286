import { z } from 'zod';
import { kind } from '../kind.ts';
import { setOf } from '../reading.ts';

export const keyspacesKeyspace = kind({
  id: 'keyspaces-keyspace',
  title: 'Keyspaces keyspace',
  traits: ['data-store'],
  names: { cloudformation: 'AWS::Cassandra::Keyspace', terraform: ['aws_keyspaces_keyspace'] },
  arn: 'arn:{partition}:cassandra:{region}:{account}:/keyspace/{name}/',
  name: { cloudformation: 'KeyspaceName', terraform: 'name' },
  attributes: z.object({
    strategy: z.string().describe('SINGLE_REGION or MULTI_REGION'),
    replicaRegions: z.array(z.string()).describe('Regions that hold it, the own region not included'),
  }),
  read: {
    cloudformation: (from, { region }) => ({
      strategy: from.text('ReplicationSpecification.ReplicationStrategy', 'SINGLE_REGION'),
      replicaRegions: setOf(from.texts('ReplicationSpecification.RegionList[]', []))?.filter((each) => each !== region),
    }),
    terraform: (from, { region }) => ({
      strategy: from.text('replication_specification.replication_strategy', 'SINGLE_REGION'),
      replicaRegions: setOf(from.texts('replication_specification.region_list[]', []))?.filter((each) => each !== region),
    }),
    describe: (from, { region }) => ({
      strategy: from.text('replicationStrategy'),
      replicaRegions: setOf(from.texts('replicationRegions[]', []))?.filter((each) => each !== region),
    }),
  },
  copies: ({ replicaRegions = [] }) => replicaRegions.map((region) => ({ region })),
});
