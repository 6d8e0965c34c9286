import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { globalAcceleratorEndpointGroup } from '../../../model/kinds/global-accelerator-endpoint-group.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('global-accelerator-endpoint-group', () => {
  it('reads the same attributes from both, between its listener and its endpoints', () => {
    const lb = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/1';
    const read = sameAttributes(globalAcceleratorEndpointGroup, {
      cloudformation: { ListenerArn: 'l', EndpointGroupRegion: 'eu-west-1', TrafficDialPercentage: 0, EndpointConfigurations: [{ EndpointId: lb, Weight: 0 }], HealthCheckProtocol: 'HTTP', HealthCheckPath: '/' },
      terraform: { listener_arn: 'l', endpoint_group_region: 'eu-west-1', traffic_dial_percentage: 0, endpoint_configuration: [{ endpoint_id: lb, weight: 0 }], health_check_protocol: 'HTTP', health_check_path: '/' },
    });
    assert.deepEqual(read, { listener: 'l', endpointRegion: 'eu-west-1', trafficDial: 0, endpoints: [{ id: lb, weight: 0 }], healthCheckProtocol: 'HTTP', healthCheckPath: '/' });
    sameDescribed(globalAcceleratorEndpointGroup, {
      like: read,
      describe: { EndpointGroupArn: 'g', ListenerArn: 'l', EndpointGroupRegion: 'eu-west-1', TrafficDialPercentage: 0, EndpointDescriptions: [{ EndpointId: lb, Weight: 0, HealthState: 'HEALTHY' }], HealthCheckProtocol: 'HTTP', HealthCheckPath: '/' },
    });
    assert.deepEqual(referencesOf(globalAcceleratorEndpointGroup, read), [
      { edge: 'routes', from: 'l', to: '⟦itself⟧', target: 'AWS::GlobalAccelerator::Listener' },
      { edge: 'routes', to: lb },
    ]);
  });

  it('is in the region that Terraform declares it in, takes all traffic and checks TCP unless told otherwise', () => {
    const { endpointRegion, trafficDial, healthCheckProtocol } = attributesOf(globalAcceleratorEndpointGroup, 'terraform', { listener_arn: 'l' });
    assert.deepEqual([endpointRegion, trafficDial, healthCheckProtocol], ['eu-west-1', 100, 'TCP']);
  });
});
