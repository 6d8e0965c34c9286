import type { Fact, Reference, ResourceFact } from '../../../model/fact.ts';
import { isMap, properties, type PropertyMap } from '../../../model/properties.ts';
import { partitionOf } from '../../../model/region.ts';
import { symbol, symbolsIn } from '../../../model/symbol.ts';
import { connected } from '../../connected.ts';
import { fillTemplate } from '../../identity.ts';
import { kindOfType } from '../../kind-of-type.ts';
import { resourceFact, type Declared } from '../declared.ts';
import { withoutDynamicReferences } from './dynamic-reference.ts';
import { exportsIn, type Exports } from './exports.ts';
import { withMentions } from './mentioned.ts';
import { connections } from './sam/connector.ts';
import { factId, type Scope } from './scope.ts';
import { memberOf, objectIn, textIn, type RawResource } from './sections.ts';
import { propertyLine } from './property-line.ts';
import { recordsOf } from './record-set-group.ts';
import { tagsIn } from './tags.ts';

/** Facts of every resource that the template creates, and of the stacks nested in it. */
export function* factsOf(scope: Scope): Generator<Fact> {
  const exported = exportsIn(scope);
  for (const [logicalId, resource] of scope.resources()) {
    const type = textIn(resource.body, 'Type');
    scope.at.line = resource.line;
    if (type === undefined) reportUntyped(logicalId, resource, scope);
    // Every CDK stack has this one; it records library versions and deploys nothing.
    if (type === undefined || type === 'AWS::CDK::Metadata' || !isCreated(logicalId, resource, scope)) continue;
    if (type === 'AWS::Serverless::Connector') yield* connections(logicalId, resource, scope);
    else yield* facts({ logicalId, type, resource, exported }, scope);
    const nested = scope.nested(logicalId);
    if (nested) yield* factsOf(nested);
  }
  scope.at.line = undefined;
  reportGaps(scope);
}

function reportUntyped(logicalId: string, { line }: RawResource, scope: Scope): void {
  const id = logicalId.slice(0, 120);
  scope.note({ reason: 'unparsable', asked: `resource ${id}`, message: `The resource ${id} has no type`, line });
}

/** A resource whose condition cannot be decided is taken to exist; the report says so. */
function isCreated(logicalId: string, { body, line }: RawResource, scope: Scope): boolean {
  const condition = memberOf(body, 'Condition');
  if (condition === undefined) return true;
  if (typeof condition !== 'string') {
    scope.note({ reason: 'unparsable', asked: `whether ${logicalId.slice(0, 120)} is created`, message: 'The Condition of a resource is a name; this one is taken to hold', line });
    return true;
  }
  const holds = scope.condition(condition);
  if (holds === undefined) scope.gaps.conditions.set(condition, (scope.gaps.conditions.get(condition) ?? 0) + 1);
  return holds !== false;
}

interface Found {
  readonly logicalId: string;
  readonly type: string;
  readonly resource: RawResource;
  readonly exported: Exports;
}

/** The resource; of a group of DNS records, each record beside it. */
function* facts(found: Found, scope: Scope): Generator<ResourceFact> {
  const evaluated = evaluatedMap(memberOf(found.resource.body, 'Properties') ?? {}, scope);
  yield fact(found, evaluated, scope);
  if (found.type !== 'AWS::Route53::RecordSetGroup') return;
  for (const [index, properties] of recordsOf(evaluated).entries()) {
    yield fact({ ...found, logicalId: `${found.logicalId}/${index}`, type: 'AWS::Route53::RecordSet' }, properties, scope);
  }
}

