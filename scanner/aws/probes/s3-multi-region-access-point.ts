import { probe } from '../probe.ts';
import { s3Control } from '../services/s3-control.ts';

export const s3MultiRegionAccessPoint = probe({
  kind: 's3-multi-region-access-point',
  lists: [[s3Control, 'ListMultiRegionAccessPoints']],
  global: true,
  async *list(place) {
    for await (const { AccessPoints = [] } of place.pages(s3Control, 'ListMultiRegionAccessPoints', { AccountId: place.account, MaxResults: 100 })) {
      for (const each of AccessPoints) {
        const { Name: name, Alias } = each;
        if (name !== undefined) yield { name, arn: Alias === undefined ? undefined : `arn:${place.partition}:s3::${place.account}:accesspoint/${Alias}`, identities: Alias === undefined ? [] : [Alias], document: each };
      }
    }
  },
});
