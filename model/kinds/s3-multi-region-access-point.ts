import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges } from '../linking.ts';
import { setOf } from '../reading.ts';

export const s3MultiRegionAccessPoint = kind({
  id: 's3-multi-region-access-point',
  title: 'S3 Multi-Region Access Point',
  traits: ['global', 'edge'],
  names: { cloudformation: 'AWS::S3::MultiRegionAccessPoint', terraform: ['aws_s3control_multi_region_access_point'] },
  arn: 'arn:{partition}:s3::{account}:accesspoint/{id}',
  name: { cloudformation: 'Name', terraform: 'details.name' },
  hosts: ['{id}.accesspoint.s3-global.{suffix}'],
  attributes: z.object({
    buckets: z.array(z.string()).describe('Buckets behind it: names or symbols; they can never be changed'),
    regions: z.array(z.string()).describe('Regions of the buckets, where the service tells'),
  }),
  read: {
    cloudformation: (from) => ({ buckets: setOf(from.texts('Regions[].Bucket', [])) }),
    terraform: (from) => ({ buckets: setOf(from.texts('details.region[].bucket', [])) }),
    describe: (from) => ({ buckets: setOf(from.texts('Regions[].Bucket', [])), regions: setOf(from.texts('Regions[].Region', [])) }),
  },
  references: ({ buckets }) => edges('routes', buckets, 'AWS::S3::Bucket'),
});
