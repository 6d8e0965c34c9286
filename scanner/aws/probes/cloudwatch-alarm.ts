import { detail, probe } from '../probe.ts';
import { cloudwatch } from '../services/cloudwatch.ts';

export const cloudwatchAlarm = probe({
  kind: 'cloudwatch-alarm',
  lists: [[cloudwatch, 'DescribeAlarms']],
  async *list(place) {
    for await (const { MetricAlarms = [] } of place.pages(cloudwatch, 'DescribeAlarms', { AlarmTypes: ['MetricAlarm'], MaxRecords: 100 })) {
      for (const each of MetricAlarms) if (each.AlarmName !== undefined) yield { name: each.AlarmName, arn: each.AlarmArn, document: each };
    }
  },
  details: {
    Tags: detail(cloudwatch, 'ListTagsForResource', { input: ({ arn }) => ({ ResourceARN: arn }), take: ({ Tags }) => Tags, answers: ['tags'] }),
  },
  beyondConfig: ['metrics'],
});
