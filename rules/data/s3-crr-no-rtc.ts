import { boundReplication } from '../remedies/replication-rules.ts';
import { rule } from '../rule.ts';
import { leadingTo, replicationsOf } from '../support/s3-replication.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const copy = yaml`
  Copy:
    Type: AWS::S3::Bucket
    Properties: { BucketName: media-copy }
`;
const replicating = (rest: string): string => yaml`
  Media:
    Type: AWS::S3::Bucket
    Properties:
      ReplicationConfiguration:
        Role: arn:aws:iam::111122223333:role/replication
        Rules:
          - Status: Enabled
            Destination: { Bucket: 'arn:aws:s3:::media-copy'${rest} }
`;

export const dataS3CrrNoRtc = rule({
  id: 'data-s3-crr-no-rtc',
  title: 'S3 replication is neither bounded in time nor measured',
  on: 's3-bucket',
  needs: ['replication'],
  severity: severities('-/L/H/H'),
  why: 'Nobody can say how far the copy is behind, neither in an exercise nor when the decision to fail over is due.',
  fix: 'Enable Replication Time Control (charged by the gigabyte) or at least replication metrics on the rule, and alarm on ReplicationLatency and OperationsFailedReplication in the target region.',
  effect: 'RPO has no upper bound and is not known: most objects take seconds to minutes, large ones hours. With Replication Time Control 99.9 % are there within 15 minutes. RTO grows by the doubt whether the copy is complete enough to fail over.',
  remedy: boundReplication,
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-time-control.html'],
  examples: {
    gap: [{ home: replicating(''), target: copy }],
    ready: [
      { home: replicating(', ReplicationTime: { Status: Enabled, Time: { Minutes: 15 } }, Metrics: { Status: Enabled }'), target: copy },
      { name: 'measured only', home: replicating(', Metrics: { Status: Enabled }'), target: copy },
    ],
    unknown: [{ home: replicating(", Metrics: { Status: '{{resolve:ssm:/media/metrics}}' }"), target: copy }],
  },

  /** A bucket without a rule to the target is data-s3-no-crr's business. */
  check(bucket, { intent: { target }, graph }) {
    const { name, attributes } = bucket;
    const { sure } = leadingTo(replicationsOf(graph, bucket, attributes.replication), target);
    if (sure.length === 0) return undefined;
    if (sure.every(({ rule: { timeControl } }) => timeControl === true)) return ready();
    const watched = sure.map(({ rule: { timeControl, metrics } }) => timeControl === true || metrics);
    if (watched.includes(false)) return gap(`The replication of ${name} to ${target} has neither Replication Time Control nor metrics.`);
    return watched.includes(undefined) ? unknown(`Nobody told us whether the replication of ${name} to ${target} is measured.`) : ready('It is measured, though not bounded by Replication Time Control.');
  },
});
