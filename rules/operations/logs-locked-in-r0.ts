import { regionsOf, replicasOf } from '../../graph/queries/copies.ts';
import { rule } from '../rule.ts';
import { placeOf } from '../support/places.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const trail = (rest = ''): string => yaml`
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties: { TrailName: audit, S3BucketName: !Ref Archive, IsLogging: true, IsMultiRegionTrail: true }
  Archive:
    Type: AWS::S3::Bucket
    Properties: { BucketName: audit-archive${rest} }
`;
const copy = yaml`
  Copy:
    Type: AWS::S3::Bucket
    Properties: { BucketName: audit-copy, VersioningConfiguration: { Status: Enabled } }
`;

export const operationsLogsLockedInR0 = rule({
  id: 'operations-logs-locked-in-r0',
  title: 'Audit logs are kept in the home region only',
  on: 'cloudtrail-trail',
  needs: ['bucket'],
  severity: severities('L/M/M/M'),
  why: 'While the home region is down nobody can read what happened there, and that is when it is asked.',
  fix: 'Replicate the bucket of the archive to another region, or deliver to one outside the home region; centralise log groups with a backup region. Consider where the logs may be kept.',
  effect: 'No effect on RPO or RTO of the workload. Logs of the hours before the event are out of reach until home is back, or gone with it: their RPO is everything.',
  links: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatchLogs_Centralization.html', 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html'],
  examples: {
    gap: [{ home: trail() }],
    ready: [{ home: trail(", VersioningConfiguration: { Status: Enabled }, ReplicationConfiguration: { Role: 'arn:aws:iam::111122223333:role/copy', Rules: [{ Status: Enabled, Destination: { Bucket: 'arn:aws:s3:::audit-copy' } }] }"), target: copy }],
    unknown: [{ name: 'a bucket of another account', home: trail().replace('!Ref Archive', 'somewhere-else') }],
  },

  check(trail, { intent: { home }, graph }) {
    const { name, attributes } = trail;
    const bucket = placeOf(graph, attributes.bucket, { from: trail, type: 'AWS::S3::Bucket' });
    if (bucket.region === undefined) return unknown(`${name} delivers to ${bucket.name}, whose region nobody told us.`, { ask: 's3:GetBucketLocation, or a scan of the account that owns the bucket.' });
    if (!home.includes(bucket.region)) return ready(`${name} delivers to ${bucket.name} in ${bucket.region}.`);
    const copies = bucket.resource === undefined ? [] : regionsOf(replicasOf(graph, bucket.resource)).filter((region) => !home.includes(region));
    return copies.length > 0 ? ready(`${bucket.name} is replicated to ${copies.join(', ')}.`) : gap(`${name} delivers to ${bucket.name} in ${bucket.region}, which is replicated to no region outside of home.`);
  },
});
