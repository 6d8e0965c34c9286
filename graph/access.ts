import { actsOn, bounds, denies, grantsOf, grantsOfManaged, type Grant } from '../model/access.ts';
import { parseArn } from '../model/arn.ts';
import type { EdgeType } from '../model/edge.ts';
import { kinds } from '../model/kinds/index.ts';
import type { Kind } from '../model/kind.ts';
import type { PolicyStatement } from '../model/policy.ts';
import { isKind, type Resource } from '../model/resource.ts';
import { arnPatterns } from './arn-patterns.ts';
import type { Connecting } from './connect.ts';
import type { EdgeCollector } from './edge-collector.ts';
import type { Edge, EdgeEvidence, EstateGraph } from './estate.ts';
import { likelyArn } from './likely-arn.ts';
import { ownFirst } from './own-first.ts';
import { proveResourcePolicies } from './resource-policies.ts';

/** Most edges that one role hands on to who uses it: beyond it, users × resources is left to be followed through the role. */
const handedOnLimit = 1_000;

/** What policies allow. */
export const accessTypes: ReadonlySet<EdgeType> = new Set(['reads', 'writes', 'calls', 'triggers', 'uses-key', 'uses-secret', 'uses-image', 'uses-role']);

/** Types that act under a role without being of the trait `compute`: they run code, or call other services without any. */
const runners = new Set([
  'AWS::Glue::Job', 'AWS::Batch::JobDefinition', 'AWS::AppRunner::Service', 'AWS::CodeBuild::Project', 'AWS::SageMaker::NotebookInstance', 'AWS::SageMaker::Model',
  'AWS::ECS::TaskDefinition', 'AWS::ApiGateway::RestApi', 'AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Api', 'AWS::ApiGatewayV2::Integration', 'AWS::IoT::TopicRule', 'AWS::EMRServerless::Application', 'AWS::EMR::Cluster', 'AWS::AutoScaling::LaunchConfiguration', 'AWS::EC2::LaunchTemplate', 'AWS::Synthetics::Canary', 'AWS::KinesisAnalyticsV2::Application',
]);

/** Something that a role's policies allow, with what says so. */
interface Allowed extends Grant {
  readonly proof: EdgeEvidence;
}

/**
 * What policies allow, as edges: from a role to each resource that its own and attached policies name, and from who runs under the role to
 * the same resources. Wildcards mean resources of the estate. A statement for everything of a service makes no edges; it only says
 * what a mention of a resource of that service is: a function that is given a table's name and may read every table reads that table.
 */
export function proveAccess(all: readonly Connecting[], edges: EdgeCollector<Edge>, resolve: EstateGraph['resolve']): void {
  const around = surroundings(all, edges);
  let patterns: ReturnType<typeof arnPatterns> | undefined;
  const match = (pattern: string, account?: string): readonly Resource[] => (patterns ??= arnPatterns(all))(pattern, account);
  const found = new Map<string, readonly Resource[]>();
  const resourcesOf = (pattern: string, role: Resource): readonly Resource[] => {
    const key = `${role.account ?? ''}\n${role.stack ?? ''}\n${pattern}`;
    const known = found.get(key) ?? targets(pattern, role, { resolve, match });
    found.set(key, known);
    return known;
  };
  for (const { resource: role } of all) {
    if (!isKind(role, 'iam-role')) continue;
    const { allowed, statements, boundary } = policiesOf(role, around);
    const handedOn: { to: string; edge: EdgeType; proof: EdgeEvidence }[] = [];
    for (const grant of allowed) {
      if (grant.broad) continue;
      for (const target of resourcesOf(grant.resource, role)) {
        const arn = target.arn ?? likelyArn(target);
        const service = parseArn(arn)?.service;
        if (target.id === role.id || (service !== undefined && !actsOn(grant.service, service)) || statements.some((statement) => denies(statement, grant, arn)) || (boundary !== undefined && !bounds(boundary, grant, arn))) continue;
        edges.prove({ from: role.id, to: target.id, type: grant.edge }, grant.proof, false);
        handedOn.push({ to: target.id, edge: grant.edge, proof: grant.proof });
      }
    }
    const users = around.users.get(role.id) ?? [];
    if (isTold(role, around)) dropForbidden({ users, allowed, handedOn }, around, edges);
    if (users.length * handedOn.length <= handedOnLimit) {
      for (const user of users) {
        for (const { to, edge, proof } of handedOn) if (to !== user) edges.prove({ from: user, to, type: edge }, { ...proof, how: `role ${role.name}: ${proof.how}`, confidence: 'inferred' }, false);
      }
    }
    for (const user of users) proveMentions({ user, role, broad: allowed.filter(({ broad }) => broad), statements }, around, edges);
  }
  leaveToRoles(around, edges);
  proveResourcePolicies(all, edges, { resolve, users: around.users });
}

