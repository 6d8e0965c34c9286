import { engineInUse } from '../../model/engine-in-use.ts';
import { lambdaRuntime } from '../../model/lambda-runtime.ts';
import type { Resource } from '../../model/resource.ts';
import { rule, type Context } from '../rule.ts';
import { offerOf } from '../support/offers.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown, type Verdict } from '../verdict.ts';

const database = yaml`
  Orders:
    Type: AWS::RDS::DBInstance
    Properties: { DBInstanceIdentifier: orders, Engine: postgres, EngineVersion: '17.4', DBInstanceClass: db.m7g.large }
`;
const offered = (available: boolean) => ({ type: 'offer' as const, region: 'eu-west-1', what: 'engine:rds/postgres/17.4', available, source: { scanner: 'rds', asOf: '2026-11-01' } });
const runtime = (id: string): string => yaml`
  Checkout:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: checkout, Runtime: ${id} }
`;

export const regionEngineVersion = rule({
  id: 'region-engine-version',
  title: 'Engine version or runtime cannot be created in the target region',
  on: ['rds-instance', 'rds-cluster', 'docdb-cluster', 'neptune-cluster', 'elasticache-replication-group', 'opensearch-domain', 'msk-cluster', 'mq-broker', 'eks-cluster', 'lambda-function'],
  needs: [],
  severity: severities('M/H/C/C'),
  why: 'Versions reach regions at different times and leave them for new resources before old ones stop. A template that names one that the target does not take fails there, and global databases and replicas want equal versions on both sides.',
  fix: 'Move home and target to one version that both offer, before anything is replicated, and Lambda functions to a runtime that can still be created.',
  effect: 'Blocks creating, restoring or replicating with this version in the target: RPO is that of no copy where replication needs it, and RTO grows by an upgrade and its tests.',
  links: ['https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBEngineVersions.html', 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html'],
  examples: {
    gap: [
      { home: database, learned: [offered(false)] },
      { name: 'a runtime that no new function may have', home: runtime('python2.7') },
    ],
    ready: [{ home: database, learned: [offered(true)] }, { home: runtime('nodejs22.x') }],
    unknown: [{ name: 'nobody asked the service', home: database }],
  },

  check: (resource, context) => (resource.kind === 'lambda-function' ? runtimeVerdict(resource, context) : engineVerdict(resource, context)),
});

function engineVerdict(resource: Resource, { graph, intent: { target } }: Context): Verdict | undefined {
  const engine = engineInUse(resource.kind, resource.attributes);
  if (engine === undefined) return undefined;
  const offer = offerOf(graph, `engine:${engine.key}`, target);
  if (offer === undefined) return unknown(`Nobody told us whether ${target} offers ${engine.title}, which ${resource.name} runs.`, { ask: `${engine.ask} in ${target}; a scan with this target asks it.` });
  const evidence = [{ what: `${engine.title} in ${target}`, value: offer.available ? 'offered' : 'not offered', source: offer.source }];
  return offer.available ? ready(`${target} offers ${engine.title}.`, { evidence }) : gap(`${target} does not offer ${engine.title}, which ${resource.name} runs.`, { evidence });
}

function runtimeVerdict({ name, attributes }: Resource, { intent: { target, today } }: Context): Verdict | undefined {
  const { runtime: id } = attributes as { readonly runtime?: string };
  if (id === undefined) return undefined;
  const life = lambdaRuntime(id);
  if (life === undefined) return unknown(`Nobody told us until when functions of the runtime ${id} of ${name} can be created.`);
  const { createBlock, successor } = life;
  if (createBlock === undefined || createBlock > today) return ready(`Functions of ${id} can be created in every region.`);
  return gap(`${name} runs ${id}, of which no function can be created since ${createBlock}, so none in ${target}.`, successor === undefined ? {} : { fix: `Move it to ${successor} first.` });
}
