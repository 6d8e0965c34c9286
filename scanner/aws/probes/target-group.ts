import { detail, probe, type Listed } from '../probe.ts';
import { elasticLoadBalancing } from '../services/elastic-load-balancing.ts';

const targetGroupArn = ({ arn }: Listed): { TargetGroupArn: string | undefined } => ({ TargetGroupArn: arn });

export const targetGroup = probe({
  kind: 'target-group',
  lists: [[elasticLoadBalancing, 'DescribeTargetGroups']],
  async *list(place) {
    for await (const { TargetGroups = [] } of place.pages(elasticLoadBalancing, 'DescribeTargetGroups', { PageSize: 400 })) {
      for (const each of TargetGroups) if (each.TargetGroupName !== undefined) yield { name: each.TargetGroupName, arn: each.TargetGroupArn, document: each };
    }
  },
  details: {
    TargetHealthDescriptions: detail(elasticLoadBalancing, 'DescribeTargetHealth', { input: targetGroupArn, take: ({ TargetHealthDescriptions }) => TargetHealthDescriptions, answers: ['targets'] }),
    TargetGroupAttributes: detail(elasticLoadBalancing, 'DescribeTargetGroupAttributes', { input: targetGroupArn, take: ({ Attributes }) => Attributes, answers: ['stickiness'] }),
    Tags: detail(elasticLoadBalancing, 'DescribeTags', {
      input: ({ arn }) => ({ ResourceArns: arn === undefined ? [] : [arn] }),
      take: ({ TagDescriptions }) => TagDescriptions?.[0]?.Tags ?? [],
      answers: ['tags'],
    }),
  },
  beyondConfig: ['targets', 'stickiness'],
});
