import { service } from '../service.ts';

export const eks = service({
  id: 'eks',
  title: 'EKS',
  sdk: () => import('@aws-sdk/client-eks'),
  client: 'EKSClient',
  rate: 5,
  operations: {
    ListClusters: { actions: ['eks:ListClusters'], page: { ask: 'nextToken', next: 'nextToken' } },
    DescribeCluster: { actions: ['eks:DescribeCluster'] },
    DescribeClusterVersions: { actions: ['eks:DescribeClusterVersions'], page: { ask: 'nextToken', next: 'nextToken' } },
    ListNodegroups: { actions: ['eks:ListNodegroups'], page: { ask: 'nextToken', next: 'nextToken' } },
    DescribeNodegroup: { actions: ['eks:DescribeNodegroup'] },
    ListAddons: { actions: ['eks:ListAddons'], page: { ask: 'nextToken', next: 'nextToken' } },
    DescribeAddon: { actions: ['eks:DescribeAddon'] },
    ListPodIdentityAssociations: { actions: ['eks:ListPodIdentityAssociations'], page: { ask: 'nextToken', next: 'nextToken' } },
  },
});
