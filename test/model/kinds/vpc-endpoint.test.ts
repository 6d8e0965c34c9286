import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { vpcEndpoint } from '../../../model/kinds/vpc-endpoint.ts';
import { attributesOf, partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('vpc-endpoint', () => {
  it('reads the same attributes from both', () => {
    const document = { Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::media/*' }] };
    const read = sameAttributes(vpcEndpoint, {
      cloudformation: { ServiceName: 'com.amazonaws.eu-west-1.kms', ServiceRegion: 'us-east-1', VpcEndpointType: 'Interface', VpcId: 'vpc-1', SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'], PrivateDnsEnabled: true, PolicyDocument: document },
      terraform: { service_name: 'com.amazonaws.eu-west-1.kms', service_region: 'us-east-1', vpc_endpoint_type: 'Interface', vpc_id: 'vpc-1', subnet_ids: ['subnet-1'], security_group_ids: ['sg-1'], private_dns_enabled: true, policy: JSON.stringify(document) },
    });
    assert.deepEqual(read, {
      service: 'com.amazonaws.eu-west-1.kms', serviceRegion: 'us-east-1', type: 'Interface', vpc: 'vpc-1', subnets: ['subnet-1'], securityGroups: ['sg-1'], routeTables: [], privateDns: true,
      policy: [{ effect: 'Allow', actions: ['s3:*'], resources: ['arn:aws:s3:::media/*'], principals: ['*'], conditions: [] }],
    });
    sameDescribed(vpcEndpoint, {
      like: read,
      describe: {
        VpcEndpointId: 'vpce-1', VpcEndpointType: 'Interface', VpcId: 'vpc-1', ServiceName: 'com.amazonaws.eu-west-1.kms', ServiceRegion: 'us-east-1', State: 'available', PolicyDocument: JSON.stringify(document),
        RouteTableIds: [], SubnetIds: ['subnet-1'], Groups: [{ GroupId: 'sg-1', GroupName: 'endpoints' }], PrivateDnsEnabled: true,
      },
    });
    assert.deepEqual(referencesOf(vpcEndpoint, { vpc: 'vpc-1', routeTables: ['rtb-1'] }), [
      { edge: 'attaches', to: 'vpc-1', target: 'AWS::EC2::VPC' },
      { edge: 'attaches', to: 'rtb-1', target: 'AWS::EC2::RouteTable' },
    ]);
  });

  it('is a gateway endpoint unless told otherwise, and reads associations that are declared apart', () => {
    assert.equal(attributesOf(vpcEndpoint, 'cloudformation', {})['type'], 'Gateway');
    assert.deepEqual(partAttributesOf(vpcEndpoint, 'aws_vpc_endpoint_route_table_association', { vpc_endpoint_id: 'vpce-1', route_table_id: 'rtb-1' }), { routeTables: ['rtb-1'] });
  });
});
