import { detail, probe } from '../probe.ts';
import { apiGateway } from '../services/api-gateway.ts';
import { tagsIn } from '../tags.ts';

/** Edge-optimized and private names. Both APIs of the service tell of every regional one, and the newer one also of what its paths lead to. */
export const apigatewayDomainName = probe({
  kind: 'apigateway-domain-name',
  lists: [[apiGateway, 'GetDomainNames']],
  async *list(place) {
    for await (const { items = [] } of place.pages(apiGateway, 'GetDomainNames', { limit: 500 })) {
      for (const each of items) {
        const { domainName: name, distributionDomainName = '' } = each;
        if (name === undefined || each.endpointConfiguration?.types?.includes('REGIONAL') === true) continue;
        const arn = each.domainNameArn ?? `arn:${place.partition}:apigateway:${place.region}::/domainnames/${name}`;
        yield { name, arn, identities: [distributionDomainName].filter(Boolean), tags: tagsIn(each.tags ?? {}), document: each };
      }
    }
  },
  details: {
    BasePathMappings: detail(apiGateway, 'GetBasePathMappings', {
      input: ({ name, document }) => ({ domainName: name, domainNameId: (document as { domainNameId?: string }).domainNameId, limit: 500 }),
      take: ({ items }) => items ?? [],
      answers: ['mappings'],
    }),
  },
});
