import { detail, probe } from '../probe.ts';
import { autoScaling } from '../services/auto-scaling.ts';
import { tagsIn } from '../tags.ts';

/** Members are called as in AWS Config: its supplementary configuration has LifeCycleHooks. */
export const autoscalingGroup = probe({
  kind: 'autoscaling-group',
  lists: [[autoScaling, 'DescribeAutoScalingGroups']],
  async *list(place) {
    for await (const { AutoScalingGroups = [] } of place.pages(autoScaling, 'DescribeAutoScalingGroups', { MaxRecords: 100 })) {
      for (const each of AutoScalingGroups) {
        const { AutoScalingGroupName: name, AutoScalingGroupARN: arn } = each;
        if (name !== undefined) yield { name, arn, tags: tagsIn(each.Tags ?? []), document: each };
      }
    }
  },
  details: {
    NotificationConfigurations: detail(autoScaling, 'DescribeNotificationConfigurations', {
      input: ({ name }) => ({ AutoScalingGroupNames: [name], MaxRecords: 100 }),
      take: ({ NotificationConfigurations }) => NotificationConfigurations,
      answers: ['topics'],
    }),
    LifeCycleHooks: detail(autoScaling, 'DescribeLifecycleHooks', { input: ({ name }) => ({ AutoScalingGroupName: name }), take: ({ LifecycleHooks }) => LifecycleHooks, answers: ['topics'] }),
  },
  beyondConfig: ['topics', 'capacityReservations'],
});
