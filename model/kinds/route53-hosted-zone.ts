import { z } from 'zod';
import { kind } from '../kind.ts';
import { attachesTo, edges } from '../linking.ts';
import { filled, is, told } from '../reading.ts';

const association = z.object({
  vpc: z.string().optional().describe('VPC: id or symbol'),
  region: z.string().optional().describe('Region of the VPC'),
});

export const route53HostedZone = kind({
  id: 'route53-hosted-zone',
  title: 'Route 53 hosted zone',
  traits: ['network', 'global'],
  names: { cloudformation: 'AWS::Route53::HostedZone', terraform: ['aws_route53_zone'] },
  arn: 'arn:{partition}:route53:::hostedzone/{id}',
  name: { cloudformation: 'Name', terraform: 'name' },
  attributes: z.object({
    private: z.boolean().describe('It answers inside of VPCs only'),
    vpcs: z.array(association).describe('VPCs that a private zone is associated with'),
    acceleratedRecovery: z.boolean().describe('Record changes work again within about an hour when us-east-1 is impaired'),
    queryLogGroup: z.string().describe('Log group of query logs'),
  }),
  read: {
    cloudformation: (from) => ({
      private: from.has('VPCs'),
      vpcs: from.items('VPCs[]')?.map((each) => told({ vpc: each.text('VPCId'), region: each.text('VPCRegion') })),
      acceleratedRecovery: from.flag('HostedZoneFeatures.EnableAcceleratedRecovery', false),
      queryLogGroup: from.text('QueryLoggingConfig.CloudWatchLogsLogGroupArn'),
    }),
    terraform: (from, { region }) => ({
      // An argument of newer versions of the provider; older ones do not tell.
      acceleratedRecovery: from.flag('enable_accelerated_recovery'),
      private: from.has('vpc'),
      vpcs: from.items('vpc[]')?.map((each) => told({ vpc: each.text('vpc_id'), region: filled(each.text('vpc_region')) ?? (each.has('vpc_region') === false ? region : undefined) })),
    }),
    describe: (from) => ({
      private: from.flag('Config.PrivateZone', false),
      vpcs: from.flag('Config.PrivateZone', false) === false ? [] : from.items('VPCs[]')?.map((each) => told({ vpc: each.text('VPCId'), region: each.text('VPCRegion') })),
      acceleratedRecovery: is(from.text('Features.AcceleratedRecoveryStatus', 'DISABLED'), 'ENABLED'),
      queryLogGroup: from.text('QueryLoggingConfigs.CloudWatchLogsLogGroupArn'),
    }),
  },
  parts: {
    aws_route53_zone_association: {
      of: 'zone_id',
      read: (from, { region }) => ({
        private: true,
        vpcs: [told({ vpc: from.text('vpc_id'), region: filled(from.text('vpc_region')) ?? (from.has('vpc_region') === false ? region : undefined) })],
      }),
    },
    aws_route53_query_log: { of: 'zone_id', read: (from) => ({ queryLogGroup: from.text('cloudwatch_log_group_arn') }) },
  },
  references: ({ vpcs = [], queryLogGroup }) => [
    ...vpcs.flatMap(({ vpc }) => attachesTo({ vpc })),
    ...edges('writes', queryLogGroup, 'AWS::Logs::LogGroup'),
  ],
});
