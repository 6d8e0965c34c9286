import { probe } from '../probe.ts';
import { ec2 } from '../services/ec2.ts';
import { tagsIn } from '../tags.ts';

export const ebsVolume = probe({
  kind: 'ebs-volume',
  lists: [[ec2, 'DescribeVolumes']],
  async *list(place) {
    for await (const { Volumes = [] } of place.pages(ec2, 'DescribeVolumes', { MaxResults: 500 })) {
      for (const each of Volumes) {
        const { VolumeId: name, Tags = [] } = each;
        if (name !== undefined) yield { name, arn: `arn:${place.partition}:ec2:${place.region}:${place.account}:volume/${name}`, tags: tagsIn(Tags), document: each };
      }
    }
  },
});
