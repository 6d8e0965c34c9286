import { service } from '../service.ts';

export const opensearch = service({
  id: 'es',
  title: 'OpenSearch Service',
  sdk: () => import('@aws-sdk/client-opensearch'),
  client: 'OpenSearchClient',
  rate: 10,
  operations: {
    ListDomainNames: { actions: ['es:ListDomainNames'] },
    DescribeDomains: { actions: ['es:DescribeDomains'] },
    DescribeInboundConnections: { actions: ['es:DescribeInboundConnections'], page: { ask: 'NextToken', next: 'NextToken' } },
    ListVersions: { actions: ['es:ListVersions'], page: { ask: 'NextToken', next: 'NextToken' } },
    ListTags: { actions: ['es:ListTags'] },
  },
});
