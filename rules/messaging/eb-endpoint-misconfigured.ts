import { hasSymbol } from '../../model/symbol.ts';
import { eventsEndpoint } from '../remedies/events-endpoint.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { placeOf } from '../support/places.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const endpoint = (rest: string, bus = 'orders'): string => yaml`
  Endpoint:
    Type: AWS::Events::Endpoint
    Properties:
      RoutingConfig:
        FailoverConfig:
          Primary: { HealthCheck: 'arn:aws:route53:::healthcheck/1' }
          Secondary: { Route: eu-west-1 }
      EventBuses:
        - { EventBusArn: 'arn:aws:events:us-east-1:111122223333:event-bus/orders' }
        - { EventBusArn: 'arn:aws:events:eu-west-1:111122223333:event-bus/${bus}' }
      ${rest}
`;
const replicated = 'RoleArn: arn:aws:iam::111122223333:role/replication';

export const messagingEbEndpointMisconfigured = rule({
  id: 'messaging-eb-endpoint-misconfigured',
  title: 'EventBridge global endpoint does not fail over or back as it should',
  on: 'events-endpoint',
  needs: ['replication', 'buses'],
  severity: severities('-/M/H/H'),
  why: 'Without replication nothing fails back by itself and events of the outage are in one region only; buses of different names are refused.',
  fix: 'Enable replication with a role that may put events on both buses, give the buses the same name and account, and let consumers drop events that they have seen, by event id.',
  effect: 'RPO is the events of the outage, which are in one region only, or all if the endpoint cannot be used. RTO of the way back is a change by hand: nothing fails back by itself.',
  links: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-global-endpoints.html'],
  remedy: eventsEndpoint,
  examples: {
    gap: [
      { home: endpoint('ReplicationConfig: { State: DISABLED }') },
      { name: 'buses of different names', home: endpoint(replicated, 'orders-eu') },
    ],
    ready: [{ home: endpoint(replicated) }],
    unknown: [{ home: endpoint("ReplicationConfig: { State: '{{resolve:ssm:/events/replication}}' }") }],
  },

  check(endpoint, { graph, intent: { strategy, target } }) {
    const { name, attributes } = endpoint;
    const names = new Set(attributes.buses.map((bus) => placeOf(graph, bus, { from: endpoint, type: 'AWS::Events::EventBus' }).name.replace(/^event-bus\//, '')));
    // Where traffic fails over, messaging-eb-no-global-endpoint asks of each bus where its endpoint leads.
    const elsewhere = strategy === 'active-active' && attributes.secondaryRegion !== undefined && !hasSymbol(attributes.secondaryRegion) && attributes.secondaryRegion !== target;
    const wrong = [...(elsewhere ? [`fails over to ${attributes.secondaryRegion} and not to ${target}`] : []), ...(attributes.replication ? [] : ['does not replicate events']), ...(names.size > 1 ? [`joins buses of different names (${listed(names)})`] : [])];
    return wrong.length === 0 ? ready() : gap(`${name} ${wrong.join(' and ')}.`);
  },
});
