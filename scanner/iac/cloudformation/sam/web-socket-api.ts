import type { Json } from '../../../../model/json.ts';
import { isObject, memberOf, objectIn } from '../sections.ts';
import { add, defined, idPart, ref, replace, sub, without, type Builder, type SamResource } from './builder.ts';
import { customDomain } from './domain.ts';
import { picked } from './rest-api.ts';

const own = new Set(['Routes', 'StageName', 'Domain', 'StageVariables', 'AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings', 'PropagateTags']);

/** AWS::Serverless::WebSocketApi as the API, its routes with integrations and permissions, and its stage. */
export function webSocketApi(resource: SamResource, builder: Builder): void {
  const { properties, logicalId } = resource;
  replace(builder, resource, { type: 'AWS::ApiGatewayV2::Api', properties: { ...without(properties, own), ProtocolType: 'WEBSOCKET' } });
  for (const [key, route] of Object.entries(objectIn(properties, 'Routes'))) {
    const arn = isObject(route) ? memberOf(route, 'FunctionArn') : undefined;
    if (arn !== undefined) webSocketRoute(resource, builder, { key, arn });
  }
  const stage = memberOf(properties, 'StageName');
  const id = `${logicalId}${stage === undefined ? 'Default' : idPart(stage)}Stage`;
  add(builder, resource, {
    id,
    type: 'AWS::ApiGatewayV2::Stage',
    properties: defined({ ...picked(properties, ['StageVariables', 'AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings']), ApiId: ref(logicalId), StageName: stage ?? 'default', AutoDeploy: true }),
  });
  customDomain(resource, builder, { stage: ref(id), version: 2 });
}

/** `$connect` is named Connect, `sendMessage` SendMessage. */
function webSocketRoute(resource: SamResource, builder: Builder, { key, arn }: { key: string; arn: Json }): void {
  const { logicalId } = resource;
  const plain = key.replace(/[^A-Za-z0-9]/g, '');
  const name = plain.charAt(0).toUpperCase() + plain.slice(1);
  const integration = `${logicalId}${name}Integration`;
  const uri = sub('arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Arn}/invocations', { Arn: arn });
  add(builder, resource, { id: integration, type: 'AWS::ApiGatewayV2::Integration', properties: { ApiId: ref(logicalId), IntegrationType: 'AWS_PROXY', IntegrationUri: uri } });
  add(builder, resource, { id: `${logicalId}${name}Route`, type: 'AWS::ApiGatewayV2::Route', properties: { ApiId: ref(logicalId), RouteKey: key, Target: sub('integrations/${Id}', { Id: ref(integration) }) } });
  add(builder, resource, {
    id: `${logicalId}${name}Permission`,
    type: 'AWS::Lambda::Permission',
    properties: { Action: 'lambda:InvokeFunction', FunctionName: arn, Principal: 'apigateway.amazonaws.com', SourceArn: sub('arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*', { Api: ref(logicalId) }) },
  });
}
