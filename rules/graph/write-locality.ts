import { copiesOf } from '../../graph/queries/copies.ts';
import { peers } from '../../graph/queries/peer.ts';
import type { EstateView } from '../../graph/view.ts';
import type { KindId, Resource } from '../../model/resource.ts';
import { tagged } from '../../model/tag-table.ts';
import { ephemeral } from '../guards/ephemeral.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const writer = (store: string): string => yaml`
  Checkout:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: checkout, Role: !GetAtt Role.Arn, Environment: { Variables: { STORE: ${store} } } }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }] }
      Policies: [{ PolicyName: data, PolicyDocument: { Statement: [{ Effect: Allow, Action: ['dynamodb:PutItem', 'elasticfilesystem:ClientWrite'], Resource: !GetAtt Store.Arn }] } }]
`;
const files = yaml`
  Store:
    Type: AWS::EFS::FileSystem
    Properties: { FileSystemTags: [{ Key: Name, Value: files }] }
`;
const table = (rest = ''): string => yaml`
  Store:
    Type: AWS::DynamoDB::GlobalTable
    Properties: { TableName: orders, Replicas: [{ Region: us-east-1${rest} }, { Region: eu-west-1 }] }
`;
const decided = yaml`
  Store:
    Type: AWS::DynamoDB::Table
    Properties: { TableName: orders, Tags: [{ Key: mr:write-mode, Value: home-by-key }] }
`;

/** Stores that one region writes to at a time. */
const singleWriter: ReadonlySet<KindId> = new Set<KindId>(['rds-instance', 'rds-cluster', 'docdb-cluster', 'neptune-cluster', 'elasticache-replication-group', 'efs-file-system', 'redshift-cluster']);
/** Stores that every region may write to, and that settle conflicts by the last write. */
const lastWriteWins: ReadonlySet<KindId> = new Set<KindId>(['dynamodb-table', 'keyspaces-keyspace', 'memorydb-cluster', 's3-bucket']);

export const graphWriteLocality = rule({
  id: 'graph-write-locality',
  title: 'Both regions would write to a store that is not made for it',
  on: { trait: 'data-store' },
  severity: severities('-/I/M/C'),
  why: 'A single-writer store refuses the writes of the second region or sends them across; one that keeps the last write loses the other one without telling anybody.',
  fix: 'Choose for each aggregate: one home region per key, with an evacuation rule; writes forwarded at low rates; or a multi-writer store with idempotent, commutative writes or conditional ones on a strongly consistent table. Say which by the tag mr:write-mode.',
  effect: 'RPO is above zero without any failure: what one region writes is refused or overwritten by the other one in silence. No effect on RTO.',
  links: ['https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html', 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-global-table-design.prescriptive-guidance.writemodes.html'],
  examples: {
    gap: [{ strategy: 'active-active', home: `${files}\n${writer('!Ref Store')}`, target: `${files}\n${writer('!Ref Store')}` }],
    ready: [{ strategy: 'active-active', name: 'decided, and said so', home: `${decided}\n${writer('!Ref Store')}`, target: `${decided}\n${writer('!Ref Store')}` }],
    unknown: [{ strategy: 'active-active', name: 'nobody said how conflicts are avoided', home: `${table()}\n${writer('!Ref Store')}`, target: writer('!Ref Store').replace('!GetAtt Store.Arn', "'arn:aws:dynamodb:eu-west-1:111122223333:table/orders'").replace('!Ref Store', 'orders') }],
  },

  /** Only of stores whose writers run in both regions, and for strategies in which both may write. */
  check(store, { intent, graph }) {
    const { target } = intent;
    if (store.kind === undefined || !(singleWriter.has(store.kind) || lastWriteWins.has(store.kind))) return undefined;
    const writers = writersOf(graph, store).filter((writer) => peers(graph, writer, target).length > 0);
    if (writers.length === 0 || ephemeral.reason(store, { graph, intent }) !== undefined) return undefined;
    const mode = tagged(store, 'mr:write-mode');
    const who = listed(writers.map(({ name }) => name));
    if (mode !== undefined && mode !== '') return ready(`Tagged mr:write-mode=${mode}.`);
    if (!isShared(graph, store, target)) return undefined;
    if (store.kind === 'rds-cluster' && store.attributes.globalWriteForwarding === true) return ready(`${store.name} forwards writes of the other region.`);
    if (store.kind === 'dynamodb-table' && store.attributes.multiRegionConsistency === 'STRONG') return ready(`${store.name} is strongly consistent across regions.`);
    if (singleWriter.has(store.kind)) return gap(`${who} runs in both regions and writes to ${store.name}, which has one writer.`);
    return unknown(`${who} runs in both regions and writes to ${store.name}, which keeps the last write; how conflicts are avoided nobody told us.`, { ask: 'The write mode of each aggregate; say it by the tag mr:write-mode.' });
  },
});

/** Whether both regions come to write to it: by a copy of it in the target, or from there across regions. A store of each region by itself has no conflicts. */
const isShared = (view: EstateView, store: Resource, target: string): boolean =>
  copiesOf(view, store).some(({ basis, region }) => basis !== 'backup' && (region === target || region === undefined)) || writersOf(view, store).some(({ region }) => region === target) || singleWriter.has(store.kind as KindId);

const writersOf = (view: EstateView, { id }: Resource): Resource[] => view.in(id, 'writes').flatMap(({ from }) => view.resource(from) ?? []).filter(({ region }) => region !== undefined && region !== 'global');
