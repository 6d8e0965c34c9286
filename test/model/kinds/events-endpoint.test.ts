import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventsEndpoint } from '../../../model/kinds/events-endpoint.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('events-endpoint', () => {
  it('reads the same attributes from both, and routes to its buses', () => {
    const buses = ['arn:aws:events:eu-central-1:123456789012:event-bus/shop', 'arn:aws:events:eu-west-1:123456789012:event-bus/shop'];
    const read = sameAttributes(eventsEndpoint, {
      cloudformation: { Name: 'shop', EventBuses: [{ EventBusArn: buses[1] ?? '' }, { EventBusArn: buses[0] ?? '' }], RoutingConfig: { FailoverConfig: { Primary: { HealthCheck: 'arn:aws:route53:::healthcheck/1' }, Secondary: { Route: 'eu-central-1' } } }, ReplicationConfig: { State: 'DISABLED' } },
      terraform: { name: 'shop', event_bus: [{ event_bus_arn: buses[0] ?? '' }, { event_bus_arn: buses[1] ?? '' }], routing_config: [{ failover_config: [{ primary: [{ health_check: 'arn:aws:route53:::healthcheck/1' }], secondary: [{ route: 'eu-central-1' }] }] }], replication_config: [{ state: 'DISABLED' }] },
    });
    assert.deepEqual(read, { secondaryRegion: 'eu-central-1', healthCheck: 'arn:aws:route53:::healthcheck/1', buses, replication: false });
    sameDescribed(eventsEndpoint, {
      like: read,
      describe: {
        Name: 'shop', EndpointId: 'abc.def', State: 'ACTIVE', EventBuses: [{ EventBusArn: buses[1] ?? '' }, { EventBusArn: buses[0] ?? '' }], ReplicationConfig: { State: 'DISABLED' },
        RoutingConfig: { FailoverConfig: { Primary: { HealthCheck: 'arn:aws:route53:::healthcheck/1' }, Secondary: { Route: 'eu-central-1' } } },
      },
    });
    assert.deepEqual(referencesOf(eventsEndpoint, read), [
      { edge: 'routes', to: buses[0], target: 'AWS::Events::EventBus' },
      { edge: 'routes', to: buses[1], target: 'AWS::Events::EventBus' },
      { edge: 'refers', to: 'arn:aws:route53:::healthcheck/1', target: 'AWS::Route53::HealthCheck' },
    ]);
  });
});
