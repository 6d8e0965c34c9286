import { detail, probe } from '../probe.ts';
import { globalAccelerator as service } from '../services/global-accelerator.ts';

export const globalAccelerator = probe({
  kind: 'global-accelerator',
  lists: [[service, 'ListAccelerators']],
  global: true,
  async *list(place) {
    for await (const { Accelerators = [] } of place.pages(service, 'ListAccelerators', { MaxResults: 100 })) {
      for (const each of Accelerators) {
        const { Name: name, AcceleratorArn: arn, DnsName, DualStackDnsName, IpSets = [] } = each;
        if (name === undefined || arn === undefined) continue;
        const identities = [DnsName, DualStackDnsName, ...IpSets.flatMap(({ IpAddresses = [] }) => IpAddresses)].filter((identity) => identity !== undefined);
        yield { name, arn, identities, document: each };
      }
    }
  },
  details: {
    AcceleratorAttributes: detail(service, 'DescribeAcceleratorAttributes', { input: ({ arn }) => ({ AcceleratorArn: arn }), take: ({ AcceleratorAttributes }) => AcceleratorAttributes, answers: ['logBucket'] }),
    Tags: detail(service, 'ListTagsForResource', { input: ({ arn }) => ({ ResourceArn: arn }), take: ({ Tags }) => Tags, answers: ['tags'] }),
  },
  beyondConfig: ['logBucket'],
});
