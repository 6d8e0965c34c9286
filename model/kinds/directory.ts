import { z } from 'zod';
import { kind } from '../kind.ts';
import { attachesTo } from '../linking.ts';
import { filled, setOf } from '../reading.ts';

export const directory = kind({
  id: 'directory',
  title: 'Directory Service directory',
  traits: ['identity'],
  names: { cloudformation: 'AWS::DirectoryService::MicrosoftAD', also: ['AWS::DirectoryService::SimpleAD'], terraform: ['aws_directory_service_directory'] },
  arn: 'arn:{partition}:ds:{region}:{account}:directory/{id}',
  name: { cloudformation: 'Name', terraform: 'name' },
  attributes: z.object({
    type: z.string().describe('MicrosoftAD, SimpleAD, ADConnector …'),
    edition: z.string().describe('Edition of a managed Microsoft AD: Standard or Enterprise; only the latter spans regions'),
    replicaRegions: z.array(z.string()).describe('Regions that it is replicated to, its own left out'),
    vpc: z.string().describe('VPC that its controllers are in'),
    subnets: z.array(z.string()).describe('Subnets of its controllers'),
  }),
  read: {
    cloudformation: (from, { type }) => ({
      type: type.endsWith('SimpleAD') ? 'SimpleAD' : 'MicrosoftAD',
      // CloudFormation makes an Enterprise edition where the template names none.
      edition: type.endsWith('SimpleAD') ? undefined : from.text('Edition', 'Enterprise'),
      vpc: filled(from.text('VpcSettings.VpcId')),
      subnets: setOf(from.texts('VpcSettings.SubnetIds[]', [])),
    }),
    terraform: (from) => ({
      type: filled(from.text('type', 'SimpleAD')),
      edition: filled(from.text('edition')),
      vpc: filled(from.text('vpc_settings.vpc_id')),
      subnets: setOf(from.texts('vpc_settings.subnet_ids[]', [])),
    }),
    describe: (from) => ({
      type: from.text('Type'),
      edition: filled(from.text('Edition')),
      replicaRegions: setOf(from.texts('RegionsInfo.AdditionalRegions[]', [])),
      vpc: filled(from.text('VpcSettings.VpcId')),
      subnets: setOf(from.texts('VpcSettings.SubnetIds[]', [])),
    }),
  },
  parts: { aws_directory_service_region: { of: 'directory_id', read: (from) => ({ replicaRegions: setOf([from.text('region_name')].filter((region) => region !== undefined)) }), absent: { replicaRegions: [] } } },
  references: ({ vpc, subnets }) => attachesTo({ vpc, subnets }),
});
