import { detail, probe } from '../probe.ts';
import { apigatewayv2 } from '../services/apigatewayv2.ts';
import { tagsIn } from '../tags.ts';

/** Regional names, whichever of the two APIs created them. */
export const apigatewayv2DomainName = probe({
  kind: 'apigatewayv2-domain-name',
  lists: [[apigatewayv2, 'GetDomainNames']],
  async *list(place) {
    for await (const { Items = [] } of place.pages(apigatewayv2, 'GetDomainNames', { MaxResults: '500' })) {
      for (const each of Items) {
        const { DomainName: name, DomainNameConfigurations = [] } = each;
        if (name === undefined || !DomainNameConfigurations.some(({ EndpointType }) => EndpointType === 'REGIONAL')) continue;
        const identities = DomainNameConfigurations.flatMap(({ ApiGatewayDomainName }) => ApiGatewayDomainName ?? []);
        yield { name, arn: each.DomainNameArn ?? `arn:${place.partition}:apigateway:${place.region}::/domainnames/${name}`, identities, tags: tagsIn(each.Tags ?? {}), document: each };
      }
    }
  },
  details: {
    ApiMappings: detail(apigatewayv2, 'GetApiMappings', { input: ({ name }) => ({ DomainName: name, MaxResults: '500' }), take: ({ Items }) => Items ?? [], answers: ['mappings'] }),
  },
});
