import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { vpcEndpointService } from '../../../model/kinds/vpc-endpoint-service.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

const balancer = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/api/50dc6c495c0c9188';

describe('vpc-endpoint-service', () => {
  it('reads the same attributes from every source; its own region is no other one', () => {
    const read = sameAttributes(vpcEndpointService, {
      cloudformation: { NetworkLoadBalancerArns: [balancer], SupportedRegions: ['us-east-1'], AcceptanceRequired: true },
      terraform: { network_load_balancer_arns: [balancer], gateway_load_balancer_arns: [], supported_regions: ['us-east-1'], acceptance_required: true },
    });
    assert.deepEqual(read, { loadBalancers: [balancer], supportedRegions: ['us-east-1'], acceptanceRequired: true });
    sameDescribed(vpcEndpointService, {
      like: read,
      describe: { ServiceId: 'vpce-svc-1', NetworkLoadBalancerArns: [balancer], SupportedRegions: [{ Region: 'eu-west-1', ServiceState: 'Available' }, { Region: 'us-east-1', ServiceState: 'Available' }], AcceptanceRequired: true },
    });
    assert.deepEqual(referencesOf(vpcEndpointService, read), [{ edge: 'routes', to: balancer, target: 'AWS::ElasticLoadBalancingV2::LoadBalancer' }]);
  });
});
