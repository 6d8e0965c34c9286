import assert from 'node:assert/strict';
import { it } from 'node:test';
import { keyspacesKeyspace } from '../../../model/kinds/keyspaces-keyspace.ts';
import { sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

it('keyspaces-keyspace reads its other regions from both', () => {
  const read = sameAttributes(keyspacesKeyspace, {
    cloudformation: { KeyspaceName: 'events', ReplicationSpecification: { ReplicationStrategy: 'MULTI_REGION', RegionList: ['us-east-1', 'eu-west-1'] } },
    terraform: { name: 'events', replication_specification: [{ replication_strategy: 'MULTI_REGION', region_list: ['eu-west-1', 'us-east-1'] }] },
  });
  assert.deepEqual(read, { strategy: 'MULTI_REGION', replicaRegions: ['us-east-1'] });
  sameDescribed(keyspacesKeyspace, { like: read, describe: { keyspaceName: 'events', replicationStrategy: 'MULTI_REGION', replicationRegions: ['us-east-1', 'eu-west-1'] } });
  assert.deepEqual(sameAttributes(keyspacesKeyspace, { cloudformation: {}, terraform: {} }), { strategy: 'SINGLE_REGION', replicaRegions: [] });
});
