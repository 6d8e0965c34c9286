import { detail, probe } from '../probe.ts';
import { logs } from '../services/logs.ts';

export const logGroup = probe({
  kind: 'log-group',
  lists: [[logs, 'DescribeLogGroups']],
  async *list(place) {
    for await (const { logGroups = [] } of place.pages(logs, 'DescribeLogGroups', { limit: 50 })) {
      for (const each of logGroups) if (each.logGroupName !== undefined) yield { name: each.logGroupName, arn: each.logGroupArn ?? each.arn?.replace(/:\*$/, ''), document: each };
    }
  },
  details: {
    SubscriptionFilters: detail(logs, 'DescribeSubscriptionFilters', { input: ({ name }) => ({ logGroupName: name, limit: 50 }), take: ({ subscriptionFilters }) => subscriptionFilters, answers: ['subscriptions'] }),
    MetricFilters: detail(logs, 'DescribeMetricFilters', {
      input: ({ name }) => ({ logGroupName: name, limit: 50 }),
      take: ({ metricFilters }) => metricFilters,
      when: ({ document }) => (document as { metricFilterCount?: number }).metricFilterCount !== 0,
      answers: ['metricFilters'],
    }),
    Tags: detail(logs, 'ListTagsForResource', { input: ({ arn }) => ({ resourceArn: arn }), take: ({ tags = {} }) => tags, answers: ['tags'] }),
  },
});
