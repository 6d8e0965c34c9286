import { detail, probe, type Listed } from '../probe.ts';
import { elasticLoadBalancing } from '../services/elastic-load-balancing.ts';

const loadBalancerArn = ({ arn }: Listed): { LoadBalancerArn: string | undefined } => ({ LoadBalancerArn: arn });

export const loadBalancer = probe({
  kind: 'load-balancer',
  lists: [[elasticLoadBalancing, 'DescribeLoadBalancers']],
  async *list(place) {
    for await (const { LoadBalancers = [] } of place.pages(elasticLoadBalancing, 'DescribeLoadBalancers', { PageSize: 400 })) {
      for (const each of LoadBalancers) {
        if (each.LoadBalancerName !== undefined) yield { name: each.LoadBalancerName, arn: each.LoadBalancerArn, identities: [each.DNSName ?? ''].filter(Boolean), document: each };
      }
    }
  },
  details: {
    LoadBalancerAttributes: detail(elasticLoadBalancing, 'DescribeLoadBalancerAttributes', { input: loadBalancerArn, take: ({ Attributes }) => Attributes, answers: ['deletionProtection', 'logBucket'] }),
    CapacityReservation: detail(elasticLoadBalancing, 'DescribeCapacityReservation', {
      input: loadBalancerArn,
      // Where nothing is reserved, it names no capacity.
      take: ({ MinimumLoadBalancerCapacity = { CapacityUnits: 0 } }) => ({ MinimumLoadBalancerCapacity }),
      when: ({ document }) => (document as { Type?: string }).Type !== 'gateway',
      answers: ['minimumCapacity'],
    }),
    Tags: detail(elasticLoadBalancing, 'DescribeTags', {
      input: ({ arn }) => ({ ResourceArns: arn === undefined ? [] : [arn] }),
      take: ({ TagDescriptions }) => TagDescriptions?.[0]?.Tags ?? [],
      answers: ['tags'],
    }),
  },
  beyondConfig: ['securityGroups', 'deletionProtection', 'logBucket', 'minimumCapacity'],
});
