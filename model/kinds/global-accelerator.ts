import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges } from '../linking.ts';
import { filled, setOf } from '../reading.ts';

export const globalAccelerator = kind({
  id: 'global-accelerator',
  title: 'Global Accelerator accelerator',
  traits: ['edge', 'global'],
  names: { cloudformation: 'AWS::GlobalAccelerator::Accelerator', terraform: ['aws_globalaccelerator_accelerator'] },
  arn: 'arn:{partition}:globalaccelerator::{account}:accelerator/{id}',
  name: { cloudformation: 'Name', terraform: 'name' },
  attributes: z.object({
    enabled: z.boolean().describe('It takes traffic'),
    ownAddresses: z.array(z.string()).describe('Own addresses that it was given'),
    logBucket: z.string().describe('Bucket that flow logs are delivered to'),
  }),
  read: {
    cloudformation: (from) => ({
      enabled: from.flag('Enabled', true),
      ownAddresses: setOf(from.texts('IpAddresses[]', [])),
      logBucket: filled(from.text('FlowLogsS3Bucket')),
    }),
    terraform: (from) => ({
      enabled: from.flag('enabled', true),
      ownAddresses: setOf(from.texts('ip_addresses[]', [])),
      logBucket: filled(from.text('attributes.flow_logs_s3_bucket')),
    }),
    describe: (from) => ({
      enabled: from.flag('Enabled', true),
      logBucket: from.flag('AcceleratorAttributes.FlowLogsEnabled', false) === true ? filled(from.text('AcceleratorAttributes.FlowLogsS3Bucket')) : undefined,
    }),
  },
  references: ({ logBucket }) => edges('writes', logBucket, 'AWS::S3::Bucket'),
});
