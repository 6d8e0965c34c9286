import { detail, probe } from '../probe.ts';
import { elasticache } from '../services/elasticache.ts';

export const elasticacheServerlessCache = probe({
  kind: 'elasticache-serverless-cache',
  lists: [[elasticache, 'DescribeServerlessCaches']],
  async *list(place) {
    for await (const { ServerlessCaches = [] } of place.pages(elasticache, 'DescribeServerlessCaches', { MaxResults: 50 })) {
      for (const each of ServerlessCaches) {
        const hosts = [each.Endpoint?.Address, each.ReaderEndpoint?.Address].filter((host) => host !== undefined);
        if (each.ServerlessCacheName !== undefined) yield { name: each.ServerlessCacheName, arn: each.ARN, identities: hosts, document: each };
      }
    }
  },
  details: {
    TagList: detail(elasticache, 'ListTagsForResource', { input: ({ arn }) => ({ ResourceName: arn }), take: ({ TagList }) => TagList, answers: ['tags'] }),
  },
});
