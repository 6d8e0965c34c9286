import { probe } from '../probe.ts';
import { ec2 } from '../services/ec2.ts';
import { tagsIn } from '../tags.ts';

export const vpcEndpoint = probe({
  kind: 'vpc-endpoint',
  lists: [[ec2, 'DescribeVpcEndpoints']],
  async *list(place) {
    for await (const { VpcEndpoints = [] } of place.pages(ec2, 'DescribeVpcEndpoints', { MaxResults: 1000 })) {
      for (const each of VpcEndpoints) {
        const { VpcEndpointId: name, DnsEntries = [], OwnerId = place.account } = each;
        if (name === undefined) continue;
        const hosts = DnsEntries.flatMap(({ DnsName }) => DnsName ?? []);
        yield { name, arn: `arn:${place.partition}:ec2:${place.region}:${OwnerId}:vpc-endpoint/${name}`, identities: hosts, tags: tagsIn(each.Tags ?? []), document: each };
      }
    }
  },
  beyondConfig: ['policy', 'serviceRegion'],
});
