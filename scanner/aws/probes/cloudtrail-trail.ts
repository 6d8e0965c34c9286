import { detail, probe } from '../probe.ts';
import { cloudtrail } from '../services/cloudtrail.ts';

/** Each trail in its home region: the others show a copy of it. */
export const cloudtrailTrail = probe({
  kind: 'cloudtrail-trail',
  lists: [[cloudtrail, 'DescribeTrails']],
  async *list(place) {
    const { trailList = [] } = await place.call(cloudtrail, 'DescribeTrails', { includeShadowTrails: false });
    for (const each of trailList) if (each.Name !== undefined) yield { name: each.Name, arn: each.TrailARN, document: each };
  },
  details: {
    TrailStatus: detail(cloudtrail, 'GetTrailStatus', { input: ({ arn, name }) => ({ Name: arn ?? name }), take: ({ IsLogging }) => ({ IsLogging }), answers: ['logging'] }),
    Tags: detail(cloudtrail, 'ListTags', { input: ({ arn }) => ({ ResourceIdList: arn === undefined ? [] : [arn] }), take: ({ ResourceTagList }) => ResourceTagList?.[0]?.TagsList ?? [], answers: ['tags'] }),
  },
  beyondConfig: ['logging'],
});
