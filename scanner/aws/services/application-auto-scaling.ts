import { service } from '../service.ts';

export const applicationAutoScaling = service({
  id: 'application-autoscaling',
  title: 'Application Auto Scaling',
  sdk: () => import('@aws-sdk/client-application-auto-scaling'),
  client: 'ApplicationAutoScalingClient',
  rate: 10,
  operations: {
    DescribeScalableTargets: { actions: ['application-autoscaling:DescribeScalableTargets'], page: { ask: 'NextToken', next: 'NextToken' } },
  },
});
