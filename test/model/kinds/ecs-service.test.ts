import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ecsService } from '../../../model/kinds/ecs-service.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('ecs-service', () => {
  it('reads the same attributes from both', () => {
    const group = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/shop/1';
    const read = sameAttributes(ecsService, {
      cloudformation: { ServiceName: 'shop', Cluster: 'main', TaskDefinition: 'shop:42', DesiredCount: 3, LaunchType: 'FARGATE', LoadBalancers: [{ TargetGroupArn: group, ContainerName: 'shop', ContainerPort: 80 }], NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups: ['sg-1'] } } },
      terraform: { name: 'shop', cluster: 'main', task_definition: 'shop:42', desired_count: 3, launch_type: 'FARGATE', load_balancer: [{ target_group_arn: group, container_name: 'shop', container_port: 80, elb_name: '' }], network_configuration: [{ subnets: ['subnet-1'], security_groups: ['sg-1'] }] },
    });
    assert.deepEqual(read, { cluster: 'main', taskDefinition: 'shop:42', desiredCapacity: 3, daemon: false, launchType: 'FARGATE', capacityProviders: [], targetGroups: [group], registries: [], subnets: ['subnet-1'], securityGroups: ['sg-1'] });
    const [cluster, taskDefinition] = ['arn:aws:ecs:eu-west-1:123456789012:cluster/main', 'arn:aws:ecs:eu-west-1:123456789012:task-definition/shop:42'];
    sameDescribed(ecsService, {
      like: { ...read, cluster, taskDefinition },
      beyond: { platformVersion: '1.4.0', namespace: 'shop' },
      describe: {
        serviceName: 'shop', clusterArn: cluster, taskDefinition, desiredCount: 3, launchType: 'FARGATE', platformVersion: '1.4.0', schedulingStrategy: 'REPLICA',
        loadBalancers: [{ targetGroupArn: group, containerName: 'shop', containerPort: 80 }], networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'] } },
        deployments: [{ status: 'ACTIVE' }, { status: 'PRIMARY', serviceConnectConfiguration: { enabled: true, namespace: 'shop' } }],
        roleArn: 'arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
      },
    });
    assert.deepEqual(referencesOf(ecsService, read).slice(0, 3), [
      { edge: 'contains', from: 'main', to: '⟦itself⟧', target: 'AWS::ECS::Cluster' },
      { edge: 'refers', to: 'shop', target: 'AWS::ECS::TaskDefinition' },
      { edge: 'routes', from: group, to: '⟦itself⟧', target: 'AWS::ElasticLoadBalancingV2::TargetGroup' },
    ]);
  });

  it('runs no tasks in Terraform unless told to, and knows no number in CloudFormation', () => {
    assert.equal(attributesOf(ecsService, 'terraform', {})['desiredCapacity'], 0);
    assert.equal('desiredCapacity' in attributesOf(ecsService, 'terraform', { scheduling_strategy: 'DAEMON' }), false);
    assert.equal('desiredCapacity' in attributesOf(ecsService, 'cloudformation', {}), false);
  });
});
