import { probe } from '../probe.ts';
import { ec2 } from '../services/ec2.ts';
import { tagsIn } from '../tags.ts';

export const transitGatewayPeeringAttachment = probe({
  kind: 'transit-gateway-peering-attachment',
  lists: [[ec2, 'DescribeTransitGatewayPeeringAttachments']],
  async *list(place) {
    for await (const { TransitGatewayPeeringAttachments = [] } of place.pages(ec2, 'DescribeTransitGatewayPeeringAttachments', { MaxResults: 1000, Filters: [{ Name: 'state', Values: ['available', 'pending', 'pendingAcceptance', 'modifying'] }] })) {
      for (const each of TransitGatewayPeeringAttachments) {
        const { TransitGatewayAttachmentId: name } = each;
        if (name === undefined) continue;
        yield { name, arn: `arn:${place.partition}:ec2:${place.region}:${place.account}:transit-gateway-attachment/${name}`, tags: tagsIn(each.Tags ?? []), document: each };
      }
    }
  },
});
