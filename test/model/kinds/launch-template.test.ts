import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { launchTemplate } from '../../../model/kinds/launch-template.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('launch-template', () => {
  it('reads the same attributes from both, and of user data only the regions', () => {
    const UserData = Buffer.from('#!/bin/sh\nexport AWS_REGION=eu-west-1 TOKEN=not-to-be-kept\n').toString('base64');
    const read = sameAttributes(launchTemplate, {
      cloudformation: { LaunchTemplateName: 'app', LaunchTemplateData: { ImageId: 'resolve:ssm:/app/ami', InstanceType: 'm7g.large', KeyName: 'ops', SecurityGroupIds: ['sg-1'], NetworkInterfaces: [{ SubnetId: 'subnet-1' }], Placement: { AvailabilityZone: 'eu-west-1a', GroupName: 'tight' }, CapacityReservationSpecification: { CapacityReservationTarget: { CapacityReservationId: 'cr-0a1b2c3d4e5f60718' } }, IamInstanceProfile: { Name: 'app' }, BlockDeviceMappings: [{ Ebs: { KmsKeyId: 'alias/data' } }], UserData } },
      terraform: { name: 'app', image_id: 'resolve:ssm:/app/ami', instance_type: 'm7g.large', key_name: 'ops', vpc_security_group_ids: ['sg-1'], network_interfaces: [{ subnet_id: 'subnet-1' }], placement: [{ availability_zone: 'eu-west-1a', group_name: 'tight' }], capacity_reservation_specification: [{ capacity_reservation_target: [{ capacity_reservation_id: 'cr-0a1b2c3d4e5f60718' }] }], iam_instance_profile: [{ name: 'app', arn: '' }], block_device_mappings: [{ ebs: [{ kms_key_id: 'alias/data' }] }], user_data: UserData },
    });
    assert.deepEqual(read, {
      image: 'resolve:ssm:/app/ami', instanceClasses: ['m7g.large'], keyPair: 'ops', securityGroups: ['sg-1'], subnets: ['subnet-1'], availabilityZone: 'eu-west-1a', placementGroup: 'tight',
      capacityReservation: 'cr-0a1b2c3d4e5f60718', licenses: [], instanceProfile: 'app', volumeKeys: ['alias/data'], regionsInUserData: ['eu-west-1'],
    });
    sameDescribed(launchTemplate, {
      like: read,
      describe: {
        LaunchTemplateId: 'lt-1', LaunchTemplateName: 'app', VersionNumber: 7, DefaultVersion: false,
        LaunchTemplateData: {
          ImageId: 'resolve:ssm:/app/ami', InstanceType: 'm7g.large', KeyName: 'ops', NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: 'subnet-1', Groups: ['sg-1'] }], Placement: { AvailabilityZone: 'eu-west-1a', GroupName: 'tight' },
          CapacityReservationSpecification: { CapacityReservationTarget: { CapacityReservationId: 'cr-0a1b2c3d4e5f60718' } }, IamInstanceProfile: { Name: 'app' },
          BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { KmsKeyId: 'alias/data' } }], UserData,
        },
      },
    });
    assert.deepEqual(referencesOf(launchTemplate, read).map((reference) => (reference as { edge: string }).edge), ['attaches', 'attaches', 'refers', 'uses-role', 'uses-key']);
  });

  it('uses the image that it names', () => {
    assert.deepEqual(referencesOf(launchTemplate, { image: 'ami-0a1b2c3d4e5f60718' }), [{ edge: 'uses-image', to: 'ami-0a1b2c3d4e5f60718', target: 'AWS::EC2::Image' }]);
  });
});
