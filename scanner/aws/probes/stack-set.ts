import { detail, probe } from '../probe.ts';
import { cloudformation } from '../services/cloudformation.ts';

export const stackSet = probe({
  kind: 'stack-set',
  lists: [[cloudformation, 'ListStackSets']],
  async *list(place) {
    for await (const { Summaries = [] } of place.pages(cloudformation, 'ListStackSets', { Status: 'ACTIVE' })) {
      for (const { StackSetName: name, StackSetId: id } of Summaries) {
        if (name !== undefined && id !== undefined) yield { name, arn: `arn:${place.partition}:cloudformation:${place.region}:${place.account}:stackset/${id}`, document: { StackSetName: name } };
      }
    }
  },
  details: {
    StackSet: detail(cloudformation, 'DescribeStackSet', { input: ({ name }) => ({ StackSetName: name }), take: ({ StackSet }) => ({ Regions: StackSet?.Regions, AdministrationRoleARN: StackSet?.AdministrationRoleARN }), answers: ['deployedRegions', 'role'] }),
  },
});
