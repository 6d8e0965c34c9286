import { grantsOf } from '../model/access.ts';
import { parseArn } from '../model/arn.ts';
import type { EdgeType } from '../model/edge.ts';
import { kinds } from '../model/kinds/index.ts';
import type { Kind } from '../model/kind.ts';
import type { PolicyStatement } from '../model/policy.ts';
import type { Resource } from '../model/resource.ts';
import { hasSymbol } from '../model/symbol.ts';
import type { Connecting } from './connect.ts';
import type { EdgeCollector } from './edge-collector.ts';
import type { Edge, EdgeEvidence, EstateGraph } from './estate.ts';
import { ownFirst } from './own-first.ts';

/** Principals of one policy that are looked at; the services take policies of 20 kB. */
const principalLimit = 200;

/** Types besides roles that policies let in by name: what CloudFront reads buckets as. */
const identities: ReadonlySet<string> = new Set(['AWS::CloudFront::CloudFrontOriginAccessIdentity', 'aws_cloudfront_origin_access_identity', 'AWS::IAM::User']);

interface Around {
  readonly resolve: EstateGraph['resolve'];
  /** Who runs under a role. */
  readonly users: ReadonlyMap<string, readonly string[]>;
}

/**
 * What the policy of a resource allows to those whom it names: roles of the estate, and what AWS services do on behalf of a resource that
 * a condition on the source names (a topic that may send to a queue). Whole accounts, and services without such a condition, give nothing.
 */
export function proveResourcePolicies(all: readonly Connecting[], edges: EdgeCollector<Edge>, { resolve, users }: Around): void {
  for (const { resource } of all) {
    const statements = policyOf(resource);
    const service = statements === undefined ? undefined : serviceOf(resource);
    if (statements === undefined || service === undefined) continue;
    const proof: EdgeEvidence = { how: 'policy', source: resource.evidence['policy'] ?? resource.sources[0], confidence: 'declared' };
    for (const statement of statements) {
      const types = new Set(grantsOf([{ ...statement, resources: ['*'], notResources: undefined }]).flatMap((grant) => (grant.service === service ? grant.edge : [])));
      if (types.size === 0) continue;
      for (const principal of (statement.principals ?? []).slice(0, principalLimit)) {
        if (!principal.startsWith('arn:') && !hasSymbol(principal)) continue;
        for (const from of ownFirst(resolve(principal, { account: resource.account }), resource)) {
          if (from.kind !== 'iam-role' && !identities.has(from.resourceType)) continue;
          const running = (users.get(from.id) ?? []).filter((id) => id !== resource.id).slice(0, principalLimit);
          for (const type of types) {
            edges.prove({ from: from.id, to: resource.id, type }, proof, false);
            for (const user of running) edges.prove({ from: user, to: resource.id, type }, { ...proof, how: `role ${from.name}: policy`, confidence: 'inferred' }, false);
          }
        }
      }
      for (const from of sourcesOf(statement, resource, resolve)) {
        for (const type of types) edges.prove({ from: from.id, to: resource.id, type: onBehalf(type, service) }, { ...proof, how: 'policy: aws:SourceArn', confidence: 'inferred' }, false);
      }
    }
  }
}

/** What a service does for a source: sending to a queue is how events reach it. */
const onBehalf = (type: EdgeType, service: string): EdgeType => (service === 'sqs' && type === 'writes' ? 'triggers' : type);

function sourcesOf({ conditions = [], principals = [] }: PolicyStatement, resource: Resource, resolve: EstateGraph['resolve']): Resource[] {
  if (!principals.some((principal) => principal === '*' || principal.includes('.amazonaws.'))) return [];
  return conditions
    .filter(({ key, operator }) => key.toLowerCase() === 'aws:sourcearn' && !/not/i.test(operator))
    .flatMap(({ values }) => values.slice(0, principalLimit).flatMap((value) => ownFirst(resolve(value, { account: resource.account }), resource)))
    .filter(({ id }) => id !== resource.id);
}

function policyOf(resource: Resource): readonly PolicyStatement[] | undefined {
  const { policy } = resource.attributes as { readonly policy?: readonly PolicyStatement[] };
  return Array.isArray(policy) ? policy : undefined;
}

/** Service prefix of the actions on a resource of this kind. */
function serviceOf({ kind }: Resource): string | undefined {
  return kind === undefined ? undefined : parseArn((kinds[kind] as Kind).arn ?? '')?.service;
}
