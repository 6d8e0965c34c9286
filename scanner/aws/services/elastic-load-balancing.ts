import { service } from '../service.ts';

export const elasticLoadBalancing = service({
  id: 'elasticloadbalancing',
  title: 'Elastic Load Balancing',
  sdk: () => import('@aws-sdk/client-elastic-load-balancing-v2'),
  client: 'ElasticLoadBalancingV2Client',
  rate: 10,
  operations: {
    DescribeLoadBalancers: { actions: ['elasticloadbalancing:DescribeLoadBalancers'], page: { ask: 'Marker', next: 'NextMarker' } },
    DescribeLoadBalancerAttributes: { actions: ['elasticloadbalancing:DescribeLoadBalancerAttributes'] },
    DescribeCapacityReservation: { actions: ['elasticloadbalancing:DescribeCapacityReservation'] },
    DescribeListeners: { actions: ['elasticloadbalancing:DescribeListeners'], page: { ask: 'Marker', next: 'NextMarker' } },
    DescribeListenerCertificates: { actions: ['elasticloadbalancing:DescribeListenerCertificates'], page: { ask: 'Marker', next: 'NextMarker' } },
    DescribeRules: { actions: ['elasticloadbalancing:DescribeRules'], page: { ask: 'Marker', next: 'NextMarker' } },
    DescribeTargetGroups: { actions: ['elasticloadbalancing:DescribeTargetGroups'], page: { ask: 'Marker', next: 'NextMarker' } },
    DescribeTargetGroupAttributes: { actions: ['elasticloadbalancing:DescribeTargetGroupAttributes'] },
    DescribeTargetHealth: { actions: ['elasticloadbalancing:DescribeTargetHealth'] },
    DescribeTags: { actions: ['elasticloadbalancing:DescribeTags'] },
  },
});
