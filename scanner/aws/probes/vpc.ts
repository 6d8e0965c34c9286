import { detail, probe } from '../probe.ts';
import { ec2 } from '../services/ec2.ts';
import { tagsIn } from '../tags.ts';

export const vpc = probe({
  kind: 'vpc',
  lists: [[ec2, 'DescribeVpcs']],
  async *list(place) {
    for await (const { Vpcs = [] } of place.pages(ec2, 'DescribeVpcs', { MaxResults: 1000 })) {
      for (const each of Vpcs) {
        const { VpcId: name } = each;
        if (name !== undefined) yield { name, arn: `arn:${place.partition}:ec2:${place.region}:${each.OwnerId ?? place.account}:vpc/${name}`, tags: tagsIn(each.Tags ?? []), document: each };
      }
    }
  },
  details: {
    EnableDnsHostnames: detail(ec2, 'DescribeVpcAttribute', {
      input: ({ name }) => ({ VpcId: name, Attribute: 'enableDnsHostnames' as const }),
      take: ({ EnableDnsHostnames }) => EnableDnsHostnames?.Value,
      answers: ['dnsHostnames'],
    }),
    EnableDnsSupport: detail(ec2, 'DescribeVpcAttribute', {
      input: ({ name }) => ({ VpcId: name, Attribute: 'enableDnsSupport' as const }),
      take: ({ EnableDnsSupport }) => EnableDnsSupport?.Value,
      answers: ['dnsSupport'],
    }),
  },
  beyondConfig: ['dnsHostnames', 'dnsSupport'],
});
