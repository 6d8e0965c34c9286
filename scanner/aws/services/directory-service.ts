import { service } from '../service.ts';

export const directoryService = service({
  id: 'ds',
  title: 'Directory Service',
  sdk: () => import('@aws-sdk/client-directory-service'),
  client: 'DirectoryServiceClient',
  rate: 5,
  operations: {
    DescribeDirectories: { actions: ['ds:DescribeDirectories'], page: { ask: 'NextToken', next: 'NextToken' } },
    ListTagsForResource: { actions: ['ds:ListTagsForResource'], page: { ask: 'NextToken', next: 'NextToken' } },
  },
});
