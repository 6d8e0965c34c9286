import { service } from '../service.ts';

export const fsx = service({
  id: 'fsx',
  title: 'FSx',
  sdk: () => import('@aws-sdk/client-fsx'),
  client: 'FSxClient',
  rate: 10,
  operations: {
    DescribeFileSystems: { actions: ['fsx:DescribeFileSystems'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeDataRepositoryAssociations: { actions: ['fsx:DescribeDataRepositoryAssociations'], page: { ask: 'NextToken', next: 'NextToken' } },
  },
});
