import { service } from '../service.ts';

export const route53 = service({
  id: 'route53',
  title: 'Route 53',
  sdk: () => import('@aws-sdk/client-route-53'),
  client: 'Route53Client',
  rate: 5,
  global: true,
  operations: {
    ListHostedZones: { actions: ['route53:ListHostedZones'], page: { ask: 'Marker', next: 'NextMarker' } },
    GetHostedZone: { actions: ['route53:GetHostedZone'] },
    ListQueryLoggingConfigs: { actions: ['route53:ListQueryLoggingConfigs'], page: { ask: 'NextToken', next: 'NextToken' } },
    ListResourceRecordSets: { actions: ['route53:ListResourceRecordSets'] },
    ListHealthChecks: { actions: ['route53:ListHealthChecks'], page: { ask: 'Marker', next: 'NextMarker' } },
    ListTagsForResource: { actions: ['route53:ListTagsForResource'] },
  },
});
