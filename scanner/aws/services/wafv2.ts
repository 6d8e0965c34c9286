import { service } from '../service.ts';

export const wafv2 = service({
  id: 'wafv2',
  title: 'WAF',
  sdk: () => import('@aws-sdk/client-wafv2'),
  client: 'WAFV2Client',
  rate: 10,
  operations: {
    ListWebACLs: { actions: ['wafv2:ListWebACLs'], page: { ask: 'NextMarker', next: 'NextMarker' } },
    GetWebACL: { actions: ['wafv2:GetWebACL'] },
    ListResourcesForWebACL: { actions: ['wafv2:ListResourcesForWebACL'] },
    GetLoggingConfiguration: { actions: ['wafv2:GetLoggingConfiguration'] },
    ListTagsForResource: { actions: ['wafv2:ListTagsForResource'], page: { ask: 'NextMarker', next: 'NextMarker' } },
  },
});
