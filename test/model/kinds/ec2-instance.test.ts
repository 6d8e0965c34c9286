import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ec2Instance } from '../../../model/kinds/ec2-instance.ts';
import { unresolved } from '../../../model/properties.ts';
import { attributesOf, partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('ec2-instance', () => {
  it('reads the same attributes from both, and of user data only the regions', () => {
    const script = '#!/bin/sh\nexport TOKEN=not-to-be-kept\naws s3 cp s3://app/a.zip . --region eu-west-1\n';
    const read = sameAttributes(ec2Instance, {
      cloudformation: { InstanceType: 'm7g.large', ImageId: 'ami-0a1b2c3d4e5f60718', KeyName: 'ops', SubnetId: 'subnet-1', SecurityGroupIds: ['sg-1'], IamInstanceProfile: 'app', Tenancy: 'host', AvailabilityZone: 'eu-west-1a', BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 20, Encrypted: true } }, { DeviceName: '/dev/sdf', Ebs: { VolumeSize: 500, KmsKeyId: 'alias/data', DeleteOnTermination: false } }], UserData: script },
      terraform: { instance_type: 'm7g.large', ami: 'ami-0a1b2c3d4e5f60718', key_name: 'ops', subnet_id: 'subnet-1', vpc_security_group_ids: ['sg-1'], iam_instance_profile: 'app', tenancy: 'host', availability_zone: 'eu-west-1a', root_block_device: [{ device_name: '/dev/xvda', volume_size: 20, encrypted: true }], ebs_block_device: [{ device_name: '/dev/sdf', volume_size: 500, kms_key_id: 'alias/data', delete_on_termination: false }], user_data: script },
      ignore: ['attachedVolumes'],
    });
    assert.deepEqual(read, {
      instanceClasses: ['m7g.large'], image: 'ami-0a1b2c3d4e5f60718', keyPair: 'ops', availabilityZone: 'eu-west-1a', subnets: ['subnet-1'], securityGroups: ['sg-1'], instanceProfile: 'app', dedicatedHost: true,
      volumes: [{ device: '/dev/xvda', root: true, sizeGib: 20, encrypted: true, deleteOnTermination: true }, { device: '/dev/sdf', root: false, sizeGib: 500, kmsKey: 'alias/data', deleteOnTermination: false }],
      attachedVolumes: [], instanceStore: false, regionsInUserData: ['eu-west-1'],
    });
    const described = {
      InstanceId: 'i-1', InstanceType: 'm7g.large', ImageId: 'ami-0a1b2c3d4e5f60718', KeyName: 'ops', SubnetId: 'subnet-1', SecurityGroups: [{ GroupId: 'sg-1', GroupName: 'app' }],
      NetworkInterfaces: [{ SubnetId: 'subnet-1', Groups: [{ GroupId: 'sg-1', GroupName: 'app' }] }], IamInstanceProfile: { Arn: 'arn:aws:iam::123456789012:instance-profile/app', Id: 'AIPA1' },
      Placement: { AvailabilityZone: 'eu-west-1a', Tenancy: 'host', HostId: 'h-1', GroupName: '' }, RootDeviceName: '/dev/xvda', RootDeviceType: 'ebs',
      BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeId: 'vol-1', DeleteOnTermination: true } }, { DeviceName: '/dev/sdf', Ebs: { VolumeId: 'vol-2', DeleteOnTermination: false } }],
      Tags: [{ Key: 'aws:ec2launchtemplate:id', Value: 'lt-0a1b2c3d4e5f60718' }],
    };
    const [rootVolume, dataVolume] = read['volumes'] as object[];
    sameDescribed(ec2Instance, {
      like: { ...read, instanceProfile: 'arn:aws:iam::123456789012:instance-profile/app', volumes: [rootVolume, { ...dataVolume, encrypted: true }] },
      untold: ['attachedVolumes', 'instanceStore'],
      beyond: { launchTemplate: 'lt-0a1b2c3d4e5f60718' },
      describe: {
        ...described, UserData: Buffer.from(script).toString('base64'),
        Volumes: [{ VolumeId: 'vol-1', Size: 20, Encrypted: true }, { VolumeId: 'vol-2', Size: 500, Encrypted: true, KmsKeyId: 'alias/data' }],
      },
    });
    assert.deepEqual(attributesOf(ec2Instance, 'describe', { ...described, Volumes: unresolved('denied') })['volumes'], [{ device: '/dev/xvda', root: true, deleteOnTermination: true }, { device: '/dev/sdf', root: false, deleteOnTermination: false }]);
    assert.deepEqual(referencesOf(ec2Instance, read), [
      { edge: 'uses-image', to: 'ami-0a1b2c3d4e5f60718', target: 'AWS::EC2::Image' },
      { edge: 'attaches', to: 'subnet-1', target: 'AWS::EC2::Subnet' },
      { edge: 'attaches', to: 'sg-1', target: 'AWS::EC2::SecurityGroup' },
      { edge: 'refers', to: 'ops', target: 'AWS::EC2::KeyPair' },
      { edge: 'uses-role', to: 'app', target: 'AWS::IAM::InstanceProfile' },
      { edge: 'uses-key', to: 'alias/data', target: 'AWS::KMS::Alias' },
    ]);
  });

  it('reads volumes that are attached apart', () => {
    assert.deepEqual(partAttributesOf(ec2Instance, 'aws_volume_attachment', { instance_id: 'i-1', volume_id: 'vol-0a1b2c3d4e5f60718' }), { attachedVolumes: ['vol-0a1b2c3d4e5f60718'] });
  });
});
