import { peers } from '../../graph/queries/peer.ts';
import type { KindId, Resource } from '../../model/resource.ts';
import { standingOf } from '../../model/source.ts';
import { hasSymbol } from '../../model/symbol.ts';
import { printed } from '../evidence.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, type Verdict } from '../verdict.ts';

const checkout = (runtime: string): string => yaml`
  Checkout:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: checkout, Runtime: ${runtime} }
`;

/** Attributes that should be the same in both regions, where no rule of the kind's own compares them. */
const alike: Readonly<Partial<Record<KindId, readonly string[]>>> = {
  'lambda-function': ['runtime', 'architectures', 'packageType', 'snapStart', 'environmentNames'],
  'eks-cluster': ['engineVersion', 'autoMode'],
  'ecs-service': ['launchType', 'platformVersion'],
  'opensearch-domain': ['engineVersion'],
  'elasticache-replication-group': ['engine', 'engineVersion'],
  'memorydb-cluster': ['engine', 'engineVersion'],
  'mq-broker': ['engine', 'engineVersion', 'deploymentMode'],
  'msk-cluster': ['engineVersion'],
  'kinesis-stream': ['mode', 'shards', 'retentionHours'],
  'state-machine': ['type'],
  'sqs-queue': ['fifo', 'retentionSeconds', 'deadLetters'],
  'sns-topic': ['fifo'],
  'log-group': ['retentionDays', 'logClass'],
  'cloudwatch-alarm': ['threshold', 'comparison', 'missingData'],
  vpc: ['dnsHostnames', 'dnsSupport'],
};
const kinds = Object.keys(alike) as readonly KindId[];

export const operationsDriftBetweenRegions = rule({
  id: 'operations-drift-between-regions',
  title: 'Counterpart in the target region is configured differently',
  on: kinds,
  needs: [],
  severity: severities('L/M/H/H'),
  why: 'What was tested at home is not what takes over: another version, another runtime or another limit shows its difference in the first hour of a failover.',
  fix: 'Deploy both regions from one template with the same parameters, compare them daily (CloudFormation drift, Config conformance packs in both), and hold back a release while the target lags behind.',
  effect: 'No effect on RPO. RTO grows by finding the difference under load and deploying home’s version, and is open where the older version cannot read today’s data.',
  links: ['https://docs.aws.amazon.com/config/latest/developerguide/conformance-packs.html'],
  examples: {
    gap: [
      { home: checkout('nodejs24.x'), target: checkout('nodejs22.x') },
      { name: 'changed by hand since it was deployed', home: checkout('nodejs22.x'), described: [{ kind: 'lambda-function', name: 'checkout', document: { Runtime: 'nodejs24.x' } }] },
    ],
    ready: [{ home: checkout('nodejs24.x'), target: checkout('nodejs24.x') }],
  },

  /** That there is no counterpart is the business of other rules; what it would be deployed with is asked here. */
  check(resource, { intent: { target }, graph }) {
    const peer = peers(graph, resource, target)[0]?.resource;
    const names = alike[resource.kind] ?? [];
    if (peer === undefined) return changedByHand(resource, names, target);
    const known = names.filter((name) => isTold(resource, name) && isTold(peer, name));
    const different = known.filter((name) => printed(valueOf(resource, name)) !== printed(valueOf(peer, name)));
    if (known.length === 0) return undefined;
    const evidence = different.map((name) => ({ what: name, value: `${printed(valueOf(resource, name))} at home, ${printed(valueOf(peer, name))} in ${target}` }));
    return different.length === 0 ? ready() : gap(`${peer.name} in ${target} differs from ${resource.name} in ${listed(different)}.`, { evidence });
  },
});

/** What runs at home otherwise than its template says: the target is deployed from the template, and gets what nobody runs. */
function changedByHand(resource: Resource, names: readonly string[], target: string): Verdict | undefined {
  const changed = names.flatMap((name) => {
    const told = Object.hasOwn(resource.disagreements ?? {}, name) ? (resource.disagreements?.[name] ?? []) : [];
    const declared = told.find(({ source }) => standingOf(source) !== 'live');
    return declared !== undefined && told.some(({ source }) => standingOf(source) === 'live') ? [{ name, declared: printed(declared.value) }] : [];
  });
  if (changed.length === 0) return undefined;
  const evidence = changed.map(({ name, declared }) => ({ what: name, value: `${printed(valueOf(resource, name))} at home, ${declared} in what declares it` }));
  return gap(`${resource.name} runs with other ${listed(changed.map(({ name }) => name))} than what declares it says, and ${target} is deployed from that.`, { evidence });
}

const valueOf = ({ attributes }: Resource, name: string): unknown => (Object.hasOwn(attributes, name) ? (attributes as Readonly<Record<string, unknown>>)[name] : undefined);

function isTold(resource: Resource, name: string): boolean {
  const value = valueOf(resource, name);
  return value !== undefined && !hasSymbol(printed(value));
}
