import { detail, probe } from '../probe.ts';
import { cloudfront } from '../services/cloudfront.ts';

export const cloudfrontDistribution = probe({
  kind: 'cloudfront-distribution',
  lists: [[cloudfront, 'ListDistributions']],
  global: true,
  async *list(place) {
    for await (const { DistributionList } of place.pages(cloudfront, 'ListDistributions', { MaxItems: 100 })) {
      for (const each of DistributionList?.Items ?? []) {
        const { Id: name, ARN: arn, DomainName = '', Aliases } = each;
        if (name !== undefined) yield { name, arn, identities: [DomainName, ...(Aliases?.Items ?? [])].filter(Boolean), document: { Id: name, DistributionConfig: each } };
      }
    }
  },
  details: {
    Logging: detail(cloudfront, 'GetDistributionConfig', { input: ({ name }) => ({ Id: name }), take: ({ DistributionConfig }) => DistributionConfig?.Logging ?? {}, answers: ['logBucket'] }),
    Tags: detail(cloudfront, 'ListTagsForResource', { input: ({ arn }) => ({ Resource: arn }), take: ({ Tags }) => Tags?.Items ?? [], answers: ['tags'] }),
  },
});
