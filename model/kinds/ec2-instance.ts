import { z } from 'zod';
import { kind } from '../kind.ts';
import { attachesTo, edges, usesKeys } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, firstText, is, isSet, setOf, some, told, union } from '../reading.ts';
import { regionsInUserData } from '../user-data.ts';

const volume = z.object({
  device: z.string().optional().describe('Device name'),
  root: z.boolean().optional().describe('It is the root volume'),
  sizeGib: z.number().optional().describe('Size in GiB'),
  encrypted: z.boolean().optional().describe('It is encrypted'),
  kmsKey: z.string().optional().describe('Its key'),
  deleteOnTermination: z.boolean().optional().describe('It goes with the instance'),
});

export const ec2Instance = kind({
  id: 'ec2-instance',
  title: 'EC2 instance',
  traits: ['compute', 'zonal'],
  names: { cloudformation: 'AWS::EC2::Instance', terraform: ['aws_instance'] },
  arn: 'arn:{partition}:ec2:{region}:{account}:instance/{id}',
  name: {},
  attributes: z.object({
    instanceClasses: z.array(z.string()).describe('Instance type, as a list of one'),
    image: z.string().describe('AMI: id, resolve:ssm: reference or symbol'),
    launchTemplate: z.string().describe('Launch template: id, name or symbol'),
    keyPair: z.string().describe('Key pair, which is regional'),
    availabilityZone: z.string().describe('Availability Zone that it is placed in by name'),
    subnets: z.array(z.string()).describe('Subnets of its network interfaces'),
    securityGroups: z.array(z.string()).describe('Security groups'),
    instanceProfile: z.string().describe('Instance profile: name, ARN or symbol'),
    dedicatedHost: z.boolean().describe('It is bound to a Dedicated Host'),
    placementGroup: z.string().describe('Placement group'),
    volumes: z.array(volume).describe('EBS volumes that it is launched with'),
    attachedVolumes: z.array(z.string()).describe('Volumes that exist apart and are attached to it: ids or symbols'),
    instanceStore: z.boolean().describe('Instance store volumes are mapped'),
    recovered: z.boolean().describe('AWS Elastic Disaster Recovery replicates it'),
    regionsInUserData: z.array(z.string()).describe('Regions that its user data names; the data itself is not kept'),
  }),
  read: {
    cloudformation: (from) => ({
      instanceClasses: setOf(from.texts('InstanceType')),
      image: filled(from.text('ImageId')),
      launchTemplate: firstText(from, 'LaunchTemplate.LaunchTemplateId', 'LaunchTemplate.LaunchTemplateName'),
      keyPair: filled(from.text('KeyName')),
      availabilityZone: filled(from.text('AvailabilityZone')),
      subnets: union(from.texts('SubnetId', []), from.texts('NetworkInterfaces[].SubnetId', [])),
      securityGroups: union(from.texts('SecurityGroupIds[]', []), from.texts('NetworkInterfaces[].GroupSet[]', [])),
      instanceProfile: filled(from.text('IamInstanceProfile')),
      dedicatedHost: some([isSet(from, 'HostId'), isSet(from, 'HostResourceGroupArn'), is(from.text('Tenancy', 'default'), 'host')]),
      placementGroup: filled(from.text('PlacementGroupName')),
      volumes: from.items('BlockDeviceMappings[]')?.filter((each) => each.has('Ebs') !== false).map((each) =>
        told({
          device: each.text('DeviceName'),
          root: isRoot(each.text('DeviceName')),
          sizeGib: each.count('Ebs.VolumeSize'),
          encrypted: each.flag('Ebs.Encrypted'),
          kmsKey: filled(each.text('Ebs.KmsKeyId')),
          deleteOnTermination: each.flag('Ebs.DeleteOnTermination', true),
        }),
      ),
      attachedVolumes: setOf(from.texts('Volumes[].VolumeId', [])),
      instanceStore: some(from.items('BlockDeviceMappings[]')?.map((each) => isSet(each, 'VirtualName'))),
      regionsInUserData: isSet(from, 'UserData') === false ? [] : regionsInUserData(from.text('UserData')),
    }),
    terraform: (from) => {
      const root = from.items('root_block_device[]')?.map((each) => ({ each, isTheRoot: true }));
      const others = from.items('ebs_block_device[]')?.map((each) => ({ each, isTheRoot: false }));
      return {
        instanceClasses: setOf(from.texts('instance_type')),
        image: filled(from.text('ami')),
        launchTemplate: firstText(from, 'launch_template.id', 'launch_template.name'),
        keyPair: filled(from.text('key_name')),
        availabilityZone: filled(from.text('availability_zone')),
        subnets: setOf(from.texts('subnet_id', [])),
        securityGroups: setOf(from.texts('vpc_security_group_ids[]', [])),
        instanceProfile: filled(from.text('iam_instance_profile')),
        dedicatedHost: some([isSet(from, 'host_id'), isSet(from, 'host_resource_group_arn'), is(from.text('tenancy', 'default'), 'host')]),
        placementGroup: filled(from.text('placement_group')),
        volumes: root === undefined || others === undefined ? undefined : [...root, ...others].map(({ each, isTheRoot }) =>
          told({
            device: filled(each.text('device_name')),
            root: isTheRoot,
            sizeGib: each.count('volume_size'),
            encrypted: each.flag('encrypted'),
            kmsKey: filled(each.text('kms_key_id')),
            deleteOnTermination: each.flag('delete_on_termination', true),
          }),
        ),
        instanceStore: some(from.items('ephemeral_block_device[]')?.map((each) => isSet(each, 'virtual_name'))),
        regionsInUserData: isSet(from, 'user_data') === false && isSet(from, 'user_data_base64') === false ? [] : regionsInUserData(firstText(from, 'user_data', 'user_data_base64')),
      };
    },
    describe: (from) => ({
      instanceClasses: setOf(from.texts('InstanceType')),
      image: filled(from.text('ImageId')),
      launchTemplate: from.items('Tags[]')?.find((each) => each.text('Key') === 'aws:ec2launchtemplate:id')?.text('Value'),
      keyPair: filled(from.text('KeyName')),
      availabilityZone: filled(from.text('Placement.AvailabilityZone')),
      subnets: union(from.texts('SubnetId', []), from.texts('NetworkInterfaces[].SubnetId', [])),
      securityGroups: union(from.texts('SecurityGroups[].GroupId', []), from.texts('NetworkInterfaces[].Groups[].GroupId', [])),
      instanceProfile: filled(from.text('IamInstanceProfile.Arn')),
      dedicatedHost: some([isSet(from, 'Placement.HostId'), is(from.text('Placement.Tenancy', 'default'), 'host')]),
      placementGroup: filled(from.text('Placement.GroupName')),
      volumes: describedVolumes(from),
      regionsInUserData: isSet(from, 'UserData') === false ? [] : regionsInUserData(from.text('UserData')),
    }),
  },
  parts: {
    'AWS::EC2::VolumeAttachment': { of: 'InstanceId', read: (from) => ({ attachedVolumes: from.texts('VolumeId') }) },
    aws_volume_attachment: { of: 'instance_id', read: (from) => ({ attachedVolumes: from.texts('volume_id') }), absent: { attachedVolumes: [] } },
  },
  references: ({ image, launchTemplate, keyPair, subnets, securityGroups, instanceProfile, volumes = [], attachedVolumes }) => [
    ...edges('uses-image', image?.startsWith('resolve:') ? undefined : image, 'AWS::EC2::Image'),
    ...edges('refers', launchTemplate, 'AWS::EC2::LaunchTemplate'),
    ...attachesTo({ subnets, securityGroups }),
    ...edges('refers', keyPair, 'AWS::EC2::KeyPair'),
    ...edges('uses-role', instanceProfile, 'AWS::IAM::InstanceProfile'),
    ...usesKeys(...volumes.map(({ kmsKey }) => kmsKey)),
    ...edges('writes', attachedVolumes, 'AWS::EC2::Volume'),
  ],
});

/** Devices that AMIs use for their root volume. */
const isRoot = (device: string | undefined): boolean | undefined => is(device, '/dev/xvda', '/dev/sda1', '/dev/sda');

/** The instance names its volumes; what they are like is told apart. */
function describedVolumes(from: Properties): z.infer<typeof volume>[] | undefined {
  const details = new Map(from.items('Volumes[]')?.map((each) => [each.text('VolumeId'), each]));
  const root = from.text('RootDeviceName');
  return from.items('BlockDeviceMappings[]')?.map((each) => {
    const device = each.text('DeviceName');
    const found = details.get(each.text('Ebs.VolumeId'));
    return told({
      device,
      root: root === undefined || device === undefined ? undefined : device === root,
      sizeGib: found?.count('Size'),
      encrypted: found?.flag('Encrypted'),
      kmsKey: filled(found?.text('KmsKeyId')),
      deleteOnTermination: each.flag('Ebs.DeleteOnTermination'),
    });
  });
}
