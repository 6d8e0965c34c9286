import { probe } from '../probe.ts';
import { ec2 } from '../services/ec2.ts';
import { tagsIn } from '../tags.ts';

export const vpcPeeringConnection = probe({
  kind: 'vpc-peering-connection',
  lists: [[ec2, 'DescribeVpcPeeringConnections']],
  async *list(place) {
    for await (const { VpcPeeringConnections = [] } of place.pages(ec2, 'DescribeVpcPeeringConnections', { MaxResults: 1000, Filters: [{ Name: 'status-code', Values: ['active', 'pending-acceptance', 'provisioning'] }] })) {
      for (const each of VpcPeeringConnections) {
        const { VpcPeeringConnectionId: name } = each;
        if (name === undefined) continue;
        yield { name, arn: `arn:${place.partition}:ec2:${place.region}:${each.RequesterVpcInfo?.OwnerId ?? place.account}:vpc-peering-connection/${name}`, tags: tagsIn(each.Tags ?? []), document: each };
      }
    }
  },
});
