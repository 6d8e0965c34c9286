import type { EdgeType } from '../../../../model/edge.ts';
import type { ReferenceFact } from '../../../../model/fact.ts';
import type { Json, JsonObject } from '../../../../model/json.ts';
import { hasSymbol, symbol } from '../../../../model/symbol.ts';
import { factId, type Scope } from '../scope.ts';
import { isObject, listOf, memberOf, objectIn, textIn, type RawResource } from '../sections.ts';
import type { Builder } from './builder.ts';

const type = 'AWS::Serverless::Connector';

/** Connectors that stand inside the resource they start at, as resources of their own: the table's `Audit` is `TableAudit`. */
export function embeddedConnectors({ resources }: Builder): void {
  for (const [logicalId, { body, ...place }] of resources) {
    for (const [name, connector] of Object.entries(objectIn(body, 'Connectors'))) {
      const given = isObject(connector) ? objectIn(connector, 'Properties') : {};
      const source = { Id: logicalId, ...objectIn(given, 'SourceReference') };
      const condition = memberOf(body, 'Condition');
      const made = { Type: type, Properties: { ...given, Source: source }, ...(condition === undefined ? {} : { Condition: condition }) };
      if (!resources.has(`${logicalId}${name}`)) resources.set(`${logicalId}${name}`, { ...place, body: made });
    }
  }
}

/** What a connector connects, and the role that the transform gives a policy for it. */
export function* connections(logicalId: string, { body, line, path }: RawResource, scope: Scope): Generator<ReferenceFact> {
  const properties = objectIn(body, 'Properties');
  const from = endOf(memberOf(properties, 'Source'), scope);
  if (from === undefined) return;
  const permissions = listOf(memberOf(properties, 'Permissions'));
  for (const destination of listOf(memberOf(properties, 'Destination'))) {
    const to = endOf(destination, scope);
    if (to === undefined) continue;
    for (const permission of permissions) {
      const edge = edgeOf(String(permission), typeOf(memberOf(properties, 'Source'), scope), typeOf(destination, scope));
      const source = { scanner: 'cloudformation', file: scope.file.path, ...(line === undefined ? {} : { line }), path };
      for (const end of [from, ...roleOf(memberOf(properties, 'Source'), scope)]) yield { type: 'reference', from: end, to, edge, how: `AWS::Serverless::Connector ${logicalId}`, source };
    }
  }
}

function endOf(end: Json | undefined, scope: Scope): string | undefined {
  const object: JsonObject = isObject(end) ? end : {};
  const id = textIn(object, 'Id');
  if (id !== undefined) return symbol(factId(scope, id));
  const arn = scope.evaluate(memberOf(object, 'Arn') ?? memberOf(object, 'Name') ?? null);
  return typeof arn === 'string' ? arn : undefined;
}

function roleOf(end: Json | undefined, scope: Scope): string[] {
  const id = isObject(end) ? textIn(end, 'Id') : undefined;
  const resource = id === undefined ? undefined : scope.resources().get(id);
  const properties = resource && objectIn(resource.body, 'Properties');
  const role = properties && scope.evaluate(memberOf(properties, 'Role') ?? memberOf(properties, 'RoleArn') ?? null);
  return typeof role === 'string' && hasSymbol(role) ? [role] : [];
}

function typeOf(end: Json | undefined, scope: Scope): string {
  const object: JsonObject = isObject(end) ? end : {};
  const id = textIn(object, 'Id');
  const resource = id === undefined ? undefined : scope.resources().get(id);
  return (resource && textIn(resource.body, 'Type')) ?? textIn(object, 'Type') ?? '';
}

const runs = new Set(['AWS::Lambda::Function', 'AWS::Serverless::Function', 'AWS::StepFunctions::StateMachine', 'AWS::Serverless::StateMachine']);

/** What is sent there starts others. */
const starts = new Set(['AWS::SNS::Topic', 'AWS::Events::EventBus']);

function edgeOf(permission: string, from: string, to: string): EdgeType {
  if (permission === 'Read') return 'reads';
  if (starts.has(to)) return 'triggers';
  if (!runs.has(to)) return 'writes';
  return runs.has(from) ? 'calls' : 'triggers';
}
