import { probe } from '../probe.ts';
import { ec2 } from '../services/ec2.ts';
import { tagsIn } from '../tags.ts';

export const vpcEndpointService = probe({
  kind: 'vpc-endpoint-service',
  lists: [[ec2, 'DescribeVpcEndpointServiceConfigurations']],
  async *list(place) {
    for await (const { ServiceConfigurations = [] } of place.pages(ec2, 'DescribeVpcEndpointServiceConfigurations', { MaxResults: 1000 })) {
      for (const each of ServiceConfigurations) {
        const { ServiceId: name } = each;
        if (name === undefined) continue;
        yield { name, arn: `arn:${place.partition}:ec2:${place.region}:${place.account}:vpc-endpoint-service/${name}`, tags: tagsIn(each.Tags ?? []), document: each };
      }
    }
  },
});
