import { detail, probe } from '../probe.ts';
import { ec2 } from '../services/ec2.ts';
import { tagsIn } from '../tags.ts';

const living = { Filters: [{ Name: 'instance-state-name', Values: ['pending', 'running', 'stopping', 'stopped'] }], MaxResults: 1000 };

export const ec2Instance = probe({
  kind: 'ec2-instance',
  lists: [[ec2, 'DescribeInstances']],
  async *list(place) {
    for await (const { Reservations = [] } of place.pages(ec2, 'DescribeInstances', living)) {
      for (const each of Reservations.flatMap(({ Instances = [] }) => Instances)) {
        const { InstanceId: name, PrivateDnsName = '', PublicDnsName = '', PrivateIpAddress = '', PublicIpAddress = '' } = each;
        if (name === undefined) continue;
        const identities = [PrivateDnsName, PublicDnsName, PrivateIpAddress, PublicIpAddress].filter(Boolean);
        yield { name, arn: `arn:${place.partition}:ec2:${place.region}:${place.account}:instance/${name}`, identities, tags: tagsIn(each.Tags ?? []), document: each };
      }
    }
  },
  details: {
    Volumes: detail(ec2, 'DescribeVolumes', {
      input: ({ name }) => ({ Filters: [{ Name: 'attachment.instance-id', Values: [name] }] }),
      take: ({ Volumes }) => Volumes,
      answers: ['volumes'],
    }),
    // Of user data, the kind keeps the regions that it names.
    UserData: detail(ec2, 'DescribeInstanceAttribute', {
      input: ({ name }) => ({ InstanceId: name, Attribute: 'userData' as const }),
      take: ({ UserData }) => UserData?.Value,
      answers: ['regionsInUserData'],
    }),
  },
  beyondConfig: ['volumes', 'regionsInUserData', 'launchTemplate'],
});
