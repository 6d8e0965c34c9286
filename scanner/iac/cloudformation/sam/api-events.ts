import type { Json } from '../../../../model/json.ts';
import { isObject, memberOf, textIn } from '../sections.ts';
import { idPart, refIn, sub, type Builder } from './builder.ts';
import { permit, type Event, type EventSource } from './event-source.ts';
import { startRole } from './push-events.ts';

export const implicitRest = 'ServerlessRestApi';
export const implicitHttp = 'ServerlessHttpApi';

/** A path of a REST API: of the one named, else of the one that the transform makes for all functions without. */
export const restRoute: EventSource = (event, builder) => {
  const { properties, target } = event;
  const id = memberOf(properties, 'RestApiId');
  const api = id === undefined ? implicitRest : refIn(id);
  if (api !== undefined) route(event, builder, api);
  if (target.starts) {
    startRole(event, builder, 'apigateway.amazonaws.com');
    return;
  }
  const stage = api === undefined ? undefined : memberOf(propertiesOf(api, builder), 'StageName');
  const suffix = id === undefined ? 'Prod' : stage === undefined ? 'AllStages' : typeof stage === 'string' ? idPart(stage) : 'Stage';
  permit(event, builder, { principal: 'apigateway.amazonaws.com', source: callOf(event, id ?? { Ref: implicitRest }), suffix });
};

export const httpRoute: EventSource = (event, builder) => {
  const { properties } = event;
  const id = memberOf(properties, 'ApiId');
  const api = id === undefined ? implicitHttp : refIn(id);
  if (api !== undefined) route(event, builder, api);
  permit(event, builder, { principal: 'apigateway.amazonaws.com', source: callOf(event, id ?? { Ref: implicitHttp }) });
};

function route({ properties, target }: Event, { routes }: Builder, api: string): void {
  const lambda = sub(`arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${${target.uriName}}/invocations`);
  const uri: Json = target.starts ? sub('arn:${AWS::Partition}:apigateway:${AWS::Region}:states:action/StartExecution') : lambda;
  const made = { path: textIn(properties, 'Path') ?? '$default', method: (textIn(properties, 'Method') ?? 'any').toLowerCase(), uri, from: target.owner };
  routes.set(api, [...(routes.get(api) ?? []), made]);
}

/** What an API may call: any stage, the route's method and path. */
function callOf({ properties }: Event, api: Json): Json {
  const method = (textIn(properties, 'Method') ?? '*').toUpperCase().replace('ANY', '*');
  const path = (textIn(properties, 'Path') ?? '/*').replace(/\{[^}]*\}/g, '*');
  return sub(`arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${__ApiId__}/*/${method}${path.startsWith('/') ? '' : '/'}${path.replaceAll('${', '')}`, { __ApiId__: api });
}

function propertiesOf(api: string, { resources }: Builder): { readonly [key: string]: Json } {
  const body = resources.get(api)?.body;
  const properties = body && memberOf(body, 'Properties');
  return isObject(properties) ? properties : {};
}
