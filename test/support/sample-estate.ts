import type { Edge, EstateGraph } from '../../graph/estate.ts';
import { serviceGraphOf, type ServiceGraph } from '../../graph/queries/service-graph.ts';
import type { Services } from '../../graph/queries/services.ts';
import { viewOf, type EstateView } from '../../graph/view.ts';
import type { EdgeType } from '../../model/edge.ts';
import { compareText } from '../../model/json.ts';
import type { OtherResource } from '../../model/resource.ts';
import { random, type Random } from './random.ts';

export const sampleHome = 'eu-west-1';
export const sampleTarget = 'eu-central-1';

export interface SampleEstate {
  readonly view: EstateView;
  readonly services: Services;
  readonly graph: ServiceGraph;
  readonly resources: readonly OtherResource[];
}

const domains = [
  'checkout', 'orders', 'payments', 'catalogue', 'basket', 'pricing', 'stock', 'shipping', 'returns', 'customer', 'loyalty', 'search', 'reviews',
  'recommendations', 'media', 'campaigns', 'invoicing', 'fraud', 'notifications', 'reporting', 'partner', 'warehouse', 'suppliers', 'vouchers', 'subscriptions',
] as const;
const parts = ['', '-api', '-events', '-worker', '-admin', '-export', '-sync', '-archive'] as const;
const shared = ['identity', 'network', 'platform-events', 'secrets'] as const;

/** Types with the service part of their ARN, a stem for names, and how many of a hundred resources are of it. */
const types = [
  ['AWS::Lambda::Function', 'lambda', 'function:', 'handler', 24], ['AWS::IAM::Role', 'iam', 'role/', 'role', 12], ['AWS::Logs::LogGroup', 'logs', 'log-group:', 'logs', 12],
  ['AWS::CloudWatch::Alarm', 'cloudwatch', 'alarm:', 'errors', 10], ['AWS::S3::Bucket', 's3', '', 'store', 8], ['AWS::DynamoDB::Table', 'dynamodb', 'table/', 'items', 7],
  ['AWS::SQS::Queue', 'sqs', '', 'jobs', 7], ['AWS::SSM::Parameter', 'ssm', 'parameter/', 'setting', 5], ['AWS::SecretsManager::Secret', 'secretsmanager', 'secret:', 'credentials', 3],
  ['AWS::KMS::Key', 'kms', 'key/', 'key', 3], ['AWS::Events::Rule', 'events', 'rule/', 'schedule', 3], ['AWS::ECS::Service', 'ecs', 'service/', 'tasks', 2],
  ['AWS::ECR::Repository', 'ecr', 'repository/', 'image', 2], ['AWS::RDS::DBCluster', 'rds', 'cluster:', 'ledger', 1], ['AWS::EC2::VPC', 'ec2', 'vpc/', 'vpc', 1],
] as const;
const edgeKinds = ['reads', 'writes', 'triggers', 'uses-role', 'uses-key', 'calls', 'uses-secret', 'observes'] as const satisfies readonly EdgeType[];

/** An estate of the given size: services in layers, a few shared ones that all need, a cycle here and there. */
export function sampleEstate({ services: serviceCount, resources: resourceCount, seed = 1 }: { services: number; resources: number; seed?: number }): SampleEstate {
  const chance = random(seed);
  const ids = serviceIds(serviceCount);
  const resources = Array.from({ length: resourceCount }, (_, index) => resourceOf(index, ids[index % ids.length] ?? '', chance)).sort((a, b) => compareText(a.id, b.id));
  const needs = dependencies(ids, chance);
  const owner = new Map(resources.map(({ id, stack = '' }) => [id, stack]));
  const view = viewOf(estateOf(resources, needs, chance));
  const byService = Map.groupBy(resources, ({ stack = '' }) => stack);
  return {
    view,
    graph: graphOf(needs),
    resources,
    services: {
      all: [...ids].sort(compareText).map((id) => ({ id, basis: 'stack', resources: (byService.get(id) ?? []).map((resource) => resource.id) })),
      of: (id) => owner.get(id) ?? 'unassigned',
      at: (place) => owner.get(view.adjacency.ids[place] ?? '') ?? 'unassigned',
      why: (id) => ({ service: owner.get(id) ?? 'unassigned', basis: 'stack', because: 'sample' }),
      ofFile: (file) => ids.find((id) => file.includes(`/${id}/`)) ?? 'unassigned',
    },
  };
}