function fact({ logicalId, type, resource, exported }: Found, evaluated: PropertyMap, scope: Scope): ResourceFact {
  const { body, line, path } = resource;
  const initialisation = evaluatedMap(memberOf(objectIn(body, 'Metadata'), 'AWS::CloudFormation::Init') ?? {}, scope);
  const module = modulePath(logicalId, resource, scope);
  const declared: Declared = {
    id: factId(scope, logicalId),
    type: type.slice(0, 200),
    label: logicalId,
    properties: evaluated,
    region: scope.deployment.region,
    account: scope.deployment.account,
    stack: scope.stack,
    module,
    asset: assetOf(resource),
    tags: tagsIn(evaluated, scope.deployment.region),
    source: { scanner: 'cloudformation', file: scope.file.path, ...(line === undefined ? {} : { line }), path },
  };
  const made = resourceFact(declared, 'cloudformation');
  const mentioned = withMentions(made.references, evaluated, { Metadata: initialisation });
  const identities = [...made.identities, ...accountNames(declared), ...(exported.get(declared.id) ?? []).map((id) => symbol(id))];
  return { ...made, identities: [...new Set(identities)], references: withLines(connected(mentioned, { id: declared.id, types: [...new Set([type, made.resourceType])] }), path, scope) };
}

/** References with the line of the property that holds each, so that evidence points at it and not at the resource only. */
function withLines(references: readonly Reference[], path: string, { file }: Scope): Reference[] {
  return references.map((reference) => {
    const line = reference.path === '' || reference.path.startsWith('Metadata.') ? undefined : propertyLine(file, `${path}.Properties.${reference.path}`);
    return line === undefined ? reference : { ...reference, line };
  });
}

function evaluatedMap(raw: Parameters<Scope['evaluate']>[0], scope: Scope): PropertyMap {
  const value = withoutDynamicReferences(scope.evaluate(raw));
  return isMap(value) ? value : {};
}

/**
 * Name and ARN in which the account is the only gap: `logs-⟦account⟧-eu-west-1` is the same text wherever templates of the account write it,
 * so that it identifies the resource although it is not known.
 */
function accountNames({ type, properties: raw, region }: Declared): string[] {
  const { kind, part } = kindOfType(type) ?? {};
  const path = part ? undefined : kind?.name.cloudformation;
  const name = path === undefined ? undefined : properties(raw).text(path);
  const symbols = name === undefined ? [] : symbolsIn(name);
  if (name === undefined || symbols.length === 0 || !symbols.every(({ id }) => id === 'account')) return [];
  const arn = kind?.arn === undefined ? undefined : fillTemplate(kind.arn, { partition: region === undefined ? undefined : partitionOf(region)?.id, region, account: symbol('account'), name });
  return arn === undefined ? [name] : [name, arn];
}

/** Path of the AWS CDK construct, without the part that the CDK gives the resource inside it. */
function modulePath(logicalId: string, { body }: RawResource, { deployment: { modules = {} }, trail }: Scope): string | undefined {
  const told = trail.length === 1 && Object.hasOwn(modules, logicalId) ? modules[logicalId] : undefined;
  return (textIn(objectIn(body, 'Metadata'), 'aws:cdk:path') ?? told)?.replace(/\/(?:Resource|Default)$/, '');
}

/** Where tools that package code found it: the AWS CDK, SAM for images. A Dockerfile in a folder of its own is nearer to the code than the whole context. */
function assetOf({ body }: RawResource): string | undefined {
  const metadata = objectIn(body, 'Metadata');
  const context = textIn(metadata, 'DockerContext');
  const own = /^(.+)\/[^/]+$/.exec(textIn(metadata, 'Dockerfile') ?? '')?.[1];
  return textIn(metadata, 'aws:asset:path') ?? (context === undefined || own === undefined ? context : `${context}/${own}`);
}

function reportGaps(scope: Scope): void {
  const { parameters, conditions } = scope.gaps;
  const remedy = 'Give the parameters of the stack';
  if (parameters.size > 0) {
    const names = [...parameters].sort().map((name) => name.slice(0, 120));
    const shown = names.length > 20 ? `${names.slice(0, 20).join(', ')} and ${names.length - 20} more` : names.join(', ');
    scope.note({ reason: 'unresolved', asked: 'values of parameters', message: `No value is given for ${shown}, and the template has no default`, remedy });
  }
  for (const [name, count] of conditions) {
    const resources = count === 1 ? 'one resource is' : `${count} resources are`;
    scope.note({ reason: 'unresolved', asked: `whether the condition ${name.slice(0, 120)} holds`, message: `It depends on something that was not given; ${resources} taken to exist`, remedy });
  }
}
