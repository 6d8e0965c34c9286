import { detail, probe } from '../probe.ts';
import { ssoAdmin } from '../services/sso-admin.ts';

export const ssoInstance = probe({
  kind: 'sso-instance',
  lists: [[ssoAdmin, 'ListInstances']],
  async *list(place) {
    for await (const { Instances = [] } of place.pages(ssoAdmin, 'ListInstances', {})) {
      for (const each of Instances) {
        const { InstanceArn: arn, Name: name = arn?.slice(arn.lastIndexOf('/') + 1), IdentityStoreId = '' } = each;
        if (arn !== undefined && name !== undefined) yield { name, arn, region: place.region, identities: [IdentityStoreId].filter(Boolean), document: each };
      }
    }
  },
  details: {
    Regions: detail(ssoAdmin, 'ListRegions', { input: ({ arn }) => ({ InstanceArn: arn }), take: ({ Regions }) => Regions ?? [], answers: ['replicaRegions'] }),
  },
});
