import type { Resource } from '../../model/resource.ts';
import { expression, type MakeRemedy, type Remedy } from '../remedy.ts';
import { parameter, variable } from './dns-words.ts';
import { isPhysical, label, logicalId, nameLimit } from './words.ts';

// Global Accelerator is controlled from us-west-2, wherever its endpoints are.
const region = 'us-west-2';

/** An endpoint group in the target whose health decides. */
export const gaEndpointGroup: MakeRemedy = (listener, { intent: { target }, graph }) => {
  if (listener.kind !== 'global-accelerator-listener') return undefined;
  const groups = graph.out(listener.id, 'routes').flatMap(({ to }) => graph.resource(to) ?? []);
  const closed = groups.find((group) => group.kind === 'global-accelerator-endpoint-group' && group.attributes.endpointRegion === target);
  if (closed !== undefined) return openDial(closed, target);
  const { name, arn } = listener;
  const known = arn !== undefined && isPhysical(listener) ? { Default: arn } : {};
  const group = { EndpointGroupRegion: target, TrafficDialPercentage: 100, HealthCheckProtocol: 'HTTPS', HealthCheckPort: 443, HealthCheckPath: '/health', HealthCheckIntervalSeconds: 10, ThresholdCount: 3 };
  return {
    title: `Create an endpoint group of ${name} in ${target}`,
    cloudformation: [{
      region,
      parameters: { ListenerArn: { ...parameter('ARN of the listener'), ...known }, EndpointId: parameter(`ARN of the load balancer in ${target}`) },
      resources: { [logicalId(name, 'Target')]: { Type: 'AWS::GlobalAccelerator::EndpointGroup', Properties: { ListenerArn: { Ref: 'ListenerArn' }, ...group, EndpointConfigurations: [{ EndpointId: { Ref: 'EndpointId' }, Weight: 128, ClientIPPreservationEnabled: true }] } } },
    }],
    terraform: [
      variable('listener_arn', 'ARN of the listener'),
      variable('endpoint_id', 'ARN of the load balancer in the target region'),
      {
        type: 'resource', labels: ['aws_globalaccelerator_endpoint_group', `${label(name)}_target`],
        body: { listener_arn: expression('var.listener_arn'), endpoint_group_region: target, traffic_dial_percentage: 100, health_check_protocol: 'HTTPS', health_check_port: 443, health_check_path: '/health', health_check_interval_seconds: 10, threshold_count: 3 },
        blocks: [{ type: 'endpoint_configuration', body: { endpoint_id: expression('var.endpoint_id'), weight: 128, client_ip_preservation_enabled: true } }],
      },
    ],
    cli: arn === undefined ? [] : [{ region, words: ['globalaccelerator', 'create-endpoint-group', '--listener-arn', arn, '--endpoint-group-region', target, '--traffic-dial-percentage', '100', '--health-check-protocol', 'HTTPS', '--health-check-port', '443', '--health-check-path', '/health', '--endpoint-configurations', 'EndpointId=LOAD_BALANCER_ARN,Weight=128'], note: 'Put the ARN of the load balancer in the target in place of LOAD_BALANCER_ARN' }],
    limits: [
      'Users near the target are sent there as soon as its endpoint is healthy: for a pilot light or a warm standby register it with weight 0, or while its health check fails.',
      'For Application and Network Load Balancers their own target health decides, not the health check of the group.',
    ],
  };
};

/** The dial of the group that is there. */
function openDial(group: Resource, target: string): Remedy {
  const { name, arn = 'ENDPOINT_GROUP_ARN' } = group;
  return {
    title: `Turn up the dial of ${name} in ${target}`,
    cloudformation: [{ region, merge: true, note: `merge this property into the endpoint group ${name}`, resources: { [logicalId(name)]: { Type: 'AWS::GlobalAccelerator::EndpointGroup', Properties: { EndpointGroupRegion: target, TrafficDialPercentage: 100 } } } }],
    cli: [{ region, words: ['globalaccelerator', 'update-endpoint-group', '--endpoint-group-arn', arn, '--traffic-dial-percentage', '100'] }],
    limits: [...nameLimit(group), 'Users near the target are sent there while its endpoints are healthy: for a pilot light or a warm standby let their weight or their health check keep them out.', 'Terraform: set traffic_dial_percentage of the resource that declares the group.'],
  };
}