/** What a policy allows is done by the roles that wear it, which have the edges: the policy itself reads and calls nothing. */
function leaveToRoles({ policies }: Surroundings, edges: EdgeCollector<Edge>): void {
  const worn = new Set([...policies.values()].flat());
  if (worn.size === 0) return;
  const idle: Edge[] = [];
  edges.each((edge) => {
    if (worn.has(edge.from) && (accessTypes.has(edge.type) || edge.type === 'refers')) idle.push(edge);
  });
  for (const edge of idle) edges.drop(edge);
}

interface Permitted {
  readonly users: readonly string[];
  readonly allowed: readonly Allowed[];
  readonly handedOn: readonly { readonly to: string; readonly edge: EdgeType }[];
}

/**
 * Code that many share says more than each of them does: who may only read a table does not write it, whatever a library that he imports
 * could. Only where the role speaks of the resource and nothing else may allow it; policies of resources come later.
 */
function dropForbidden({ users, allowed, handedOn }: Permitted, { called, roles }: Surroundings, edges: EdgeCollector<Edge>): void {
  const types = new Map<string, Set<EdgeType>>();
  for (const { to, edge } of handedOn) types.set(to, (types.get(to) ?? new Set()).add(edge));
  for (const user of users) {
    if (roles.get(user) !== 1) continue;
    for (const edge of called.get(user) ?? []) {
      const { evidence } = edge;
      const own = types.get(edge.to);
      if (own === undefined || own.has(edge.type) || allowed.some((grant) => grant.broad && grant.edge === edge.type)) continue;
      if (evidence.every(({ source, confidence }) => source.scanner === 'code-calls' || confidence === 'mentioned')) edges.drop(edge);
    }
  }
}

/** Whether everything is told that the role may do. What Lambda's own policies allow is logs and polling. */
function isTold(role: Resource, { byId, policies }: Surroundings): boolean {
  if (!isKind(role, 'iam-role') || role.attributes.statements === undefined || role.attributes.managedPolicies === undefined) return false;
  const attached = policies.get(role.id) ?? [];
  return attached.every((id) => statementsOf(byId.get(id)?.resource) !== undefined) && role.attributes.managedPolicies.every((policy) => /:policy\/service-role\/AWSLambda\w+ExecutionRole$|\/AWSX[Rr]ay\w*Write\w*Access$/.test(policy));
}

interface Surroundings {
  readonly byId: { get(id: string): Connecting | undefined };
  readonly policies: ReadonlyMap<string, readonly string[]>;
  readonly boundaries: ReadonlyMap<string, readonly string[]>;
  /** Who runs under a role, directly or by an instance profile. */
  readonly users: ReadonlyMap<string, readonly string[]>;
  /** How many roles somebody runs under. */
  readonly roles: ReadonlyMap<string, number>;
  /** What somebody's code reads and writes. */
  readonly called: ReadonlyMap<string, readonly Edge[]>;
  /** Resources that one mentions without anything saying what for. */
  readonly mentions: ReadonlyMap<string, readonly string[]>;
}

function surroundings(all: readonly Connecting[], edges: EdgeCollector<Edge>): Surroundings {
  // The collector knows the place of each id; a second index of a million would be the larger part of this.
  const byId = { get: (id: string): Connecting | undefined => all[edges.placeOf(id) ?? -1] };
  const policies = new Map<string, string[]>();
  const boundaries = new Map<string, string[]>();
  const wearers = new Map<string, string[]>();
  const mentions = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, value: string): void => void (map.get(key)?.push(value) ?? map.set(key, [value]));
  const typeOf = (id: string): string | undefined => byId.get(id)?.resource.resourceType;
  const called = new Map<string, Edge[]>();
  edges.each((edge) => {
    const { from, to, type, evidence } = edge;
    if ((type === 'reads' || type === 'writes') && evidence.some(({ source }) => source.scanner === 'code-calls')) (called.get(from) ?? called.set(from, []).get(from))?.push(edge);
    if (type === 'attaches' && typeOf(to) === 'AWS::IAM::ManagedPolicy' && typeOf(from) === 'AWS::IAM::Role') add(policies, from, to);
    else if (type === 'limits' && typeOf(to) === 'AWS::IAM::Role') add(boundaries, to, from);
    else if (type === 'uses-role') add(wearers, to, from);
    else if (type === 'refers') add(mentions, from, to);
  });
  const users = new Map<string, string[]>();
  const roles = new Map<string, number>();
  for (const [role, direct] of wearers) {
    const wide = direct.flatMap((user) => (typeOf(user) === 'AWS::IAM::InstanceProfile' ? (wearers.get(user) ?? []) : [user]));
    const running = [...new Set(wide)].filter((user) => runs(byId.get(user)?.resource));
    if (running.length > 0) users.set(role, running);
    for (const user of running) roles.set(user, (roles.get(user) ?? 0) + 1);
  }
  return { byId, policies, boundaries, users, roles, called, mentions };
}

