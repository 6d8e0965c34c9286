import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, usesRoles } from '../linking.ts';
import { filled, is, setOf } from '../reading.ts';

export const eventsEndpoint = kind({
  id: 'events-endpoint',
  title: 'EventBridge global endpoint',
  traits: ['messaging', 'edge'],
  names: { cloudformation: 'AWS::Events::Endpoint', terraform: ['aws_cloudwatch_event_endpoint'] },
  arn: 'arn:{partition}:events:{region}:{account}:endpoint/{name}',
  name: { cloudformation: 'Name', terraform: 'name' },
  attributes: z.object({
    secondaryRegion: z.string().describe('Region that events go to when the primary is unhealthy'),
    healthCheck: z.string().describe('Health check that decides: ARN or symbol'),
    buses: z.array(z.string()).describe('Event buses in the two regions: ARNs or symbols'),
    replication: z.boolean().describe('Events are replicated to both regions, without which nothing fails back by itself'),
    role: z.string().describe('Role that events are replicated with'),
  }),
  read: {
    cloudformation: (from) => ({
      secondaryRegion: from.text('RoutingConfig.FailoverConfig.Secondary.Route'),
      healthCheck: from.text('RoutingConfig.FailoverConfig.Primary.HealthCheck'),
      buses: setOf(from.texts('EventBuses[].EventBusArn')),
      replication: is(from.text('ReplicationConfig.State', 'ENABLED'), 'ENABLED'),
      role: filled(from.text('RoleArn')),
    }),
    terraform: (from) => ({
      secondaryRegion: from.text('routing_config.failover_config.secondary.route'),
      healthCheck: from.text('routing_config.failover_config.primary.health_check'),
      buses: setOf(from.texts('event_bus[].event_bus_arn')),
      replication: is(from.text('replication_config.state', 'ENABLED'), 'ENABLED'),
      role: filled(from.text('role_arn')),
    }),
    describe: (from) => ({
      secondaryRegion: from.text('RoutingConfig.FailoverConfig.Secondary.Route'),
      healthCheck: from.text('RoutingConfig.FailoverConfig.Primary.HealthCheck'),
      buses: setOf(from.texts('EventBuses[].EventBusArn')),
      replication: is(from.text('ReplicationConfig.State', 'DISABLED'), 'ENABLED'),
      role: filled(from.text('RoleArn')),
    }),
  },
  references: ({ buses, healthCheck, role }) => [
    ...edges('routes', buses, 'AWS::Events::EventBus'),
    ...edges('refers', healthCheck, 'AWS::Route53::HealthCheck'),
    ...usesRoles(role),
  ],
});
