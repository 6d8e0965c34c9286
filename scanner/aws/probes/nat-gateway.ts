import { probe } from '../probe.ts';
import { ec2 } from '../services/ec2.ts';
import { tagsIn } from '../tags.ts';

export const natGateway = probe({
  kind: 'nat-gateway',
  lists: [[ec2, 'DescribeNatGateways']],
  async *list(place) {
    for await (const { NatGateways = [] } of place.pages(ec2, 'DescribeNatGateways', { MaxResults: 1000, Filter: [{ Name: 'state', Values: ['pending', 'available'] }] })) {
      for (const each of NatGateways) {
        const { NatGatewayId: name } = each;
        if (name === undefined) continue;
        yield { name, arn: `arn:${place.partition}:ec2:${place.region}:${place.account}:natgateway/${name}`, tags: tagsIn(each.Tags ?? []), document: each };
      }
    }
  },
});
