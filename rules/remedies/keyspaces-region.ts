import type { MakeRemedy } from '../remedy.ts';
import { homeOf, label, logicalId, nameLimit } from './words.ts';

/** The target added to the regions of a keyspace. */
export const keyspacesRegion: MakeRemedy = (keyspace, { intent: { home, target } }) => {
  if (keyspace.kind !== 'keyspaces-keyspace') return undefined;
  const { name, attributes: { replicaRegions = [] } } = keyspace;
  const from = homeOf(keyspace, home);
  const regions = [from, ...replicaRegions.filter((region) => region !== from && region !== target), target];
  return {
    title: `Replicate the keyspace ${name} to ${target}`,
    cloudformation: [{ region: from, merge: true, note: `merge this property into the keyspace ${name}`, resources: { [logicalId(name)]: { Type: 'AWS::Cassandra::Keyspace', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { ReplicationSpecification: { ReplicationStrategy: 'MULTI_REGION', RegionList: regions } } } } }],
    terraform: [{ type: 'resource', labels: ['aws_keyspaces_keyspace', label(name)], body: { name }, blocks: [{ type: 'replication_specification', body: { replication_strategy: 'MULTI_REGION', region_list: regions } }] }],
    cli: [{ region: from, words: ['keyspaces', 'update-keyspace', '--keyspace-name', name, '--replication-specification', JSON.stringify({ replicationStrategy: 'MULTI_REGION', regionList: regions }), '--client-side-timestamps', 'status=ENABLED'] }],
    limits: [...nameLimit(keyspace), 'Terraform and CloudFormation may replace a keyspace whose replication changes: look at the plan, and update it by the call where they would.'],
  };
};
