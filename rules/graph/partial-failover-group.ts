import { sharedData } from '../../graph/queries/shared-resources.ts';
import { serviceGraph } from '../../graph/queries/service-graph.ts';
import { waves } from '../../graph/queries/waves.ts';
import { strategyOf, strategyTitles, type Intent } from '../../model/intent.ts';
import { compareText } from '../../model/json.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { listed } from '../support/list.ts';
import { intentOfService, servicesOf } from '../support/services-of.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const api = (name: string, uses: string): string => yaml`
  ${name}:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: ${name.toLowerCase()}, Tags: [{ Key: service, Value: ${name.toLowerCase()} }], Environment: { Variables: { OTHER: 'arn:aws:lambda:us-east-1:111122223333:function:${uses}' } } }
`;
const home = `${api('Orders', 'stock')}\n${api('Stock', 'orders')}`;

export const graphPartialFailoverGroup = rule({
  id: 'graph-partial-failover-group',
  title: 'Services that belong together are planned to fail over separately',
  on: 'estate',
  severity: severities('-/M/H/H'),
  why: 'Services that share a store they write to, or need each other in a circle, work in one region together or not at all. Different strategies leave one of them behind.',
  fix: 'Give them one strategy and one recovery plan: a parent plan over the plans of the services, in the order data, queues, compute, entry.',
  effect: 'RTO of each member is the longest of the group, and RPO the largest. A member that fails over alone writes across regions or finds its store read-only.',
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-4.html'],
  examples: {
    gap: [{ home, services: { orders: { strategy: 'warm-standby' }, stock: { strategy: 'backup-restore' } } }],
    ready: [{ home, services: { orders: { strategy: 'warm-standby', rto: '1h' }, stock: { rto: '1h' } } }],
  },

  /** Only of groups of which the configuration says something. */
  *check(view, context): Iterable<EstateSubject> {
    const { intent } = context;
    const services = servicesOf(context);
    const circles = waves(serviceGraph(view, services)).flat().filter((group) => group.length > 1).map((members) => ({ members, why: 'need each other' }));
    const shared = sharedData(view, services).flatMap(({ id, users }) => {
      const writers = users.filter(({ writes }) => writes > 0).map(({ service }) => service);
      return writers.length < 2 ? [] : [{ members: writers, why: `write to ${view.resource(id)?.name ?? id}` }];
    });
    const groups = new Map([...circles, ...shared].map(({ members, why }) => [[...members].sort(compareText).join('+'), { members: [...members].sort(compareText), why }] as const));
    for (const [key, { members, why }] of [...groups].sort(([a], [b]) => compareText(a, b))) {
      if (!members.some((service) => intentOfService(intent, service) !== undefined)) continue;
      const goals = new Map(members.map((service) => [service, goalOf(intent, service)]));
      const inside = new Set(members);
      const subject = { subject: `group:${key}`, title: listed(members), resources: services.all.filter(({ id }) => inside.has(id)).flatMap(({ resources }) => resources) };
      const evidence = [...goals].map(([what, value]) => ({ what, value }));
      yield new Set(goals.values()).size > 1
        ? { ...subject, verdict: gap(`${listed(members)} ${why}, but are to recover differently: ${evidence.map(({ what, value }) => `${what} by ${value}`).join(', ')}.`, { evidence }) }
        : { ...subject, verdict: ready(`${listed(members)} ${why} and recover in the same way.`, { evidence }) };
    }
  },
});

function goalOf(intent: Intent, service: string): string {
  const rto = intentOfService(intent, service)?.rto;
  return `${strategyTitles[strategyOf(intent, service)].toLowerCase()}${rto === undefined ? '' : ` in ${rto}`}`;
}
