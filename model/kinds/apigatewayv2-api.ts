import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, identifierIn } from '../linking.ts';

export const apigatewayv2Api = kind({
  id: 'apigatewayv2-api',
  title: 'API Gateway HTTP or WebSocket API',
  traits: ['edge'],
  names: { cloudformation: 'AWS::ApiGatewayV2::Api', also: ['AWS::Serverless::HttpApi'], terraform: ['aws_apigatewayv2_api'] },
  arn: 'arn:{partition}:apigateway:{region}::/apis/{id}',
  name: { cloudformation: 'Name', terraform: 'name' },
  hosts: ['{id}.execute-api.{region}.{suffix}'],
  attributes: z.object({
    protocol: z.string().describe('HTTP or WEBSOCKET; connections of WebSocket APIs live in the region'),
    executeApiDisabled: z.boolean().describe('The default execute-api host, which names the region, is switched off'),
    target: z.string().describe('Function that a quick-create API invokes: ARN or symbol'),
  }),
  read: {
    cloudformation: (from, { type }) => ({
      protocol: type === 'AWS::Serverless::HttpApi' ? 'HTTP' : from.text('ProtocolType'),
      executeApiDisabled: from.flag('DisableExecuteApiEndpoint', false),
      target: type === 'AWS::Serverless::HttpApi' ? undefined : identifierIn(from.text('Target')),
    }),
    terraform: (from) => ({
      protocol: from.text('protocol_type'),
      executeApiDisabled: from.flag('disable_execute_api_endpoint', false),
      target: identifierIn(from.text('target')),
    }),
    describe: (from) => ({
      protocol: from.text('ProtocolType'),
      executeApiDisabled: from.flag('DisableExecuteApiEndpoint', false),
      target: identifierIn(from.items('Integrations[]')?.find((each) => each.flag('ApiGatewayManaged', false) === true)?.text('IntegrationUri')),
    }),
  },
  references: ({ target }) => edges('triggers', target, 'AWS::Lambda::Function'),
});
