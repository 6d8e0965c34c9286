import { service } from '../service.ts';

export const apigatewayv2 = service({
  id: 'apigatewayv2',
  title: 'API Gateway V2',
  sdk: () => import('@aws-sdk/client-apigatewayv2'),
  client: 'ApiGatewayV2Client',
  rate: 2,
  operations: {
    GetApis: { actions: ['apigateway:GET'], page: { ask: 'NextToken', next: 'NextToken' }, resources: ['arn:{partition}:apigateway:*::/apis'] },
    GetIntegrations: { actions: ['apigateway:GET'], page: { ask: 'NextToken', next: 'NextToken' }, resources: ['arn:{partition}:apigateway:*::/apis/*/integrations'] },
    GetDomainNames: { actions: ['apigateway:GET'], page: { ask: 'NextToken', next: 'NextToken' }, resources: ['arn:{partition}:apigateway:*::/domainnames'] },
    GetApiMappings: { actions: ['apigateway:GET'], page: { ask: 'NextToken', next: 'NextToken' }, resources: ['arn:{partition}:apigateway:*::/domainnames/*/apimappings'] },
  },
});
