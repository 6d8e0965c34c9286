import { replicateDeletes } from '../remedies/replication-rules.ts';
import { rule } from '../rule.ts';
import { isLogArchive } from '../support/log-archive.ts';
import { leadingTo, replicationsOf } from '../support/s3-replication.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { exempt, gap, ready, unknown } from '../verdict.ts';

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
            Destination: { Bucket: 'arn:aws:s3:::media-copy' }
            ${rest}
`;

export const dataS3CrrDeletes = rule({
  id: 'data-s3-crr-deletes',
  title: 'Objects deleted at home stay visible in the target region',
  on: 's3-bucket',
  needs: ['replication'],
  severity: severities('I/L/M/H'),
  why: 'Rules with a filter leave delete markers out unless told otherwise, so readers in the target region go on seeing what was deleted.',
  fix: 'Enable DeleteMarkerReplication where a deletion means something to the application, and give the copy the same lifecycle rules: what lifecycle rules delete, and deletions of versions, are never replicated.',
  effect: 'No effect on RTO. After the failover deleted objects are back: RPO of deletions is everything since the rule was made.',
  remedy: replicateDeletes,
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-marker-replication.html'],
  examples: {
    gap: [{ home: replicating("Filter: { Prefix: '' }"), target: copy }],
    ready: [
      { home: replicating("Filter: { Prefix: '' }\n            DeleteMarkerReplication: { Status: Enabled }"), target: copy },
      { name: 'rules of the first version replicate delete markers', home: replicating("Prefix: ''"), target: copy },
    ],
    unknown: [{ home: replicating("Filter: { Prefix: '' }\n            DeleteMarkerReplication: { Status: '{{resolve:ssm:/media/deletes}}' }"), target: copy }],
    exempt: [{ name: 'rules on tags cannot', home: replicating('Filter: { TagFilter: { Key: keep, Value: forever } }'), target: copy }],
  },

  /** A bucket without a rule to the target is data-s3-no-crr's business. */
  check(bucket, { intent: { target }, graph }) {
    const { name, attributes } = bucket;
    const { sure } = leadingTo(replicationsOf(graph, bucket, attributes.replication), target);
    if (sure.length === 0) return undefined;
    if (isLogArchive(graph, bucket)) return exempt(`Nothing but delivered logs goes to ${name}, which the copy is to keep.`);
    const able = sure.filter(({ rule: { tagged } }) => tagged !== true);
    if (able.length === 0) return exempt(`${name} is replicated to ${target} by tags, and such rules cannot replicate delete markers.`);
    const deletes = able.map(({ rule: { deleteMarkers } }) => deleteMarkers);
    if (deletes.includes(false)) return gap(`Deletions in ${name} are not replicated to ${target}.`);
    return deletes.includes(undefined) ? unknown(`Nobody told us whether deletions in ${name} are replicated to ${target}.`) : ready();
  },
});
