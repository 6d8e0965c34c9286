import { service } from '../service.ts';

export const ec2 = service({
  id: 'ec2',
  title: 'EC2',
  sdk: () => import('@aws-sdk/client-ec2'),
  client: 'EC2Client',
  rate: 10,
  operations: {
    DescribeInstances: { actions: ['ec2:DescribeInstances'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeVolumes: { actions: ['ec2:DescribeVolumes'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeInstanceAttribute: { actions: ['ec2:DescribeInstanceAttribute'] },
    DescribeLaunchTemplates: { actions: ['ec2:DescribeLaunchTemplates'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeLaunchTemplateVersions: { actions: ['ec2:DescribeLaunchTemplateVersions'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeSecurityGroups: { actions: ['ec2:DescribeSecurityGroups'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeSubnets: { actions: ['ec2:DescribeSubnets'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeVpcs: { actions: ['ec2:DescribeVpcs'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeVpcAttribute: { actions: ['ec2:DescribeVpcAttribute'] },
    DescribeVpcEndpoints: { actions: ['ec2:DescribeVpcEndpoints'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeRegions: { actions: ['ec2:DescribeRegions'] },
    DescribeInstanceTypeOfferings: { actions: ['ec2:DescribeInstanceTypeOfferings'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeCapacityReservations: { actions: ['ec2:DescribeCapacityReservations'], page: { ask: 'NextToken', next: 'NextToken' } },
  },
});
