import { keyspacesRegion } from '../remedies/keyspaces-region.ts';
import { rule } from '../rule.ts';
import { replicatedInto } from '../support/regions-held.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';

const keyspace = (specification: string): string => yaml`
  Events:
    Type: AWS::Cassandra::Keyspace
    Properties: { KeyspaceName: events${specification} }
`;
const across = (regions: string): string => keyspace(`, ReplicationSpecification: { ReplicationStrategy: MULTI_REGION, RegionList: [${regions}] }`);

export const dataKeyspacesSingleRegion = rule({
  id: 'data-keyspaces-single-region',
  title: 'Keyspace is not replicated to the target region',
  on: 'keyspaces-keyspace',
  needs: ['replicaRegions'],
  severity: severities('H/C/C/C'),
  why: 'Tables of the keyspace exist in one region only, and AWS Backup does not copy them.',
  fix: 'Add the target region to the keyspace, which needs client-side timestamps on its tables; provisioned tables need capacity for replicated writes as well.',
  remedy: keyspacesRegion,
  effect: {
    otherwise: 'RPO is everything, because neither replication nor AWS Backup takes the tables to the target; RTO is creating them and loading an export. With multi-Region replication RPO is about a second, and the target serves at once.',
    'backup-restore': 'RPO is everything since the last export to the target, or all of it; RTO is creating the tables and loading it. Point-in-time recovery does not leave the home region.',
  },
  links: ['https://docs.aws.amazon.com/keyspaces/latest/devguide/multiRegion-replication.html'],
  examples: {
    gap: [{ home: keyspace('') }, { home: across('us-east-1, eu-central-1') }],
    ready: [{ home: across('us-east-1, eu-west-1') }],
    unknown: [{ home: across("us-east-1, '{{resolve:ssm:/second-region}}'") }],
  },

  check({ name, attributes }, { intent: { target } }) {
    return replicatedInto({ name, regions: attributes.replicaRegions, target });
  },
});
