import type { Json, JsonObject } from '../../../../model/json.ts';
import { listOf, isObject, memberOf } from '../sections.ts';
import { add, isIntrinsic, sub, type Builder, type SamResource } from './builder.ts';
import policyTemplates from './policy-templates.json' with { type: 'json' };
import { tagList } from './tag-list.ts';

interface Basis {
  /** Principal that assumes the role. */
  readonly service: string;
  /** Names of AWS managed policies that it has in any case. */
  readonly managed: readonly string[];
}

/** The role that the transform makes for a function or state machine without one, with its Policies property. */
export function addRole(owner: SamResource, builder: Builder, { service, managed }: Basis): void {
  const { properties } = owner;
  const policies = policiesOf(memberOf(properties, 'Policies'), `${owner.logicalId}Role`);
  const boundary = memberOf(properties, 'PermissionsBoundary');
  add(builder, owner, {
    id: `${owner.logicalId}Role`,
    type: 'AWS::IAM::Role',
    properties: {
      AssumeRolePolicyDocument: memberOf(properties, 'AssumeRolePolicyDocument') ?? assumedBy(service),
      ManagedPolicyArns: [...managed.map(managedArn), ...policies.managed],
      ...(policies.inline.length === 0 ? {} : { Policies: policies.inline }),
      ...(boundary === undefined ? {} : { PermissionsBoundary: boundary }),
      Tags: tagList(memberOf(properties, 'Tags')),
    },
  });
}

export const assumedBy = (service: string): JsonObject => ({ Statement: [{ Effect: 'Allow', Principal: { Service: [service] }, Action: ['sts:AssumeRole'] }] });

const managedArn = (name: string): Json => (name.startsWith('arn:') ? name : sub(`arn:\${AWS::Partition}:iam::aws:policy/${name}`));

interface Policies {
  readonly managed: Json[];
  readonly inline: JsonObject[];
}

/** A policy is a managed policy's name or ARN, a document, a statement, or a SAM policy template with its parameters. */
function policiesOf(value: Json | undefined, role: string): Policies {
  const found: Policies = { managed: [], inline: [] };
  for (const [index, policy] of listOf(value).entries()) {
    const name = `${role}Policy${index}`;
    if (typeof policy === 'string') found.managed.push(managedArn(policy));
    else if (isIntrinsic(policy)) found.managed.push(policy);
    else if (isObject(policy)) found.inline.push({ PolicyName: name, PolicyDocument: documentOf(policy) });
  }
  return found;
}

const templates: Readonly<Record<string, readonly { readonly actions: readonly string[]; readonly resources: readonly string[] }[]>> = policyTemplates.templates;

function documentOf(policy: JsonObject): JsonObject {
  if (memberOf(policy, 'Statement') !== undefined) return policy;
  const [[name, parameters = null] = ['', null]] = Object.entries(policy);
  const statements = Object.hasOwn(templates, name) ? templates[name] : undefined;
  if (!statements) return { Statement: [policy] };
  const values = isObject(parameters) ? parameters : {};
  return {
    Statement: statements.map(({ actions, resources }) => ({ Effect: 'Allow', Action: [...actions], Resource: resources.map((resource) => (resource === '*' ? resource : sub(resource, values))) })),
  };
}
