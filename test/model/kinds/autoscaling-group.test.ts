import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { autoscalingGroup } from '../../../model/kinds/autoscaling-group.ts';
import { unresolved } from '../../../model/properties.ts';
import { attributesOf, partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('autoscaling-group', () => {
  it('reads the same attributes from both', () => {
    const group = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/shop/1';
    const read = sameAttributes(autoscalingGroup, {
      cloudformation: { MinSize: '2', MaxSize: '10', VPCZoneIdentifier: ['subnet-2', 'subnet-1'], TargetGroupARNs: [group], MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId: 'lt-0a1b2c3d4e5f60718', Version: '1' }, Overrides: [{ InstanceType: 'm7g.large' }, { InstanceType: 'm6g.large' }] } } },
      terraform: { min_size: 2, max_size: 10, vpc_zone_identifier: ['subnet-1', 'subnet-2'], target_group_arns: [group], mixed_instances_policy: [{ launch_template: [{ launch_template_specification: [{ launch_template_id: 'lt-0a1b2c3d4e5f60718', launch_template_name: '', version: '1' }], override: [{ instance_type: 'm7g.large' }, { instance_type: 'm6g.large' }] }] }] },
    });
    assert.deepEqual(read, { minCapacity: 2, maxCapacity: 10, desiredCapacity: 2, availabilityZones: [], subnets: ['subnet-1', 'subnet-2'], launchTemplates: ['lt-0a1b2c3d4e5f60718'], instanceClasses: ['m6g.large', 'm7g.large'], capacityReservations: [], targetGroups: [group], topics: [] });
    sameDescribed(autoscalingGroup, {
      like: { ...read, topics: ['arn:aws:sns:eu-west-1:123456789012:ops', 'arn:aws:sqs:eu-west-1:123456789012:drain'] },
      describe: {
        AutoScalingGroupName: 'shop', MinSize: 2, MaxSize: 10, DesiredCapacity: 2, AvailabilityZones: ['eu-west-1a', 'eu-west-1b'], VPCZoneIdentifier: 'subnet-2,subnet-1', TargetGroupARNs: [group],
        MixedInstancesPolicy: {
          LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId: 'lt-0a1b2c3d4e5f60718', LaunchTemplateName: 'app', Version: '1' }, Overrides: [{ InstanceType: 'm7g.large' }, { InstanceType: 'm6g.large' }] },
        },
        ServiceLinkedRoleARN: 'arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
        NotificationConfigurations: [{ AutoScalingGroupName: 'shop', TopicARN: 'arn:aws:sns:eu-west-1:123456789012:ops', NotificationType: 'autoscaling:EC2_INSTANCE_LAUNCH_ERROR' }],
        LifeCycleHooks: [{ LifecycleHookName: 'drain', NotificationTargetARN: 'arn:aws:sqs:eu-west-1:123456789012:drain' }],
      },
    });
    assert.deepEqual(referencesOf(autoscalingGroup, { launchTemplates: read['launchTemplates'], targetGroups: [group] }), [
      { edge: 'refers', to: 'lt-0a1b2c3d4e5f60718', target: 'AWS::EC2::LaunchTemplate' },
      { edge: 'routes', from: group, to: '⟦itself⟧', target: 'AWS::ElasticLoadBalancingV2::TargetGroup' },
    ]);
  });

  it('tells a service-linked role where it is not the one that every account has', () => {
    const role = (name: string): string => `arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/${name}`;
    const read = (name: string): unknown[] => [attributesOf(autoscalingGroup, 'cloudformation', { ServiceLinkedRoleARN: role(name) }), attributesOf(autoscalingGroup, 'terraform', { service_linked_role_arn: role(name) }), attributesOf(autoscalingGroup, 'describe', { ServiceLinkedRoleARN: role(name) })].map((each) => each['serviceLinkedRole']);
    assert.deepEqual(read('AWSServiceRoleForAutoScaling'), [undefined, undefined, undefined]);
    assert.deepEqual(read('AWSServiceRoleForAutoScaling_shop'), Array.from({ length: 3 }, () => role('AWSServiceRoleForAutoScaling_shop')));
  });

  it('reads a plain template and target groups that are attached apart', () => {
    assert.deepEqual(attributesOf(autoscalingGroup, 'terraform', { launch_template: [{ id: 'lt-1', name: 'x' }] })['launchTemplates'], ['lt-1']);
    assert.deepEqual(partAttributesOf(autoscalingGroup, 'aws_autoscaling_attachment', { autoscaling_group_name: 'shop', lb_target_group_arn: 'tg' }), { targetGroups: ['tg'] });
    assert.equal('launchTemplates' in attributesOf(autoscalingGroup, 'terraform', { launch_template: [{ id: unresolved('known after apply') }] }), false);
  });
});
