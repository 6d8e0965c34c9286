import { backupCopies } from '../../graph/queries/backup-copies.ts';
import { regionsOf, replicasOf } from '../../graph/queries/copies.ts';
import { ephemeral } from '../guards/ephemeral.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const bucket = (tags: string): string => yaml`
  Scratch:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: scratch
      VersioningConfiguration: { Status: Enabled }
      Tags: [${tags}]
      ReplicationConfiguration:
        Role: arn:aws:iam::111122223333:role/copy
        Rules: [{ Status: Enabled, Destination: { Bucket: 'arn:aws:s3:::scratch-copy' } }]
`;
const copy = yaml`
  Copy:
    Type: AWS::S3::Bucket
    Properties: { BucketName: scratch-copy, VersioningConfiguration: { Status: Enabled } }
`;

export const costOverProtection = rule({
  id: 'cost-over-protection',
  title: 'Data that can be lost is replicated all the same',
  on: { trait: 'data-store' },
  severity: severities('I/I/I/I'),
  why: 'What can be made again needs no copy, and a copy for each of two mechanisms is paid twice: transfer, storage and requests.',
  fix: 'Switch replication off for data that is tagged as disposable, or take the tag away if the data matters. Keep backups besides replicas for corruption and deletion, but copy them to the target only where replicas do not serve the same end.',
  effect: 'No effect on RPO or RTO of what matters. Costs transfer, storage and requests of a copy that nobody would miss.',
  links: ['https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/welcome.html'],
  examples: {
    gap: [{ home: bucket("{ Key: 'mr:ephemeral', Value: 'true' }"), target: copy }],
    ready: [{ home: bucket('{ Key: owner, Value: shop }'), target: copy }],
  },

  /** Only of stores that have a copy in the target. */
  check(store, { intent, graph }) {
    const declared = (store.attributes as { readonly replicaRegions?: readonly string[] }).replicaRegions ?? [];
    const regions = new Set([...declared, ...regionsOf(replicasOf(graph, store))].filter((region) => region !== store.region));
    if (regions.size === 0) return undefined;
    const disposable = ephemeral.reason(store, { intent, graph });
    if (disposable !== undefined) return gap(`${store.name} is replicated to ${listed(regions)}. ${disposable}`);
    const [plan] = intent.strategy === 'active-active' || intent.strategy === 'backup-restore' ? [] : backupCopies(graph, store, intent.target).sure;
    const note = plan === undefined || !regions.has(intent.target) ? undefined : `The backup plan ${plan.name} copies it to ${intent.target} too, which is needed against corruption only if the replica has no point-in-time recovery.`;
    return ready(note);
  },
});
