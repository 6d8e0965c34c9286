import { detail, probe } from '../probe.ts';
import { dsql } from '../services/dsql.ts';

export const dsqlCluster = probe({
  kind: 'dsql-cluster',
  lists: [[dsql, 'ListClusters']],
  async *list(place) {
    for await (const { clusters = [] } of place.pages(dsql, 'ListClusters', { maxResults: 100 })) {
      for (const each of clusters) {
        if (each.identifier !== undefined) yield { name: each.identifier, arn: each.arn, document: each };
      }
    }
  },
  details: {
    Cluster: detail(dsql, 'GetCluster', {
      input: ({ name }) => ({ identifier: name }),
      take: (cluster) => cluster,
      base: true,
      answers: ['peers', 'witnessRegion', 'kmsKey', 'deletionProtection'],
    }),
    Tags: detail(dsql, 'GetCluster', { input: ({ name }) => ({ identifier: name }), take: ({ tags = {} }) => tags, answers: ['tags'] }),
  },
});
