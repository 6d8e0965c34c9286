import { service } from '../service.ts';

export const apigatewayv2 = service({
  id: 'apigatewayv2',
  title: 'API Gateway V2',
  sdk: () => import('@aws-sdk/client-apigatewayv2'),
  client: 'ApiGatewayV2Client',
  rate: 2,
  operations: {
    GetApis: { actions: ['apigateway:GET'], page: { ask: 'NextToken', next: 'NextToken' }, only: 'arn:*:apigateway:*::/apis*' },
    GetIntegrations: { actions: ['apigateway:GET'], page: { ask: 'NextToken', next: 'NextToken' }, only: 'arn:*:apigateway:*::/apis*' },
    GetDomainNames: { actions: ['apigateway:GET'], page: { ask: 'NextToken', next: 'NextToken' }, only: 'arn:*:apigateway:*::/domainnames*' },
    GetApiMappings: { actions: ['apigateway:GET'], page: { ask: 'NextToken', next: 'NextToken' }, only: 'arn:*:apigateway:*::/domainnames*' },
  },
});
