import { serviceGraph } from '../../graph/queries/service-graph.ts';
import { secondsOf } from '../../model/duration.ts';
import { strategies, strategyOf, strategyTitles, type Intent } from '../../model/intent.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { listed } from '../support/list.ts';
import { intentOfService, servicesOf } from '../support/services-of.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown, type Verdict } from '../verdict.ts';

const home = yaml`
  Shop:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: shop, Tags: [{ Key: service, Value: shop }], Environment: { Variables: { PRICES: !Ref Prices } } }
  Prices:
    Type: AWS::DynamoDB::Table
    Properties: { TableName: prices, Tags: [{ Key: service, Value: pricing }] }
`;

export const graphTierInversion = rule({
  id: 'graph-tier-inversion',
  title: 'A service needs another one that recovers later or loses more',
  on: 'estate',
  severity: severities('M/H/H/H'),
  why: 'A service is back no sooner than what it needs. Its own objective is a promise that somebody else does not keep.',
  fix: 'Raise the objectives of what is needed to those of its users, let the users work without it for that long (a cache, a degraded mode), or lower their promise.',
  effect: 'RTO of the service is at least the longest, and RPO at least the largest, of everything that it needs, whatever it promises itself.',
  links: ['https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_planning_for_recovery_objective_defined_recovery.html'],
  examples: {
    gap: [{ home, services: { shop: { rto: '15m' }, pricing: { rto: '4h' } } }],
    ready: [{ home, services: { shop: { rto: '4h', rpo: '1h' }, pricing: { rto: '1h', rpo: '1h' } } }],
    unknown: [{ name: 'what it needs promises nothing', home, services: { shop: { tier: 0, rto: '15m' } } }],
  },

  /** Says nothing of services for which no objective is configured. */
  *check(view, context): Iterable<EstateSubject> {
    const services = servicesOf(context);
    const resources = new Map(services.all.map(({ id, resources: own }) => [id, own]));
    for (const { from: user, to: needed } of serviceGraph(view, services).edges()) {
      const verdict = compared(context.intent, user, needed);
      if (verdict !== undefined) yield { subject: `needs:${user}→${needed}`, title: `${user} → ${needed}`, resources: resources.get(user) ?? [], verdict };
    }
  },
});

function compared(intent: Intent, user: string, needed: string): Verdict | undefined {
  const [own, other] = [intentOfService(intent, user), intentOfService(intent, needed)];
  if (own === undefined) return undefined;
  const worse = [
    ...(['rto', 'rpo'] as const).flatMap((what) => (isLonger(other?.[what], own[what]) ? [`its ${what.toUpperCase()} is ${other?.[what]} where ${own[what]} is promised`] : [])),
    ...(rank(intent, needed) < rank(intent, user) ? [`its strategy is ${title(intent, needed)} where ${user} wants ${title(intent, user)}`] : []),
  ];
  if (worse.length > 0) return gap(`${user} needs ${needed}, but ${listed(worse)}.`);
  const untold = (['rto', 'rpo'] as const).filter((what) => own[what] !== undefined && other?.[what] === undefined);
  if (untold.length > 0) return unknown(`${user} needs ${needed}, whose ${listed(untold.map((what) => what.toUpperCase()))} nobody told us.`, { ask: `services.${needed} in the configuration.` });
  return own.rto === undefined && own.rpo === undefined ? undefined : ready(`${needed} recovers as fast as ${user} needs it.`);
}

const isLonger = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && (secondsOf(a) ?? 0) > (secondsOf(b) ?? Infinity);
const rank = (intent: Intent, service: string): number => strategies.indexOf(strategyOf(intent, service));
const title = (intent: Intent, service: string): string => strategyTitles[strategyOf(intent, service)].toLowerCase();
