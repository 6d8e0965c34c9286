import { memberOf } from '../sections.ts';
import { bodyOf } from './api-body.ts';
import { implicitHttp } from './api-events.ts';
import { add, defined, idPart, ref, replace, without, type Builder, type SamResource } from './builder.ts';
import { customDomain } from './domain.ts';
import { withGlobals } from './globals.ts';
import { implicitOwner } from './implicit.ts';
import { picked } from './rest-api.ts';

const own = new Set(['StageName', 'DefinitionBody', 'DefinitionUri', 'Domain', 'StageVariables', 'AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings', 'PropagateTags']);

/** AWS::Serverless::HttpApi as the HTTP API, stage and custom domain that it stands for. */
export function httpApi(resource: SamResource, builder: Builder): void {
  const { properties, logicalId } = resource;
  const body = bodyOf(resource, builder, builder.routes.get(logicalId) ?? []);
  replace(builder, resource, { type: 'AWS::ApiGatewayV2::Api', properties: defined({ ...without(properties, own), Body: body }) });
  const stage = memberOf(properties, 'StageName');
  const stageId = `${logicalId}${stage === undefined || stage === '$default' ? 'ApiGatewayDefault' : idPart(stage)}Stage`;
  add(builder, resource, {
    id: stageId,
    type: 'AWS::ApiGatewayV2::Stage',
    properties: defined({ ...picked(properties, ['StageVariables', 'AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings', 'Tags']), ApiId: ref(logicalId), StageName: stage ?? '$default', AutoDeploy: true }),
  });
  customDomain(resource, builder, { stage: ref(stageId), version: 2 });
}

/** The API of functions whose events name none. */
export function implicitHttpApi(builder: Builder): void {
  const routes = builder.routes.get(implicitHttp);
  if (!routes || builder.resources.has(implicitHttp)) return;
  const properties = withGlobals('AWS::Serverless::HttpApi', {}, builder.scope.sections.globals);
  httpApi(implicitOwner({ logicalId: implicitHttp, type: 'AWS::Serverless::HttpApi', properties }, routes), builder);
}
