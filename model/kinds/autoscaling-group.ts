import { z } from 'zod';
import { kind } from '../kind.ts';
import { attachesTo, edges, inbound, usesRoles } from '../linking.ts';
import { filled, firstText, isSet, setOf, union } from '../reading.ts';

export const autoscalingGroup = kind({
  id: 'autoscaling-group',
  title: 'EC2 Auto Scaling group',
  traits: ['compute'],
  names: { cloudformation: 'AWS::AutoScaling::AutoScalingGroup', terraform: ['aws_autoscaling_group'] },
  arn: 'arn:{partition}:autoscaling:{region}:{account}:autoScalingGroup:{id}',
  name: { cloudformation: 'AutoScalingGroupName', terraform: 'name' },
  attributes: z.object({
    minCapacity: z.number().describe('Least instances'),
    maxCapacity: z.number().describe('Most instances'),
    desiredCapacity: z.number().describe('Instances that it is to have; its least where not set'),
    availabilityZones: z.array(z.string()).describe('Availability Zones named by name; empty where subnets place it'),
    subnets: z.array(z.string()).describe('Subnets that its instances run in'),
    launchTemplates: z.array(z.string()).describe('Launch templates: ids, names or symbols'),
    launchConfiguration: z.string().describe('Launch configuration, the predecessor of templates'),
    instanceClasses: z.array(z.string()).describe('Instance types of its mixed instances policy; else the launch template has it'),
    capacityReservations: z.array(z.string()).describe('Capacity reservations and their groups that it is to use'),
    targetGroups: z.array(z.string()).describe('Target groups that route to it: ARNs or symbols'),
    serviceLinkedRole: z.string().describe('Service-linked role, where it is not the default one'),
    topics: z.array(z.string()).describe('Topics and queues that it notifies'),
  }),
  read: {
    cloudformation: (from) => ({
      minCapacity: from.count('MinSize'),
      maxCapacity: from.count('MaxSize'),
      desiredCapacity: from.has('DesiredCapacity') === false ? from.count('MinSize') : from.count('DesiredCapacity'),
      availabilityZones: setOf(from.texts('AvailabilityZones[]', [])),
      subnets: setOf(from.texts('VPCZoneIdentifier[]', [])),
      launchTemplates: union(
        from.texts('LaunchTemplate.LaunchTemplateId', []),
        from.texts('LaunchTemplate.LaunchTemplateName', []),
        from.texts('MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId', []),
        from.texts('MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateName', []),
        from.texts('MixedInstancesPolicy.LaunchTemplate.Overrides[].LaunchTemplateSpecification.LaunchTemplateId', []),
        from.texts('MixedInstancesPolicy.LaunchTemplate.Overrides[].LaunchTemplateSpecification.LaunchTemplateName', []),
      ),
      launchConfiguration: filled(from.text('LaunchConfigurationName')),
      instanceClasses: setOf(from.texts('MixedInstancesPolicy.LaunchTemplate.Overrides[].InstanceType', [])),
      capacityReservations: union(
        from.texts('CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationIds[]', []),
        from.texts('CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArns[]', []),
      ),
      targetGroups: setOf(from.texts('TargetGroupARNs[]', [])),
      serviceLinkedRole: ownRole(from.text('ServiceLinkedRoleARN')),
      topics: union(
        from.texts('NotificationConfigurations[].TopicARN', []),
        from.texts('NotificationConfiguration.TopicARN', []),
        from.texts('LifecycleHookSpecificationList[].NotificationTargetARN', []),
      ),
    }),
    terraform: (from) => ({
      minCapacity: from.count('min_size'),
      maxCapacity: from.count('max_size'),
      desiredCapacity: from.has('desired_capacity') === false ? from.count('min_size') : from.count('desired_capacity'),
      // A state has those of the subnets there.
      availabilityZones: isSet(from, 'vpc_zone_identifier') === true ? [] : setOf(from.texts('availability_zones[]', [])),
      subnets: setOf(from.texts('vpc_zone_identifier[]', [])),
      launchTemplates: union(
        texts(firstText(from, 'launch_template.id', 'launch_template.name'), from.has('launch_template')),
        texts(
          firstText(from, 'mixed_instances_policy.launch_template.launch_template_specification.launch_template_id', 'mixed_instances_policy.launch_template.launch_template_specification.launch_template_name'),
          from.has('mixed_instances_policy'),
        ),
        from.texts('mixed_instances_policy.launch_template.override[].launch_template_specification.launch_template_id', []),
      ),
      launchConfiguration: filled(from.text('launch_configuration')),
      instanceClasses: setOf(from.texts('mixed_instances_policy.launch_template.override[].instance_type', [])),
      capacityReservations: union(
        from.texts('capacity_reservation_specification.capacity_reservation_target.capacity_reservation_ids[]', []),
        from.texts('capacity_reservation_specification.capacity_reservation_target.capacity_reservation_resource_group_arns[]', []),
      ),
      targetGroups: setOf(from.texts('target_group_arns[]', [])),
      serviceLinkedRole: ownRole(from.text('service_linked_role_arn')),
      topics: setOf(from.texts('initial_lifecycle_hook[].notification_target_arn', [])),
    }),
    describe: (from) => ({
      minCapacity: from.count('MinSize'),
      maxCapacity: from.count('MaxSize'),
      desiredCapacity: from.count('DesiredCapacity'),
      availabilityZones: isSet(from, 'VPCZoneIdentifier') === true ? [] : setOf(from.texts('AvailabilityZones[]', [])),
      subnets: setOf(from.text('VPCZoneIdentifier', '')?.split(',').map((each) => each.trim())),
      launchTemplates: union(
        from.texts('LaunchTemplate.LaunchTemplateId', []),
        from.texts('MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId', []),
        from.texts('MixedInstancesPolicy.LaunchTemplate.Overrides[].LaunchTemplateSpecification.LaunchTemplateId', []),
      ),
      launchConfiguration: filled(from.text('LaunchConfigurationName')),
      instanceClasses: setOf(from.texts('MixedInstancesPolicy.LaunchTemplate.Overrides[].InstanceType', [])),
      capacityReservations: union(
        from.texts('CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationIds[]', []),
        from.texts('CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArns[]', []),
      ),
      targetGroups: setOf(from.texts('TargetGroupARNs[]', [])),
      serviceLinkedRole: ownRole(from.text('ServiceLinkedRoleARN')),
      topics: union(from.texts('NotificationConfigurations[].TopicARN', []), from.texts('LifeCycleHooks[].NotificationTargetARN', [])),
    }),
  },
  parts: {
    aws_autoscaling_attachment: { of: 'autoscaling_group_name', read: (from) => ({ targetGroups: setOf(from.texts('lb_target_group_arn', [])) }) },
  },
  references: ({ launchTemplates, launchConfiguration, targetGroups, subnets, capacityReservations, serviceLinkedRole, topics }) => [
    ...edges('refers', launchTemplates, 'AWS::EC2::LaunchTemplate'),
    ...edges('refers', launchConfiguration, 'AWS::AutoScaling::LaunchConfiguration'),
    ...inbound('routes', targetGroups, 'AWS::ElasticLoadBalancingV2::TargetGroup'),
    ...attachesTo({ subnets }),
    ...edges('refers', capacityReservations, 'AWS::EC2::CapacityReservation'),
    ...usesRoles(serviceLinkedRole),
    ...edges('triggers', topics),
  ],
});

/** A list of the one text, of none where the block is not set; undefined where it is set and the text is not told. */
const texts = (text: string | undefined, isSet: boolean | undefined): string[] | undefined => (isSet === false ? [] : text === undefined ? undefined : [text]);

/** Every account has the default one. */
const ownRole = (role: string | undefined): string | undefined => (role?.endsWith('/AWSServiceRoleForAutoScaling') === true ? undefined : filled(role));
