import type { EstateView, ResourceOf } from '../../graph/view.ts';
import type { Intent } from '../../model/intent.ts';
import { replicationBack } from '../remedies/replication-back.ts';
import { rule } from '../rule.ts';
import { isLogArchive } from '../support/log-archive.ts';
import { leadingTo, replicationsOf } from '../support/s3-replication.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { exempt, gap, ready, unknown, type Verdict } from '../verdict.ts';

const bucket = (name: string, other: string, rest = ''): string => yaml`
  ${name}:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: ${name.toLowerCase()}
      ReplicationConfiguration:
        Role: arn:aws:iam::111122223333:role/replication
        Rules: [{ Status: Enabled, Destination: { Bucket: 'arn:aws:s3:::${other}' }${rest} }]
`;
const oneWay = yaml`
  Copy:
    Type: AWS::S3::Bucket
    Properties: { BucketName: copy }
`;
const sync = ', SourceSelectionCriteria: { ReplicaModifications: { Status: Enabled } }';

export const dataS3CrrOneWay = rule({
  id: 'data-s3-crr-one-way',
  title: 'S3 replication has no way back',
  on: 's3-bucket',
  needs: ['replication'],
  severity: severities('I/M/H/C'),
  why: 'What is written in the target region after a failover never comes home, so failing back loses it. Active-active writers overwrite each other unseen.',
  fix: 'Add a rule from the bucket in the target region back to the home bucket. For active-active also synchronise changes of replicas (tags, access control lists), and keep writers apart by key prefix: the latest version wins.',
  effect: {
    otherwise: 'No effect on RPO or RTO of the failover. What is written in the target is lost by failing back, or failing back waits for a copy by hand.',
    'active-active': 'RPO of everything that is written in the target is all of it when the target is lost, and readers at home never see it.',
  },
  remedy: replicationBack,
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/mrap-create-two-way-replication-rules.html'],
  examples: {
    gap: [
      { home: bucket('Media', 'copy'), target: oneWay },
      { name: 'active-active without synchronised changes of replicas', strategy: 'active-active', home: bucket('Media', 'copy'), target: bucket('Copy', 'media') },
    ],
    ready: [
      { home: bucket('Media', 'copy'), target: bucket('Copy', 'media') },
      { strategy: 'active-active', home: bucket('Media', 'copy', sync), target: bucket('Copy', 'media', sync) },
    ],
    unknown: [{ name: 'rules of the copy are told at deployment', home: bucket('Media', 'copy'), target: yaml`
      Copy:
        Type: AWS::S3::Bucket
        Properties: { BucketName: copy, ReplicationConfiguration: '{{resolve:ssm:/copy/replication}}' }
    ` }],
  },

  /** A bucket without a rule to a known bucket in the target is data-s3-no-crr's business. */
  check(bucket, { intent, graph }) {
    const { sure } = leadingTo(replicationsOf(graph, bucket, bucket.attributes.replication), intent.target);
    if (sure.length > 0 && isLogArchive(graph, bucket)) return exempt(`Nothing but delivered logs goes to ${bucket.name}: none of them has to come back.`);
    for (const { to, rule: there } of sure) {
      if (to.resource?.kind === 's3-bucket') return back(bucket, to.resource, { intent, graph, synchronised: there.replicaModifications });
    }
    return undefined;
  },
});

interface Way {
  readonly intent: Intent;
  readonly graph: EstateView;
  /** Changes of replicas are synchronised on the way there. */
  readonly synchronised: boolean | undefined;
}

function back(bucket: ResourceOf<'s3-bucket'>, copy: ResourceOf<'s3-bucket'>, { intent, graph, synchronised }: Way): Verdict {
  const rules = copy.attributes.replication;
  if (rules === undefined) return unknown(`Nobody told us whether ${copy.name} in ${intent.target} is replicated back to ${bucket.name}.`);
  const returning = replicationsOf(graph, copy, rules).filter(({ rule: { enabled }, to }) => enabled === true && to.resource?.id === bucket.id);
  if (returning.length === 0) return gap(`${bucket.name} is replicated to ${copy.name} in ${intent.target}, and nothing is replicated back.`);
  if (intent.strategy !== 'active-active') return ready();
  const both = [synchronised, ...returning.map(({ rule: { replicaModifications } }) => replicaModifications)];
  return both.every((each) => each === true) ? ready() : gap(`${bucket.name} and ${copy.name} replicate to each other, but not what is changed on replicas.`);
}
