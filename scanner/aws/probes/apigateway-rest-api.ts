import { probe } from '../probe.ts';
import { dnsSuffix } from '../probing/dns-suffix.ts';
import { apiGateway } from '../services/api-gateway.ts';
import { tagsIn } from '../tags.ts';

export const apigatewayRestApi = probe({
  kind: 'apigateway-rest-api',
  lists: [[apiGateway, 'GetRestApis']],
  async *list(place) {
    for await (const { items = [] } of place.pages(apiGateway, 'GetRestApis', { limit: 500 })) {
      for (const each of items) {
        const { id = '', name = id } = each;
        if (id === '') continue;
        const identities = [id, `${id}.execute-api.${place.region}.${dnsSuffix(place)}`];
        yield { name, arn: `arn:${place.partition}:apigateway:${place.region}::/restapis/${id}`, identities, tags: tagsIn(each.tags ?? {}), document: each };
      }
    }
  },
  beyondConfig: ['executeApiDisabled', 'vpcEndpoints', 'policy'],
});
