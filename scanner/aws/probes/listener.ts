import { detail, probe, type Listed } from '../probe.ts';
import { elasticLoadBalancing } from '../services/elastic-load-balancing.ts';

const listenerArn = ({ arn }: Listed): { ListenerArn: string | undefined } => ({ ListenerArn: arn });
const speaks = ({ document }: Listed, ...protocols: readonly string[]): boolean => protocols.includes((document as { Protocol?: string }).Protocol ?? '');

export const listener = probe({
  kind: 'listener',
  lists: [[elasticLoadBalancing, 'DescribeLoadBalancers'], [elasticLoadBalancing, 'DescribeListeners']],
  within: ['load-balancer'],
  async *list(place) {
    for await (const { LoadBalancers = [] } of place.pages(elasticLoadBalancing, 'DescribeLoadBalancers', { PageSize: 400 })) {
      for (const { LoadBalancerArn } of LoadBalancers) {
        for await (const { Listeners = [] } of place.pages(elasticLoadBalancing, 'DescribeListeners', { LoadBalancerArn, PageSize: 400 })) {
          for (const each of Listeners) if (each.ListenerArn !== undefined) yield { name: each.ListenerArn.replace(/^.*:listener\//, ''), arn: each.ListenerArn, document: each };
        }
      }
    }
  },
  details: {
    Rules: detail(elasticLoadBalancing, 'DescribeRules', {
      input: listenerArn,
      take: ({ Rules }) => Rules,
      when: (item) => speaks(item, 'HTTP', 'HTTPS'),
      answers: ['targetGroups', 'userPools'],
    }),
    ListenerCertificates: detail(elasticLoadBalancing, 'DescribeListenerCertificates', {
      input: listenerArn,
      take: ({ Certificates }) => Certificates,
      when: (item) => speaks(item, 'HTTPS', 'TLS'),
      answers: ['certificates'],
    }),
    Tags: detail(elasticLoadBalancing, 'DescribeTags', {
      input: ({ arn }) => ({ ResourceArns: arn === undefined ? [] : [arn] }),
      take: ({ TagDescriptions }) => TagDescriptions?.[0]?.Tags ?? [],
      answers: ['tags'],
    }),
  },
  beyondConfig: ['targetGroups', 'userPools', 'certificates'],
});
