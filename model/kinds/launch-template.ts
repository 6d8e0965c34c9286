import { z } from 'zod';
import { kind } from '../kind.ts';
import { attachesTo, edges, usesKeys } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, firstText, isSet, setOf, union } from '../reading.ts';
import { regionsInUserData } from '../user-data.ts';

export const launchTemplate = kind({
  id: 'launch-template',
  title: 'EC2 launch template',
  traits: ['config'],
  names: { cloudformation: 'AWS::EC2::LaunchTemplate', terraform: ['aws_launch_template'] },
  arn: 'arn:{partition}:ec2:{region}:{account}:launch-template/{id}',
  name: { cloudformation: 'LaunchTemplateName', terraform: 'name' },
  attributes: z.object({
    image: z.string().describe('AMI: id, resolve:ssm: reference or symbol'),
    instanceClasses: z.array(z.string()).describe('Instance type, as a list of one'),
    keyPair: z.string().describe('Key pair, which is regional'),
    securityGroups: z.array(z.string()).describe('Security groups'),
    subnets: z.array(z.string()).describe('Subnets of its network interfaces'),
    availabilityZone: z.string().describe('Availability Zone that it places instances in by name'),
    placementGroup: z.string().describe('Placement group'),
    dedicatedHost: z.string().describe('Dedicated Host or host resource group'),
    capacityReservation: z.string().describe('Capacity reservation or group that it targets'),
    licenses: z.array(z.string()).describe('License configurations: ARNs'),
    instanceProfile: z.string().describe('Instance profile: name, ARN or symbol'),
    volumeKeys: z.array(z.string()).describe('Keys of its EBS volumes'),
    regionsInUserData: z.array(z.string()).describe('Regions that its user data names; the data itself is not kept'),
  }),
  read: {
    cloudformation: declared,
    terraform: (from) => ({
      image: filled(from.text('image_id')),
      instanceClasses: filled(from.text('instance_type')) === undefined ? undefined : setOf(from.texts('instance_type')),
      keyPair: filled(from.text('key_name')),
      securityGroups: union(from.texts('vpc_security_group_ids[]', []), from.texts('network_interfaces[].security_groups[]', [])),
      subnets: setOf(from.texts('network_interfaces[].subnet_id', [])),
      availabilityZone: filled(from.text('placement.availability_zone')),
      placementGroup: filled(from.text('placement.group_name')),
      dedicatedHost: firstText(from, 'placement.host_id', 'placement.host_resource_group_arn'),
      capacityReservation: firstText(
        from,
        'capacity_reservation_specification.capacity_reservation_target.capacity_reservation_id',
        'capacity_reservation_specification.capacity_reservation_target.capacity_reservation_resource_group_arn',
      ),
      licenses: setOf(from.texts('license_specification[].license_configuration_arn', [])),
      instanceProfile: firstText(from, 'iam_instance_profile.arn', 'iam_instance_profile.name'),
      volumeKeys: setOf(from.texts('block_device_mappings[].ebs.kms_key_id', [])),
      regionsInUserData: isSet(from, 'user_data') === false ? [] : regionsInUserData(from.text('user_data')),
    }),
    describe: declared,
  },
  references: ({ image, securityGroups, subnets, capacityReservation, licenses, instanceProfile, volumeKeys = [] }) => [
    ...edges('uses-image', image?.startsWith('resolve:') ? undefined : image, 'AWS::EC2::Image'),
    ...attachesTo({ subnets, securityGroups }),
    ...edges('refers', capacityReservation, 'AWS::EC2::CapacityReservation'),
    ...edges('refers', licenses),
    ...edges('uses-role', instanceProfile, 'AWS::IAM::InstanceProfile'),
    ...usesKeys(...volumeKeys),
  ],
});

/** The service answers with the members that the template has. */
function declared(from: Properties) {
  return {
    image: filled(from.text('LaunchTemplateData.ImageId')),
    instanceClasses: setOf(from.texts('LaunchTemplateData.InstanceType')),
    keyPair: filled(from.text('LaunchTemplateData.KeyName')),
    securityGroups: union(from.texts('LaunchTemplateData.SecurityGroupIds[]', []), from.texts('LaunchTemplateData.NetworkInterfaces[].Groups[]', [])),
    subnets: setOf(from.texts('LaunchTemplateData.NetworkInterfaces[].SubnetId', [])),
    availabilityZone: filled(from.text('LaunchTemplateData.Placement.AvailabilityZone')),
    placementGroup: filled(from.text('LaunchTemplateData.Placement.GroupName')),
    dedicatedHost: firstText(from, 'LaunchTemplateData.Placement.HostId', 'LaunchTemplateData.Placement.HostResourceGroupArn'),
    capacityReservation: firstText(
      from,
      'LaunchTemplateData.CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId',
      'LaunchTemplateData.CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn',
    ),
    licenses: setOf(from.texts('LaunchTemplateData.LicenseSpecifications[].LicenseConfigurationArn', [])),
    instanceProfile: firstText(from, 'LaunchTemplateData.IamInstanceProfile.Arn', 'LaunchTemplateData.IamInstanceProfile.Name'),
    volumeKeys: setOf(from.texts('LaunchTemplateData.BlockDeviceMappings[].Ebs.KmsKeyId', [])),
    regionsInUserData: isSet(from, 'LaunchTemplateData.UserData') === false ? [] : regionsInUserData(from.text('LaunchTemplateData.UserData')),
  };
}
