import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, inbound } from '../linking.ts';
import { filled, told } from '../reading.ts';

const endpoint = z.object({
  id: z.string().optional().describe('Load balancer, instance or address: ARN, id or symbol'),
  weight: z.number().optional().describe('Weight; 0 takes it out'),
});

export const globalAcceleratorEndpointGroup = kind({
  id: 'global-accelerator-endpoint-group',
  title: 'Global Accelerator endpoint group',
  traits: ['network', 'global'],
  names: { cloudformation: 'AWS::GlobalAccelerator::EndpointGroup', terraform: ['aws_globalaccelerator_endpoint_group'] },
  arn: 'arn:{partition}:globalaccelerator::{account}:accelerator/{id}',
  name: {},
  attributes: z.object({
    listener: z.string().describe('Listener: ARN or symbol'),
    endpointRegion: z.string().describe('Region of its endpoints'),
    trafficDial: z.number().describe('Percentage of the region’s traffic that it takes'),
    endpoints: z.array(endpoint).describe('Endpoints'),
    healthCheckProtocol: z.string().describe('TCP, HTTP or HTTPS'),
    healthCheckPath: z.string().describe('Path that the health check asks for'),
  }),
  read: {
    cloudformation: (from) => ({
      listener: from.text('ListenerArn'),
      endpointRegion: from.text('EndpointGroupRegion'),
      trafficDial: from.count('TrafficDialPercentage', 100),
      endpoints: from.items('EndpointConfigurations[]')?.map((each) => told({ id: each.text('EndpointId'), weight: each.count('Weight', 128) })),
      healthCheckProtocol: from.text('HealthCheckProtocol', 'TCP'),
      healthCheckPath: from.text('HealthCheckPath'),
    }),
    terraform: (from, { region }) => ({
      listener: from.text('listener_arn'),
      endpointRegion: from.has('endpoint_group_region') === false ? region : filled(from.text('endpoint_group_region')),
      trafficDial: from.count('traffic_dial_percentage', 100),
      endpoints: from.items('endpoint_configuration[]')?.map((each) => told({ id: filled(each.text('endpoint_id')), weight: each.count('weight', 128) })),
      healthCheckProtocol: filled(from.text('health_check_protocol', 'TCP')),
      healthCheckPath: filled(from.text('health_check_path')),
    }),
    describe: (from) => ({
      listener: from.text('ListenerArn'),
      endpointRegion: from.text('EndpointGroupRegion'),
      trafficDial: from.count('TrafficDialPercentage', 100),
      endpoints: from.items('EndpointDescriptions[]')?.map((each) => told({ id: each.text('EndpointId'), weight: each.count('Weight', 128) })),
      healthCheckProtocol: from.text('HealthCheckProtocol', 'TCP'),
      healthCheckPath: from.text('HealthCheckPath'),
    }),
  },
  references: ({ listener, endpoints = [] }) => [
    ...inbound('routes', listener, 'AWS::GlobalAccelerator::Listener'),
    ...edges('routes', endpoints.map(({ id }) => id)),
  ],
});
