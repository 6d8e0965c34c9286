import type { EstateView } from '../../graph/view.ts';
import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import type { Resource } from '../../model/resource.ts';
import { globalMembers } from '../../graph/queries/global-members.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const database = yaml`
  Orders:
    Type: AWS::RDS::DBCluster
    Properties: { DBClusterIdentifier: orders, Engine: aurora-postgresql, GlobalClusterIdentifier: orders-global }
  Global:
    Type: AWS::RDS::GlobalCluster
    Properties: { GlobalClusterIdentifier: orders-global }
`;
const secondary = yaml`
  Secondary:
    Type: AWS::RDS::DBCluster
    Properties: { DBClusterIdentifier: orders-2, Engine: aurora-postgresql, GlobalClusterIdentifier: orders-global }
`;
const place = (host: string): string => yaml`
  Place:
    Type: AWS::Lambda::Function
    Properties:
      Code: { ZipFile: 'exports.handler = () => {}' }
      Environment: { Variables: { DB_HOST: !GetAtt ${host} } }
`;

export const dataAuroraEndpointPinned = rule({
  id: 'data-aurora-endpoint-pinned',
  title: 'Clients of a global database use the endpoint of one region’s cluster',
  on: 'rds-cluster',
  needs: ['engine'],
  severity: severities('-/M/H/H'),
  why: 'When the writer moves to the target region, the cluster endpoint of the home region does not follow: clients go on writing to a cluster that takes no writes.',
  fix: 'Connect through the writer endpoint of the global database, which follows the writer, and keep DNS answers for seconds only. RDS Proxy does not follow it across regions: run one in each region, and switch by configuration.',
  effect: 'No effect on RPO of the data. After the writer has moved in minutes, RTO goes on until every client has the new endpoint: a change of configuration and a restart of each.',
  links: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-connecting.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-gdb.html',
  ],
  examples: {
    gap: [{ home: `${database}\n${place('Orders.Endpoint.Address')}`, target: secondary }],
    ready: [{ name: 'the writer endpoint of the global database', home: `${database}\n${place('Global.GlobalEndpoint.Address')}`, target: secondary }],
  },

  /** Only clients that we know; a cluster without a member in the target is data-aurora-no-global's business. */
  check(cluster, { intent: { target }, graph }) {
    const members = globalMembers(graph, cluster);
    if (!cluster.attributes.engine.startsWith('aurora') || members?.some(({ region }) => region === target) !== true) return undefined;
    const pinned = clientsOf(graph, cluster).filter(({ region }) => region === cluster.region);
    const spanning = graph.in(cluster.id, 'contains').flatMap(({ from }) => graph.resource(from) ?? []).filter(({ kind }) => kind === 'rds-global-cluster');
    if (pinned.length > 0) return gap(`${listed(pinned.map(({ name }) => name))} use the endpoint of ${cluster.name} in ${cluster.region}, which takes no writes once the writer is in ${target}.`);
    return spanning.some((each) => clientsOf(graph, each).length > 0) ? ready() : undefined;
  },
});

/** What runs code, or holds configuration for it, and names the resource. */
function clientsOf(graph: EstateView, { id }: Resource): Resource[] {
  const from = graph.in(id, 'reads', 'writes', 'calls', 'refers', 'observed').flatMap((edge) => graph.resource(edge.from) ?? []);
  const clients = from.filter(({ kind }) => kind !== undefined && (kinds[kind] as Kind).traits.some((trait) => trait === 'compute' || trait === 'config'));
  return [...new Map(clients.map((client) => [client.id, client])).values()];
}
