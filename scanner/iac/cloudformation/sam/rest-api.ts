import type { Json, JsonObject } from '../../../../model/json.ts';
import { isObject, memberOf, objectIn, textIn } from '../sections.ts';
import { bodyOf } from './api-body.ts';
import { implicitRest } from './api-events.ts';
import { add, defined, idPart, isIntrinsic, ref, replace, without, type Builder, type SamResource } from './builder.ts';
import { customDomain } from './domain.ts';
import { withGlobals } from './globals.ts';
import { implicitOwner } from './implicit.ts';
import { tagList } from './tag-list.ts';
import { usagePlan } from './usage-plan.ts';

/** Properties of the stage, and ones that the transform writes into the definition. */
const own = new Set([
  'StageName', 'DefinitionBody', 'DefinitionUri', 'EndpointConfiguration', 'Domain', 'Tags', 'CacheClusterEnabled', 'CacheClusterSize', 'Variables', 'MethodSettings',
  'AccessLogSetting', 'CanarySetting', 'TracingEnabled', 'PropagateTags', 'AlwaysDeploy', 'MergeDefinitions', 'OpenApiVersion',
]);
const ofStage = ['CacheClusterEnabled', 'CacheClusterSize', 'Variables', 'MethodSettings', 'AccessLogSetting', 'CanarySetting', 'TracingEnabled'] as const;

/** AWS::Serverless::Api as the REST API, deployment, stage and custom domain that it stands for. */
export function restApi(resource: SamResource, builder: Builder): void {
  const { properties, logicalId } = resource;
  const routes = builder.routes.get(logicalId) ?? [];
  const body = bodyOf(resource, builder, routes);
  replace(builder, resource, {
    type: 'AWS::ApiGateway::RestApi',
    properties: defined({ ...without(properties, own), Body: body, EndpointConfiguration: endpointsOf(memberOf(properties, 'EndpointConfiguration')), Tags: tagList(memberOf(properties, 'Tags')) }),
  });
  const stage = memberOf(properties, 'StageName') ?? 'Prod';
  const stageId = `${logicalId}${idPart(stage)}Stage`;
  add(builder, resource, { id: `${logicalId}Deployment`, type: 'AWS::ApiGateway::Deployment', properties: { RestApiId: ref(logicalId) } });
  add(builder, resource, {
    id: stageId,
    type: 'AWS::ApiGateway::Stage',
    properties: defined({ ...picked(properties, ofStage), RestApiId: ref(logicalId), DeploymentId: ref(`${logicalId}Deployment`), StageName: stage }),
  });
  customDomain(resource, builder, { stage: ref(stageId), version: 1 });
  authorizers(resource, builder);
  usagePlan(resource, builder, ref(stageId));
}

/** The API of functions whose events name none. */
export function implicitRestApi(builder: Builder): void {
  const routes = builder.routes.get(implicitRest);
  if (!routes || builder.resources.has(implicitRest)) return;
  const properties = withGlobals('AWS::Serverless::Api', {}, builder.scope.sections.globals);
  restApi(implicitOwner({ logicalId: implicitRest, type: 'AWS::Serverless::Api', properties }, routes), builder);
}

/** SAM's short form is the type alone; the API's list is called Types. */
function endpointsOf(value: Json | undefined): Json | undefined {
  if (typeof value === 'string' || isIntrinsic(value)) return { Types: [value ?? null] };
  if (!isObject(value) || memberOf(value, 'Type') === undefined) return value;
  return defined({ ...without(value, new Set(['Type', 'VPCEndpointIds'])), Types: [memberOf(value, 'Type') ?? null], VpcEndpointIds: memberOf(value, 'VPCEndpointIds') });
}

export function picked(properties: JsonObject, names: readonly string[]): JsonObject {
  return defined(Object.fromEntries(names.map((name) => [name, memberOf(properties, name)])));
}

/** Permissions for the functions that authorise calls. */
function authorizers(resource: SamResource, builder: Builder): void {
  for (const [name, authorizer] of Object.entries(objectIn(objectIn(resource.properties, 'Auth'), 'Authorizers'))) {
    const arn = isObject(authorizer) ? memberOf(authorizer, 'FunctionArn') : undefined;
    if (arn === undefined || textIn(authorizer as JsonObject, 'UserPoolArn') !== undefined) continue;
    add(builder, resource, {
      id: `${resource.logicalId}${name}AuthorizerPermission`,
      type: 'AWS::Lambda::Permission',
      properties: { Action: 'lambda:InvokeFunction', FunctionName: arn, Principal: 'apigateway.amazonaws.com' },
    });
  }
}
