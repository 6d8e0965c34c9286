import { service } from '../service.ts';

const page = { ask: 'NextToken', next: 'NextToken' } as const;
const pageInSmall = { ask: 'nextToken', next: 'nextToken' } as const;

export const configService = service({
  id: 'config',
  title: 'AWS Config',
  sdk: () => import('@aws-sdk/client-config-service'),
  client: 'ConfigServiceClient',
  rate: 8,
  operations: {
    DescribeConfigurationRecorders: { actions: ['config:DescribeConfigurationRecorders'] },
    DescribeConfigurationRecorderStatus: { actions: ['config:DescribeConfigurationRecorderStatus'] },
    DescribeConfigurationAggregatorSourcesStatus: { actions: ['config:DescribeConfigurationAggregatorSourcesStatus'], page },
    SelectResourceConfig: { actions: ['config:SelectResourceConfig'], page },
    SelectAggregateResourceConfig: { actions: ['config:SelectAggregateResourceConfig'], page },
    ListDiscoveredResources: { actions: ['config:ListDiscoveredResources'], page: pageInSmall },
    BatchGetResourceConfig: { actions: ['config:BatchGetResourceConfig'] },
    ListAggregateDiscoveredResources: { actions: ['config:ListAggregateDiscoveredResources'], page },
    BatchGetAggregateResourceConfig: { actions: ['config:BatchGetAggregateResourceConfig'] },
  },
});
