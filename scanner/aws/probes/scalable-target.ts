import type { ServiceNamespace } from '@aws-sdk/client-application-auto-scaling';
import { probe } from '../probe.ts';
import { applicationAutoScaling } from '../services/application-auto-scaling.ts';

/** The API tells of one of them at a time. */
const namespaces: ServiceNamespace[] = [
  'appstream', 'cassandra', 'comprehend', 'custom-resource', 'dynamodb', 'ec2', 'ecs', 'elasticache', 'elasticmapreduce', 'kafka', 'lambda', 'neptune', 'rds', 'sagemaker', 'workspaces',
];

export const scalableTarget = probe({
  kind: 'scalable-target',
  lists: [[applicationAutoScaling, 'DescribeScalableTargets']],
  rounds: namespaces.length,
  async *list(place) {
    for (const namespace of namespaces) {
      for await (const { ScalableTargets = [] } of place.pages(applicationAutoScaling, 'DescribeScalableTargets', { ServiceNamespace: namespace, MaxResults: 50 })) {
        for (const each of ScalableTargets) yield { name: `${each.ResourceId}|${each.ScalableDimension}|${each.ServiceNamespace}`, arn: each.ScalableTargetARN, document: each };
      }
    }
  },
});
