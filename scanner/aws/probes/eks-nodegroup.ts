import { probe } from '../probe.ts';
import { eks } from '../services/eks.ts';
import { tagsIn } from '../tags.ts';

export const eksNodegroup = probe({
  kind: 'eks-nodegroup',
  lists: [[eks, 'ListClusters'], [eks, 'ListNodegroups'], [eks, 'DescribeNodegroup']],
  within: ['eks-cluster'],
  async *list(place) {
    for await (const { clusters = [] } of place.pages(eks, 'ListClusters', { maxResults: 100 })) {
      for (const clusterName of clusters) {
        for await (const { nodegroups = [] } of place.pages(eks, 'ListNodegroups', { clusterName, maxResults: 100 })) {
          for (const name of nodegroups) {
            const { nodegroup } = await place.call(eks, 'DescribeNodegroup', { clusterName, nodegroupName: name });
            if (nodegroup !== undefined) yield { name, arn: nodegroup.nodegroupArn, tags: tagsIn(nodegroup.tags ?? {}), document: nodegroup };
          }
        }
      }
    }
  },
});
