import { serviceGraph } from '../../graph/queries/service-graph.ts';
import { waves } from '../../graph/queries/waves.ts';
import { sharedInfrastructure } from '../../graph/queries/adoption.ts';
import { compareText } from '../../model/json.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { listed } from '../support/list.ts';
import { servicesOf } from '../support/services-of.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const api = (name: string, uses: string): string => yaml`
  ${name}:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: ${name.toLowerCase()}, Tags: [{ Key: service, Value: ${name.toLowerCase()} }], Environment: { Variables: { OTHER: ${uses} } } }
`;
const arn = (name: string): string => `'arn:aws:lambda:us-east-1:111122223333:function:${name}'`;

export const graphCycle = rule({
  id: 'graph-cycle',
  title: 'Services need each other in a circle',
  on: 'estate',
  severity: severities('M/H/H/H'),
  why: 'None of them can start, move or fail over before the others: in an empty region there is no first one, and the circle moves as a whole or calls across regions.',
  fix: 'Break the circle by an event or a cache where an answer need not be waited for, write down the order of a start from nothing and try it in the target region; until then move the circle as one wave.',
  effect: 'No effect on RPO. RTO is that of all services of the circle together, plus the time to find an order in which they start.',
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-4.html'],
  examples: {
    gap: [{ home: `${api('Orders', arn('stock'))}\n${api('Stock', arn('orders'))}` }],
    ready: [{ home: `${api('Orders', arn('stock'))}\n${api('Stock', 'none')}` }],
  },

  *check(view, context): Iterable<EstateSubject> {
    const services = servicesOf(context);
    const graph = serviceGraph(view, services);
    const groups = waves(graph).flat().filter((group) => group.length > 1);
    for (const group of groups) {
      const members = [...group].sort(compareText);
      const inside = new Set(members);
      const evidence = graph.edges().filter(({ from, to }) => inside.has(from) && inside.has(to)).map(({ from, to, types }) => ({ what: `${from} → ${to}`, value: Object.entries(types).map(([type, count]) => `${count} ${type}`).join(', ') }));
      const resources = services.all.filter(({ id }) => inside.has(id)).flatMap((each) => each.resources);
      yield { subject: `circle:${members.join('+')}`, title: listed(members), resources, verdict: gap(`${listed(members)} need each other, so none of them can start or move before the others.`, { evidence: evidence.sort((a, b) => compareText(a.what, b.what)) }) };
    }
    const named = services.all.filter(({ id }) => id !== sharedInfrastructure);
    if (groups.length === 0 && named.length > 1) yield { subject: 'circle:none', title: 'order of services', verdict: ready(`${named.length} services need each other in one direction only.`) };
  },
});
