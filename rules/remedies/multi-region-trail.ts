import type { MakeRemedy } from '../remedy.ts';
import { homeOf, label, logicalId, nameLimit } from './words.ts';

/** The trail as one of every region. */
export const multiRegionTrail: MakeRemedy = (trail, { intent: { home } }) => {
  if (trail.kind !== 'cloudtrail-trail') return undefined;
  const region = homeOf(trail, home);
  const bucket = trail.attributes.bucket ?? 'TRAIL-BUCKET';
  return {
    title: `Let ${trail.name} record every region`,
    cloudformation: [{ region, merge: true, note: `merge these properties into the trail ${trail.name}`, resources: { [logicalId(trail.name)]: { Type: 'AWS::CloudTrail::Trail', Properties: { IsLogging: true, IsMultiRegionTrail: true, IncludeGlobalServiceEvents: true, EnableLogFileValidation: true } } } }],
    terraform: [{ type: 'resource', labels: ['aws_cloudtrail', label(trail.name)], body: { name: trail.name, s3_bucket_name: bucket.includes('⟦') ? 'TRAIL-BUCKET' : bucket, is_multi_region_trail: true, include_global_service_events: true, enable_log_file_validation: true } }],
    cli: [{ region, words: ['cloudtrail', 'update-trail', '--name', trail.name, '--is-multi-region-trail', '--include-global-service-events'] }],
    limits: [...nameLimit(trail), 'A trail is changed in its home region only.', 'The bucket policy must admit the trail for every region: it names the trail by ARN, not a region of its own.'],
  };
};