function serviceIds(wanted: number): string[] {
  const names = [...shared, ...parts.flatMap((part) => domains.map((domain) => `${domain}${part}`))];
  return Array.from({ length: wanted }, (_, index) => (index < names.length ? (names[index] ?? '') : `${names[index % names.length] ?? ''}-${Math.floor(index / names.length) + 1}`));
}

function resourceOf(index: number, service: string, chance: Random): OtherResource {
  const [resourceType, prefix, kind, stem] = typeAt(chance.below(100));
  const name = `${service}-${stem}-${String(index).padStart(5, '0')}`;
  const region = prefix === 'iam' ? 'global' : sampleHome;
  const id = prefix === 's3' ? `arn:aws:s3:::${name}` : `arn:aws:${prefix}:${prefix === 'iam' ? '' : sampleHome}:111122223333:${kind}${name}`;
  const path = `Resources.${stem.replace(/^./, (letter) => letter.toUpperCase())}${index}`;
  const source = { scanner: chance.chance(20) ? 'terraform-plan' : 'cloudformation', file: `templates/${service}/template.yaml`, line: 10 + chance.below(900), path };
  return { id, resourceType, name, partition: 'aws', account: '111122223333', region, arn: id, tags: {}, stack: service, sources: [source], evidence: {}, attributes: {} };
}

function typeAt(roll: number): (typeof types)[number] {
  let sum = 0;
  return types.find((type) => (sum += type[4]) > roll) ?? types[0];
}

/** What each service needs. */
type Needs = ReadonlyMap<string, ReadonlySet<string>>;

function dependencies(ids: readonly string[], chance: Random): Needs {
  const needs = new Map(ids.map((id) => [id, new Set<string>()]));
  const link = (from: string | undefined, to: string | undefined): void => {
    if (from !== undefined && to !== undefined && from !== to) needs.get(from)?.add(to);
  };
  for (const [index, id] of ids.entries()) {
    if (index < shared.length) continue;
    for (const hub of shared) if (chance.chance(hub === 'identity' ? 80 : 25)) link(id, hub);
    for (let edge = chance.below(3); edge > 0; edge--) link(id, ids[shared.length + chance.below(Math.max(1, index - shared.length))]);
    if (chance.chance(4)) link(ids[shared.length + chance.below(index - shared.length + 1)], id);
  }
  return needs;
}

function graphOf(needs: Needs): ServiceGraph {
  const ids = [...needs.keys()].sort(compareText);
  const pairs = ids.flatMap((id, place) => [...(needs.get(id) ?? [])].sort(compareText).map((other) => [place, ids.indexOf(other)] as const));
  const edgeAt = (): ReturnType<Parameters<typeof serviceGraphOf>[1]['edgeAt']> => ({ count: 1, types: { calls: 1 }, crossings: [] });
  return serviceGraphOf(ids, { from: Uint32Array.from(pairs, ([from]) => from), to: Uint32Array.from(pairs, ([, to]) => to), edgeAt });
}

function estateOf(resources: readonly OtherResource[], needs: Needs, chance: Random): EstateGraph {
  const byService = Map.groupBy(resources, ({ stack = '' }) => stack);
  const edges = new Map<string, Edge>();
  for (const { id, stack = '', sources } of resources) {
    for (let edge = chance.below(4); edge > 0; edge--) {
      const abroad = needs.has(stack) && chance.chance(25) ? [...(needs.get(stack) ?? [])] : [];
      const others = byService.get(abroad[chance.below(Math.max(1, abroad.length))] ?? stack) ?? [];
      const to = others[chance.below(Math.max(1, others.length))]?.id ?? id;
      const type = chance.pick(edgeKinds);
      if (to !== id) edges.set(`${id}\n${to}\n${type}`, { from: id, to, type, evidence: [{ how: 'sample', source: sources[0], confidence: 'declared' }] });
    }
  }
  return {
    resources: new Map(resources.map((resource) => [resource.id, resource])),
    edges: [...edges].sort(([a], [b]) => compareText(a, b)).map(([, edge]) => edge),
    dangling: [], occurrences: [], offers: [], blindSpots: [], coverage: [], suppressions: [],
    deployers: new Map(),
    resolve: () => [],
    names: () => new Map(),
  };
}
