import { peers } from '../../graph/queries/peer.ts';
import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const group = (sticky: string): string => yaml`
  Web:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: { Name: web, Protocol: HTTP, Port: 80, TargetGroupAttributes: [{ Key: stickiness.enabled, Value: ${sticky} }] }
`;

export const trafficAffinityStatefulSession = rule({
  id: 'traffic-affinity-stateful-session',
  title: 'Sessions stick to a server of one region',
  on: 'target-group',
  needs: ['stickiness'],
  severity: severities('-/L/M/H'),
  why: 'Stickiness is asked for where servers keep sessions to themselves. Those sessions are gone when traffic moves to another region, and every user signs in again at once.',
  fix: 'Keep session state in signed tokens whose keys both regions trust, or in a store that is replicated, and turn stickiness off; where users have a home region, route them to it by an explicit mapping that can be changed.',
  effect: 'RPO is every open session: carts and forms are gone when traffic moves. RTO grows by everybody signing in at once.',
  links: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html',
    'https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-2.html',
  ],
  examples: {
    gap: [{ home: group("'true'"), target: group("'true'") }],
    ready: [{ home: group("'false'") }],
    unknown: [{ home: group("'{{resolve:ssm:/sticky}}'") }],
    exempt: [{ name: 'by decision', home: group("'true'").replace('Name: web', "Name: web, Tags: [{ Key: 'mr:pinned', Value: licensed desktop }]") }],
  },

  check(group, { intent: { target }, graph }) {
    if (!group.attributes.stickiness) return ready();
    const both = peers(graph, group, target).length > 0 ? ` and for its counterpart in ${target}` : '';
    return gap(`${group.name} keeps each user at one server: stickiness is on for it${both}.`);
  },
});
