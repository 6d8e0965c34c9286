import { hasSymbol } from '../../model/symbol.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const table = (...regions: readonly string[]): string => yaml`
  Orders:
    Type: AWS::DynamoDB::GlobalTable
    Properties: { TableName: orders, Replicas: [${regions.map((region) => `{ Region: ${region} }`).join(', ')}] }
`;

export const costGlobalWrites = rule({
  id: 'cost-global-writes',
  title: 'Writes are paid in regions that are neither home nor target',
  on: ['dynamodb-table', 'keyspaces-keyspace'],
  needs: ['replicaRegions'],
  severity: severities('I/I/I/I'),
  why: 'Every write to a global table is charged once for each replica, beside its storage. A replica that no strategy asks for doubles nothing but the bill.',
  fix: 'Delete replicas that serve nobody, replicate only the tables that need it, and keep data of one region in tables of that region. If the replica serves users there, exempt the table and say so.',
  effect: 'No effect on RPO or RTO of this target. Costs a write, its transfer and the storage once more for each such replica.',
  links: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_reqs_bestpractices.html'],
  examples: {
    gap: [{ home: table('us-east-1', 'eu-west-1', 'ap-southeast-2') }],
    ready: [{ home: table('us-east-1', 'eu-west-1') }],
  },

  /** Only of tables that are replicated at all. */
  check({ name, region, attributes: { replicaRegions } }, { intent: { home, target } }) {
    const others = replicaRegions.filter((each) => each !== region && !hasSymbol(each));
    if (others.length === 0) return undefined;
    const idle = others.filter((each) => each !== target && !home.includes(each));
    return idle.length > 0 ? gap(`${name} is replicated to ${listed(idle)} as well; each write is charged there too.`) : ready();
  },
});
