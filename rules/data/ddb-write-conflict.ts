import { tagged } from '../../model/tag-table.ts';
import { isInScope } from '../subjects.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const table = (rest = ''): string => yaml`
  Orders:
    Type: AWS::DynamoDB::GlobalTable
    Properties:
      TableName: orders
      Replicas: [{ Region: us-east-1${rest} }, { Region: eu-west-1 }]
`;
const writer = yaml`
  Place:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: arn:aws:iam::111122223333:role/place
      Definition:
        StartAt: Put
        States: { Put: { Type: Task, Resource: 'arn:aws:states:::dynamodb:updateItem', Parameters: { TableName: orders }, End: true } }
`;

export const dataDdbWriteConflict = rule({
  id: 'data-ddb-write-conflict',
  title: 'Several regions write one eventually consistent table without a rule that keeps them apart',
  on: 'dynamodb-table',
  needs: ['replicaRegions'],
  severity: severities('-/-/L/C'),
  why: 'The last writer wins, item by item: counters lose increments, conditional writes hold only in their own region, and transactions arrive in pieces.',
  fix: 'Decide how regions write and say so with the tag mr:write-mode: any (idempotent writes only), single-region (one primary), or home-region (items belong to a region). Or use multi-Region strong consistency.',
  effect: 'RPO is above zero without any failure: of two writes to one item within the time of replication one is lost in silence. No effect on RTO.',
  links: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-global-table-design.prescriptive-guidance.writemodes.html'],
  examples: {
    gap: [{ strategy: 'active-active', home: `${table()}\n${writer}`, target: writer }],
    ready: [
      { name: 'the write mode is decided', strategy: 'active-active', home: `${table(', Tags: [{ Key: mr:write-mode, Value: home-region }]')}\n${writer}`, target: writer },
      { name: 'one region writes', strategy: 'active-active', home: `${table()}\n${writer}` },
    ],
  },

  /** Only tables with a replica in the target, and with a writer that we know. */
  check(table, { intent, graph }) {
    const { name, tags, attributes } = table;
    const { target } = intent;
    if (!attributes.replicaRegions.includes(target)) return undefined;
    if (attributes.multiRegionConsistency === 'STRONG') return ready();
    const copies = graph.out(table.id, 'replicates').flatMap(({ to }) => graph.resource(to) ?? []).filter((copy) => copy.kind === 'dynamodb-table');
    const writers = [table, ...copies].flatMap(({ id }) => graph.in(id, 'writes').flatMap(({ from }) => graph.resource(from) ?? []));
    if (writers.length === 0) return undefined;
    const mode = tagged({ tags }, 'mr:write-mode');
    if (mode !== undefined && mode !== '') return ready(`It is tagged mr:write-mode=${mode}.`);
    const here = writers.filter((each) => isInScope(each, intent));
    const there = writers.filter(({ region }) => region === target);
    if (here.length === 0 || there.length === 0) return ready(`${listed(writers.map((each) => each.name))} in one region alone writes to it.`);
    return gap(`${name} is written by ${listed(here.map((each) => each.name))} at home and by ${listed(there.map((each) => each.name))} in ${target}; how their writes are kept apart nothing says.`);
  },
});
