import { detail, probe } from '../probe.ts';
import { imagebuilder } from '../services/imagebuilder.ts';

export const imagebuilderDistribution = probe({
  kind: 'imagebuilder-distribution',
  lists: [[imagebuilder, 'ListDistributionConfigurations']],
  async *list(place) {
    for await (const { distributionConfigurationSummaryList = [] } of place.pages(imagebuilder, 'ListDistributionConfigurations', {})) {
      for (const each of distributionConfigurationSummaryList) {
        const { name, arn, tags } = each;
        if (name !== undefined) yield { name, arn, tags, document: each };
      }
    }
  },
  details: {
    Distribution: detail(imagebuilder, 'GetDistributionConfiguration', {
      input: ({ arn }) => ({ distributionConfigurationArn: arn }),
      take: ({ distributionConfiguration }) => distributionConfiguration,
      base: true,
      answers: ['regions', 'kmsKeys'],
    }),
  },
});
