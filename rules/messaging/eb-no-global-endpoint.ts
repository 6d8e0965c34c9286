import { peers } from '../../graph/queries/peer.ts';
import type { EstateView } from '../../graph/view.ts';
import { parseArn } from '../../model/arn.ts';
import type { Resource } from '../../model/resource.ts';
import { eventsEndpoint } from '../remedies/events-endpoint.ts';
import { rule } from '../rule.ts';
import { placeOf } from '../support/places.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { exempt, gap, ready, unknown } from '../verdict.ts';

const bus = yaml`
  Orders:
    Type: AWS::Events::EventBus
    Properties: { Name: orders }
`;
const endpointTo = (route: string): string => `${bus}\n${yaml`
  Endpoint:
    Type: AWS::Events::Endpoint
    Properties:
      RoutingConfig:
        FailoverConfig:
          Primary: { HealthCheck: 'arn:aws:route53:::healthcheck/1' }
          Secondary: { Route: '${route}' }
      EventBuses:
        - { EventBusArn: !GetAtt Orders.Arn }
        - { EventBusArn: 'arn:aws:events:eu-west-1:111122223333:event-bus/orders' }
`}`;

export const messagingEbNoGlobalEndpoint = rule({
  id: 'messaging-eb-no-global-endpoint',
  title: 'Event bus has no global endpoint to the target region',
  on: 'events-bus',
  needs: [],
  severity: severities('-/M/H/M'),
  why: 'Producers publish to the bus of one region. When it is impaired their custom events are refused, until somebody points the producers elsewhere.',
  fix: 'Create a global endpoint over buses of the same name in both regions, with a Route 53 health check and replication on, and let producers publish with its EndpointId. Where a region does not offer global endpoints, forward events by a rule to the bus in the target region, or publish to both.',
  effect: 'RPO is every event that producers could not hand over and do not keep themselves. RTO grows by pointing each producer to the other bus; an endpoint with the recommended alarm does it in about 6, at most 7 minutes.',
  links: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-global-endpoints.html'],
  remedy: eventsEndpoint,
  examples: {
    gap: [{ home: bus }, { name: 'an endpoint to another region', home: endpointTo('eu-central-1') }],
    ready: [
      { home: endpointTo('eu-west-1') },
      { name: 'a rule that forwards to the bus in the target', home: `${bus}\n${yaml`
        Forward:
          Type: AWS::Events::Rule
          Properties:
            EventBusName: !Ref Orders
            EventPattern: { source: [{ prefix: '' }] }
            Targets: [{ Id: other, Arn: 'arn:aws:events:eu-west-1:111122223333:event-bus/orders', RoleArn: 'arn:aws:iam::111122223333:role/forward' }]
      `}` },
    ],
    unknown: [{ name: 'the region is told at deployment', home: endpointTo('{{resolve:ssm:/second-region}}') }],
    exempt: [{ name: 'active-active with a bus in each region', strategy: 'active-active', home: bus, target: bus }],
  },

  check(bus, { intent: { target, strategy }, graph }) {
    const { name } = bus;
    if (bus.attributes.partnerSource !== undefined) return exempt(`${name} takes events of a partner, which global endpoints do not carry.`);
    const endpoints = graph.in(bus.id, 'routes').flatMap(({ from }) => {
      const endpoint = graph.resource(from);
      return endpoint?.kind === 'events-endpoint' ? [endpoint] : [];
    });
    const routes = endpoints.map(({ attributes }) => attributes.secondaryRegion);
    if (routes.includes(target) || forwards(graph, bus, target)) return ready();
    if (routes.includes(undefined)) return unknown(`${name} has a global endpoint whose other region nobody told us; it may or may not be ${target}.`);
    if (strategy === 'active-active' && peers(graph, bus, target).length > 0) return exempt(`${name} exists in both regions, and producers of an active-active estate publish to the bus of their own.`);
    return gap(`${name} has no global endpoint that fails over to ${target}.`);
  },
});

/** An enabled rule on the bus sends its events to a bus in the region. */
function forwards(graph: EstateView, bus: Resource, region: string): boolean {
  return graph.out(bus.id, 'contains').some(({ to }) => {
    const found = graph.resource(to);
    if (found?.kind !== 'events-rule' || found.attributes.enabled === false) return false;
    return (found.attributes.targets ?? []).some(({ arn }) => {
      if (arn === undefined) return false;
      const isBus = parseArn(arn)?.resource.startsWith('event-bus/') === true;
      const place = placeOf(graph, arn, { from: found, type: 'AWS::Events::EventBus' });
      return place.region === region && (isBus || place.resource?.kind === 'events-bus');
    });
  });
}
