import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, usesKeys, usesRoles } from '../linking.ts';
import { filled } from '../reading.ts';

export const cloudtrailTrail = kind({
  id: 'cloudtrail-trail',
  title: 'CloudTrail trail',
  traits: ['operations'],
  names: { cloudformation: 'AWS::CloudTrail::Trail', terraform: ['aws_cloudtrail'] },
  arn: 'arn:{partition}:cloudtrail:{region}:{account}:trail/{name}',
  name: { cloudformation: 'TrailName', terraform: 'name' },
  attributes: z.object({
    multiRegion: z.boolean().describe('It records events of every region'),
    globalEvents: z.boolean().describe('It records events of global services'),
    logging: z.boolean().describe('It is switched on'),
    bucket: z.string().describe('Bucket that it delivers to'),
    kmsKey: z.string().describe('Key that log files are encrypted with'),
    logGroup: z.string().describe('Log group that it delivers to'),
    role: z.string().describe('Role that it writes to the log group with'),
    topic: z.string().describe('Topic that deliveries are announced on'),
  }),
  read: {
    cloudformation: (from) => ({
      multiRegion: from.flag('IsMultiRegionTrail', false),
      globalEvents: from.flag('IncludeGlobalServiceEvents', true),
      logging: from.flag('IsLogging'),
      bucket: from.text('S3BucketName'),
      kmsKey: filled(from.text('KMSKeyId')),
      logGroup: filled(from.text('CloudWatchLogsLogGroupArn')),
      role: filled(from.text('CloudWatchLogsRoleArn')),
      topic: filled(from.text('SnsTopicName')),
    }),
    terraform: (from) => ({
      multiRegion: from.flag('is_multi_region_trail', false),
      globalEvents: from.flag('include_global_service_events', true),
      logging: from.flag('enable_logging', true),
      bucket: filled(from.text('s3_bucket_name')),
      kmsKey: filled(from.text('kms_key_id')),
      logGroup: filled(from.text('cloud_watch_logs_group_arn')),
      role: filled(from.text('cloud_watch_logs_role_arn')),
      topic: filled(from.text('sns_topic_name')),
    }),
    describe: (from) => ({
      multiRegion: from.flag('IsMultiRegionTrail', false),
      globalEvents: from.flag('IncludeGlobalServiceEvents', true),
      logging: from.flag('TrailStatus.IsLogging'),
      bucket: from.text('S3BucketName'),
      kmsKey: filled(from.text('KmsKeyId')),
      logGroup: filled(from.text('CloudWatchLogsLogGroupArn')),
      role: filled(from.text('CloudWatchLogsRoleArn')),
      topic: filled(from.text('SnsTopicARN')),
    }),
  },
  references: ({ bucket, kmsKey, logGroup, role, topic }) => [
    ...edges('writes', bucket, 'AWS::S3::Bucket'),
    ...usesKeys(kmsKey),
    ...edges('writes', logGroup, 'AWS::Logs::LogGroup'),
    ...usesRoles(role),
    ...edges('triggers', topic, 'AWS::SNS::Topic'),
  ],
});
