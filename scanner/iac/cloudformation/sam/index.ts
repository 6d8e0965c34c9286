import type { JsonObject } from '../../../../model/json.ts';
import type { Scope } from '../scope.ts';
import { objectIn, textIn, type RawResource } from '../sections.ts';
import type { Builder, SamResource } from './builder.ts';
import { embeddedConnectors } from './connector.ts';
import { serverlessFunction } from './function.ts';
import { graphQlApi } from './graphql-api.ts';
import { withGlobals } from './globals.ts';
import { httpApi, implicitHttpApi } from './http-api.ts';
import { implicitRestApi, restApi } from './rest-api.ts';
import { application, capacityProvider, layerVersion, simpleTable } from './simple.ts';
import { stateMachine } from './state-machine.ts';
import { webSocketApi } from './web-socket-api.ts';

type Transform = (resource: SamResource, builder: Builder) => void;

/** In the order in which they run: APIs come last, because functions route through them. */
const transforms: readonly (readonly [string, Transform])[] = [
  ['AWS::Serverless::Function', serverlessFunction],
  ['AWS::Serverless::StateMachine', stateMachine],
  ['AWS::Serverless::SimpleTable', simpleTable],
  ['AWS::Serverless::LayerVersion', layerVersion],
  ['AWS::Serverless::Application', application],
  ['AWS::Serverless::GraphQLApi', graphQlApi],
  ['AWS::Serverless::CapacityProvider', capacityProvider],
  ['AWS::Serverless::WebSocketApi', webSocketApi],
  ['AWS::Serverless::Api', restApi],
  ['AWS::Serverless::HttpApi', httpApi],
];
const known = new Set(['AWS::Serverless::Connector', ...transforms.map(([type]) => type)]);

/**
 * The template's resources after the serverless transform: serverless types as the CloudFormation types they stand for, with the roles,
 * mappings, rules, permissions and APIs that the transform adds. Logical ids are the transform's own, except where it appends a hash.
 */
export function samResources(resources: ReadonlyMap<string, RawResource>, scope: Scope): ReadonlyMap<string, RawResource> {
  const serverless = [...resources].filter(([, { body }]) => textIn(body, 'Type')?.startsWith('AWS::Serverless::'));
  const builder: Builder = { scope, resources: new Map(resources), routes: new Map() };
  embeddedConnectors(builder);
  if (serverless.length === 0) return builder.resources;
  for (const [type, transform] of transforms) {
    for (const [logicalId, raw] of serverless) {
      if (textIn(raw.body, 'Type') === type) transform({ logicalId, type, raw, properties: propertiesOf(raw, type, scope) }, builder);
    }
  }
  implicitRestApi(builder);
  implicitHttpApi(builder);
  for (const [logicalId, { body, line }] of serverless) {
    const type = textIn(body, 'Type') ?? '';
    if (!known.has(type)) scope.note({ reason: 'unsupported', asked: `what ${logicalId.slice(0, 120)} adds`, message: `${type.slice(0, 120)} is read as it stands; what the serverless transform makes of it is not known`, line });
  }
  return builder.resources;
}

function propertiesOf({ body }: RawResource, type: string, { sections }: Scope): JsonObject {
  return withGlobals(type, objectIn(body, 'Properties'), sections.globals);
}
