import type { Json, JsonObject } from '../../../../model/json.ts';
import { isObject, memberOf, objectIn } from '../sections.ts';
import { add, getAtt, given, ref, replace, without, type Builder, type SamResource } from './builder.ts';
import { definitionFile, definitionUnknown } from './definition-file.ts';
import { functionEvents } from './events.ts';
import { addRole } from './role.ts';
import { tagList } from './tag-list.ts';

const own = new Set([
  'Definition', 'DefinitionUri', 'DefinitionSubstitutions', 'Policies', 'Role', 'RolePath', 'PermissionsBoundary', 'AssumeRolePolicyDocument', 'Events',
  'Name', 'Type', 'Logging', 'Tracing', 'Tags', 'AutoPublishAlias', 'UseAliasAsEventTarget', 'DeploymentPreference', 'PropagateTags',
]);

/** AWS::Serverless::StateMachine as the state machine, role and event rules that it stands for. */
export function stateMachine(resource: SamResource, builder: Builder): void {
  const { logicalId, properties } = resource;
  const role = given(properties, 'Role', builder);
  if (role === undefined) addRole(resource, builder, { service: 'states.amazonaws.com', managed: [] });
  const renamed = { StateMachineName: 'Name', StateMachineType: 'Type', LoggingConfiguration: 'Logging', TracingConfiguration: 'Tracing', DefinitionSubstitutions: 'DefinitionSubstitutions' };
  const passed = Object.entries(renamed).flatMap(([to, from]): [string, Json][] => {
    const value = memberOf(properties, from);
    return value === undefined ? [] : [[to, value]];
  });
  replace(builder, resource, {
    type: 'AWS::StepFunctions::StateMachine',
    properties: {
      ...without(properties, own),
      ...Object.fromEntries(passed),
      ...definition(resource, builder),
      RoleArn: role ?? getAtt(`${logicalId}Role`, 'Arn'),
      Tags: tagList(memberOf(properties, 'Tags')),
    },
  });
  published(resource, builder);
  functionEvents({ owner: resource, name: ref(logicalId), arn: ref(logicalId), uriName: logicalId, starts: true }, builder);
}

/** The definition, from the template or the file that it names, with its substitutions filled in. */
function definition(resource: SamResource, builder: Builder): JsonObject {
  const { properties } = resource;
  const inline = memberOf(properties, 'Definition');
  if (inline !== undefined) return { Definition: inline };
  const location = memberOf(properties, 'DefinitionUri');
  if (isObject(location)) return { DefinitionS3Location: location };
  if (location === undefined) return {};
  const text = definitionFile(location, resource, builder)?.text;
  if (text === undefined) return { DefinitionString: definitionUnknown };
  const substitutions = objectIn(properties, 'DefinitionSubstitutions');
  const parts = text.replace(/[⟦⟧]/g, '').split(/(\$\{[A-Za-z0-9_]+\})/).map((part, index) => {
    const value = index % 2 === 1 ? memberOf(substitutions, part.slice(2, -1)) : undefined;
    return value ?? part;
  });
  return { DefinitionString: { 'Fn::Join': ['', parts] } };
}

/** The version and alias that every deployment publishes. */
function published(resource: SamResource, builder: Builder): void {
  const { logicalId, properties } = resource;
  const name = memberOf(properties, 'AutoPublishAlias');
  if (typeof name !== 'string') return;
  add(builder, resource, { id: `${logicalId}Version`, type: 'AWS::StepFunctions::StateMachineVersion', properties: { StateMachineArn: ref(logicalId) } });
  add(builder, resource, {
    id: `${logicalId}Alias${name.replace(/[^A-Za-z0-9]/g, '')}`,
    type: 'AWS::StepFunctions::StateMachineAlias',
    properties: { Name: name, RoutingConfiguration: [{ StateMachineVersionArn: ref(`${logicalId}Version`), Weight: 100 }] },
  });
}
