import type { MakeRemedy } from '../remedy.ts';
import { homeOf, isPhysical, label, logicalId } from './words.ts';

/** A regional endpoint in place of an edge-optimized one. */
export const regionalEndpoint: MakeRemedy = (api, { intent: { home } }) => {
  if (api.kind !== 'apigateway-rest-api' || api.attributes.endpointTypes?.includes('EDGE') !== true) return undefined;
  const region = homeOf(api, home);
  const id = isPhysical(api) ? (api.arn?.split('/').at(-1) ?? 'API_ID') : 'API_ID';
  return {
    title: `Make the endpoint of ${api.name} regional`,
    cloudformation: [{ region, merge: true, note: 'set the endpoint configuration of the API that is there', resources: { [logicalId(api.name)]: { Type: 'AWS::ApiGateway::RestApi', Properties: { EndpointConfiguration: { Types: ['REGIONAL'] } } } } }],
    terraform: [{ type: 'resource', labels: ['aws_api_gateway_rest_api', label(api.name)], body: { name: api.name }, blocks: [{ type: 'endpoint_configuration', body: { types: ['REGIONAL'] } }] }],
    cli: [{ region, words: ['apigateway', 'update-rest-api', '--rest-api-id', id, '--patch-operations', 'op=replace,path=/endpointConfiguration/types/EDGE,value=REGIONAL'] }],
    limits: [
      ...(id === 'API_ID' ? ['Nobody told us the id of the API: put it in place of API_ID.'] : []),
      'The custom domain name changes its endpoint type with it, and needs a certificate of each region; deploy the API to the target and let Route 53 choose between the two.',
      'Where caching at the edge is wanted, put a CloudFront distribution of your own in front.',
    ],
  };
};