function runs(resource: Resource | undefined): boolean {
  if (resource === undefined) return false;
  return runners.has(resource.resourceType) || (resource.kind !== undefined && (kinds[resource.kind] as Kind).traits.includes('compute'));
}

/** Everything that applies to a role: grants with their proofs, every statement, and its boundary where that is told. */
function policiesOf(role: Resource, { byId, policies, boundaries }: Surroundings): { allowed: Allowed[]; statements: PolicyStatement[]; boundary: PolicyStatement[] | undefined } {
  const holders = [role.id, ...(policies.get(role.id) ?? [])].flatMap((id) => byId.get(id) ?? []);
  const told = (boundaries.get(role.id) ?? []).map((id) => statementsOf(byId.get(id)?.resource));
  return {
    allowed: [...managedGrants(role), ...holders.flatMap((holder) => grantsOf(statementsOf(holder.resource)).map((grant) => ({ ...grant, proof: proofOf(grant, holder) })))],
    statements: holders.flatMap(({ resource }) => statementsOf(resource) ?? []),
    boundary: told.length === 0 || told.includes(undefined) ? undefined : told.flatMap((statements) => statements ?? []),
  };
}

/** What policies of AWS allow to a role that they are attached to. */
function managedGrants(role: Resource): Allowed[] {
  if (!isKind(role, 'iam-role')) return [];
  const source = role.evidence['managedPolicies'] ?? role.sources[0];
  return (role.attributes.managedPolicies ?? []).flatMap((policy) => grantsOfManaged(policy).map((grant): Allowed => ({ ...grant, proof: { how: policy.slice(policy.lastIndexOf('/') + 1), source, confidence: 'inferred' } })));
}

function statementsOf(resource: Resource | undefined): readonly PolicyStatement[] | undefined {
  return resource !== undefined && (isKind(resource, 'iam-role') || isKind(resource, 'iam-policy')) ? resource.attributes.statements : undefined;
}

/** The place in the document that holds the resource of the statement, else the attribute that holds the statement. */
function proofOf({ resource: pattern, actions }: Grant, { resource, facts }: Connecting): EdgeEvidence {
  const shown = actions.length > 3 ? `${actions.slice(0, 3).join(', ')} and ${actions.length - 3} more` : actions.join(', ');
  for (const { references, source } of facts) {
    const place = references.find(({ to, path }) => to === pattern && path !== '');
    if (place !== undefined) return { how: `${place.path}: ${shown}`, source: place.line === undefined ? source : { ...source, line: place.line }, confidence: 'declared' };
  }
  const source = resource.evidence['statements'] ?? resource.sources[0];
  return { how: `statements: ${shown} on ${pattern.slice(0, 200)}`, source, confidence: 'inferred' };
}

interface Finders {
  readonly resolve: EstateGraph['resolve'];
  readonly match: (pattern: string, account?: string) => readonly Resource[];
}

/** Resources that the resource element of a statement means. */
function targets(pattern: string, role: Resource, { resolve, match }: Finders): readonly Resource[] {
  const { account } = role;
  const exact = ownFirst(resolve(pattern, { account }), role);
  return exact.length > 0 || !/\*|⟦/.test(pattern) ? exact : match(pattern, account);
}

interface Mentioning {
  readonly user: string;
  readonly role: Resource;
  readonly broad: readonly Allowed[];
  readonly statements: readonly PolicyStatement[];
}

/** What somebody with broad permissions does with the resources that his configuration names. */
function proveMentions({ user, role, broad, statements }: Mentioning, { byId, mentions }: Surroundings, edges: EdgeCollector<Edge>): void {
  if (broad.length === 0) return;
  for (const to of mentions.get(user) ?? []) {
    const target = byId.get(to)?.resource;
    const arn = target === undefined ? undefined : (target.arn ?? likelyArn(target));
    const service = arn === undefined ? undefined : parseArn(arn)?.service;
    for (const grant of broad) {
      if (arn === undefined || service === undefined || !actsOn(grant.service, service) || statements.some((statement) => denies(statement, grant, arn))) continue;
      edges.prove({ from: user, to, type: grant.edge }, { ...grant.proof, how: `role ${role.name}: ${grant.proof.how}`, confidence: 'inferred' }, false);
    }
  }
}
