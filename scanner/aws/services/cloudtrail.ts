import { service } from '../service.ts';

export const cloudtrail = service({
  id: 'cloudtrail',
  title: 'CloudTrail',
  sdk: () => import('@aws-sdk/client-cloudtrail'),
  client: 'CloudTrailClient',
  rate: 10,
  operations: {
    DescribeTrails: { actions: ['cloudtrail:DescribeTrails'] },
    GetTrailStatus: { actions: ['cloudtrail:GetTrailStatus'] },
    ListTags: { actions: ['cloudtrail:ListTags'], page: { ask: 'NextToken', next: 'NextToken' } },
  },
});
