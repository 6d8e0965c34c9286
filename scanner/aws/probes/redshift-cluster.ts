import { detail, probe } from '../probe.ts';
import { redshift } from '../services/redshift.ts';
import { tagsIn } from '../tags.ts';

export const redshiftCluster = probe({
  kind: 'redshift-cluster',
  lists: [[redshift, 'DescribeClusters']],
  async *list(place) {
    for await (const { Clusters = [] } of place.pages(redshift, 'DescribeClusters', { MaxRecords: 100 })) {
      for (const each of Clusters) {
        const { ClusterIdentifier: name, Endpoint, ClusterNamespaceArn = '', Tags = [] } = each;
        if (name === undefined) continue;
        const arn = `arn:${place.partition}:redshift:${place.region}:${place.account}:cluster:${name}`;
        yield { name, arn, identities: [Endpoint?.Address ?? '', ClusterNamespaceArn].filter(Boolean), tags: tagsIn(Tags), document: each };
      }
    }
  },
  details: {
    LoggingStatus: detail(redshift, 'DescribeLoggingStatus', {
      input: ({ name }) => ({ ClusterIdentifier: name }),
      take: ({ LoggingEnabled, BucketName }) => ({ LoggingEnabled, BucketName }),
      answers: ['logBucket'],
    }),
  },
  beyondConfig: ['managedPassword', 'passwordKey', 'multiAz'],
});
