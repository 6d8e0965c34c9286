import { service } from '../service.ts';

export const apiGateway = service({
  id: 'apigateway',
  title: 'API Gateway',
  sdk: () => import('@aws-sdk/client-api-gateway'),
  client: 'APIGatewayClient',
  rate: 2,
  operations: {
    GetRestApis: { actions: ['apigateway:GET'], page: { ask: 'position', next: 'position' }, only: 'arn:*:apigateway:*::/restapis' },
    GetDomainNames: { actions: ['apigateway:GET'], page: { ask: 'position', next: 'position' }, only: 'arn:*:apigateway:*::/domainnames*' },
    GetBasePathMappings: { actions: ['apigateway:GET'], page: { ask: 'position', next: 'position' }, only: 'arn:*:apigateway:*::/domainnames*' },
  },
});
