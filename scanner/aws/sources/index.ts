import type { Service } from '../service.ts';
import { account } from '../services/account.ts';
import { configService } from '../services/config-service.ts';
import { ec2 } from '../services/ec2.ts';
import { eks } from '../services/eks.ts';
import { elasticache } from '../services/elasticache.ts';
import { iam } from '../services/iam.ts';
import { kafka } from '../services/kafka.ts';
import { mq } from '../services/mq.ts';
import { opensearch } from '../services/opensearch.ts';
import { organizations } from '../services/organizations.ts';
import { rds } from '../services/rds.ts';
import { resourceExplorer } from '../services/resource-explorer.ts';
import { serviceQuotas } from '../services/service-quotas.ts';
import { ssm } from '../services/ssm.ts';
import { sts } from '../services/sts.ts';
import { tagging } from '../services/tagging.ts';

/** What is asked besides the probes, and why; docs/permissions.md is printed from this. */
export interface SourceCalls {
  readonly title: string;
  readonly why: string;
  readonly calls: readonly (readonly [Service, string])[];
}

export const sources: readonly SourceCalls[] = [
  { title: 'Who is calling', why: 'Account and partition of the credentials; the roles of --role.', calls: [[sts, 'GetCallerIdentity'], [sts, 'AssumeRole']] },
  { title: 'Accounts', why: 'The accounts of the organization, with --accounts all only.', calls: [[organizations, 'ListAccounts']] },
  { title: 'Regions', why: 'Regions that each account has enabled: what is scanned, and whether the target can be used. EC2 is asked where Account Management does not answer.', calls: [[account, 'ListRegions'], [ec2, 'DescribeRegions']] },
  {
    title: 'AWS Config',
    why: 'Every recorded resource with configuration, relationships and tags: by one aggregator with --aggregator, else place by place where a recorder runs. Types that queries leave out are listed and fetched in batches.',
    calls: Object.keys(configService.operations).map((operation) => [configService, operation] as const),
  },
  { title: 'Resource Groups Tagging API', why: 'Resources that have or had tags, of every type, where AWS Config did not tell.', calls: [[tagging, 'GetResources']] },
  { title: 'Resource Explorer', why: 'Resources of every type, with or without tags, by the indexes that there are.', calls: Object.keys(resourceExplorer.operations).map((operation) => [resourceExplorer, operation] as const) },
  { title: 'What the targets offer', why: 'Services in use, by Systems Manager’s public parameters; instance types by zone, database classes; quotas at home and in the targets; capacity reserved in the targets; engine versions of the targets; the version of session tokens, which opt-in regions check.', calls: [[ssm, 'GetParameters'], [ec2, 'DescribeInstanceTypeOfferings'], [rds, 'DescribeOrderableDBInstanceOptions'], [serviceQuotas, 'ListServiceQuotas'], [ec2, 'DescribeCapacityReservations'], [rds, 'DescribeDBEngineVersions'], [elasticache, 'DescribeCacheEngineVersions'], [opensearch, 'ListVersions'], [kafka, 'ListKafkaVersions'], [mq, 'DescribeBrokerEngineTypes'], [eks, 'DescribeClusterVersions'], [iam, 'GetAccountSummary']] },
];
