import { detail, probe } from '../probe.ts';
import { apigatewayv2 } from '../services/apigatewayv2.ts';
import { tagsIn } from '../tags.ts';

export const apigatewayv2Api = probe({
  kind: 'apigatewayv2-api',
  lists: [[apigatewayv2, 'GetApis']],
  async *list(place) {
    for await (const { Items = [] } of place.pages(apigatewayv2, 'GetApis', { MaxResults: '500' })) {
      for (const each of Items) {
        const { ApiId: id, ApiEndpoint = '' } = each;
        if (id === undefined) continue;
        const identities = [id, ApiEndpoint.replace(/^\w+:\/\//, '')].filter(Boolean);
        yield { name: each.Name ?? id, arn: `arn:${place.partition}:apigateway:${place.region}::/apis/${id}`, identities, tags: tagsIn(each.Tags ?? {}), document: each };
      }
    }
  },
  details: {
    Integrations: detail(apigatewayv2, 'GetIntegrations', {
      input: ({ identities = [] }) => ({ ApiId: identities[0], MaxResults: '500' }),
      take: ({ Items = [] }) => Items.map(({ ApiGatewayManaged, IntegrationUri }) => ({ ApiGatewayManaged, IntegrationUri })),
      answers: ['target'],
    }),
  },
  beyondConfig: ['target'],
});
