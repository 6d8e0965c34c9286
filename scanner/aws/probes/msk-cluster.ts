import { probe } from '../probe.ts';
import { kafka } from '../services/kafka.ts';
import { tagsIn } from '../tags.ts';

export const mskCluster = probe({
  kind: 'msk-cluster',
  lists: [[kafka, 'ListClustersV2']],
  async *list(place) {
    for await (const { ClusterInfoList = [] } of place.pages(kafka, 'ListClustersV2', { MaxResults: 100 })) {
      for (const each of ClusterInfoList) {
        if (each.ClusterName !== undefined) yield { name: each.ClusterName, arn: each.ClusterArn, tags: tagsIn(each.Tags ?? {}), document: each };
      }
    }
  },
  beyondConfig: ['multiVpc', 'configuration'],
});
