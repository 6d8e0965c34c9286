import { service } from '../service.ts';

export const autoScaling = service({
  id: 'autoscaling',
  title: 'EC2 Auto Scaling',
  sdk: () => import('@aws-sdk/client-auto-scaling'),
  client: 'AutoScalingClient',
  rate: 10,
  operations: {
    DescribeAutoScalingGroups: { actions: ['autoscaling:DescribeAutoScalingGroups'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeNotificationConfigurations: { actions: ['autoscaling:DescribeNotificationConfigurations'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeLifecycleHooks: { actions: ['autoscaling:DescribeLifecycleHooks'] },
  },
});
