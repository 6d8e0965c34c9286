import type { DBCluster } from '@aws-sdk/client-rds';
import { detail, probe, type Listed } from '../probe.ts';
import { rds } from '../services/rds.ts';
import { tagsIn } from '../tags.ts';

/** Engines of which the RDS API tells although they are services of their own. */
const others = ['docdb', 'neptune'];

export const rdsCluster = probe({
  kind: 'rds-cluster',
  lists: [[rds, 'DescribeDBClusters']],
  async *list(place) {
    for await (const { DBClusters = [] } of place.pages(rds, 'DescribeDBClusters', { MaxRecords: 100 })) {
      for (const each of DBClusters) {
        const { DBClusterIdentifier: name, DBClusterArn: arn, DbClusterResourceId, Endpoint, ReaderEndpoint, CustomEndpoints = [], TagList = [] } = each;
        if (name === undefined || others.includes(each.Engine ?? '')) continue;
        yield { name, arn, identities: [DbClusterResourceId, Endpoint, ReaderEndpoint, ...CustomEndpoints].filter((identity) => identity !== undefined), tags: tagsIn(TagList), document: each };
      }
    }
  },
  details: {
    EngineVersionDetails: detail(rds, 'DescribeDBEngineVersions', {
      input: (item) => ({ Engine: cluster(item).Engine, EngineVersion: cluster(item).EngineVersion }),
      take: ({ DBEngineVersions = [] }) => DBEngineVersions.map(({ SupportsGlobalDatabases }) => ({ SupportsGlobalDatabases })),
      when: (item) => cluster(item).Engine?.startsWith('aurora') === true && cluster(item).EngineVersion !== undefined,
      answers: ['supportsGlobal'],
    }),
    UserParameters: detail(rds, 'DescribeDBClusterParameters', {
      input: (item) => ({ DBClusterParameterGroupName: cluster(item).DBClusterParameterGroup, Source: 'user' }),
      take: ({ Parameters = [] }) => Parameters.filter(({ ParameterName }) => ParameterName === 'rds.global_db_rpo').map(({ ParameterName, ParameterValue }) => ({ ParameterName, ParameterValue })),
      when: (item) => cluster(item).Engine === 'aurora-postgresql' && cluster(item).DBClusterParameterGroup?.startsWith('default.') === false,
      answers: ['rpoSeconds'],
    }),
  },
  beyondConfig: ['globalCluster', 'joinsGlobalCluster', 'managedPassword', 'passwordKey', 'passwordSecret', 'availabilityZones', 'supportsGlobal', 'rpoSeconds'],
});

const cluster = ({ document }: Listed): DBCluster => document;
