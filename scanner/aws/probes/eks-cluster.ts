import { detail, follow, probe, type Listed } from '../probe.ts';
import { eks } from '../services/eks.ts';

const cluster = ({ name }: Listed): { name: string } => ({ name });

export const eksCluster = probe({
  kind: 'eks-cluster',
  lists: [[eks, 'ListClusters']],
  async *list(place) {
    for await (const { clusters = [] } of place.pages(eks, 'ListClusters', { maxResults: 100 })) {
      for (const name of clusters) yield { name, arn: `arn:${place.partition}:eks:${place.region}:${place.account}:cluster/${name}`, document: { name } };
    }
  },
  details: {
    Cluster: detail(eks, 'DescribeCluster', {
      input: cluster,
      take: ({ cluster }) => cluster,
      base: true,
      answers: ['engineVersion', 'issuer', 'autoMode', 'role', 'nodeRole', 'kmsKey', 'subnets', 'securityGroups', 'publicEndpoint', 'logTypes'],
    }),
    Addons: detail(eks, 'ListAddons', {
      input: ({ name }) => ({ clusterName: name, maxResults: 100 }),
      take: ({ addons }) => addons,
      each: follow(eks, 'DescribeAddon', {
        input: (addonName: string, { name }) => ({ clusterName: name, addonName }),
        take: ({ addon }) => ({ addonName: addon?.addonName, addonVersion: addon?.addonVersion }),
      }),
      answers: ['addons'],
    }),
    PodIdentityAssociations: detail(eks, 'ListPodIdentityAssociations', {
      input: ({ name }) => ({ clusterName: name, maxResults: 100 }),
      take: ({ associations }) => associations,
      answers: ['podIdentities'],
    }),
    Tags: detail(eks, 'DescribeCluster', { input: cluster, take: ({ cluster }) => cluster?.tags ?? {}, answers: ['tags'] }),
  },
  beyondConfig: ['addons', 'podIdentities', 'issuer', 'autoMode', 'nodeRole'],
});
