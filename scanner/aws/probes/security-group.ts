import { probe } from '../probe.ts';
import { ec2 } from '../services/ec2.ts';
import { tagsIn } from '../tags.ts';

export const securityGroup = probe({
  kind: 'security-group',
  lists: [[ec2, 'DescribeSecurityGroups']],
  async *list(place) {
    for await (const { SecurityGroups = [] } of place.pages(ec2, 'DescribeSecurityGroups', { MaxResults: 1000 })) {
      for (const each of SecurityGroups) {
        const { GroupId: id, GroupName: name = id, OwnerId = place.account } = each;
        if (id === undefined || name === undefined) continue;
        const arn = each.SecurityGroupArn ?? `arn:${place.partition}:ec2:${place.region}:${OwnerId}:security-group/${id}`;
        yield { name, arn, identities: [id], tags: tagsIn(each.Tags ?? []), document: each };
      }
    }
  },
});
