import { probe } from '../probe.ts';
import { ec2 } from '../services/ec2.ts';
import { tagsIn } from '../tags.ts';

export const subnet = probe({
  kind: 'subnet',
  lists: [[ec2, 'DescribeSubnets']],
  async *list(place) {
    for await (const { Subnets = [] } of place.pages(ec2, 'DescribeSubnets', { MaxResults: 1000 })) {
      for (const each of Subnets) if (each.SubnetId !== undefined) yield { name: each.SubnetId, arn: each.SubnetArn, tags: tagsIn(each.Tags ?? []), document: each };
    }
  },
});
