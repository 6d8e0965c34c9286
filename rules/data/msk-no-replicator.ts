import { peers } from '../../graph/queries/peer.ts';
import { hasSymbol } from '../../model/symbol.ts';
import { rule } from '../rule.ts';
import { otherRegions } from '../support/list.ts';
import { regionsOf, replicasOf } from '../../graph/queries/copies.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const isUntold = (identifier: string | undefined): boolean => identifier === undefined || hasSymbol(identifier);

const cluster = (rest = ''): string => yaml`
  Events:
    Type: AWS::MSK::Cluster
    Properties: { ClusterName: events${rest} }
`;
const replicator = (target: string): string => yaml`
  Replicator:
    Type: AWS::MSK::Replicator
    Properties:
      ReplicationInfoList:
        - SourceKafkaClusterArn: !Ref Events
          TargetKafkaClusterArn: '${target}'
`;

export const dataMskNoReplicator = rule({
  id: 'data-msk-no-replicator',
  title: 'Kafka cluster is not replicated to the target region',
  on: 'msk-cluster',
  needs: [],
  severity: severities('M/H/C/C'),
  why: 'Topics and consumer offsets exist in one region only, so consumers in the target region have nothing to read and do not know where they were.',
  fix: 'Create a cluster in the target region and an MSK Replicator to it, in the same account, that takes in every topic in use and the consumer groups; decide on topic names (identical or prefixed) before consumers rely on them. Active-active takes a replicator in each direction. Clusters that MirrorMaker or MSK Connect feeds are declared with the tag mr:counterpart.',
  effect: 'RPO is what consumers had not read when home is lost; consumers that start without offsets read everything again or skip it. RTO grows by creating a cluster and its topics in the target. A replicator lags asynchronously and brings offsets and access control lists along.',
  links: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator.html'],
  examples: {
    gap: [
      { home: cluster() },
      { name: 'a cluster in the target that nothing feeds', home: cluster(), target: cluster() },
    ],
    ready: [
      { home: `${cluster()}\n${replicator('arn:aws:kafka:eu-west-1:111122223333:cluster/events/11111111-2222-3333-4444-555555555555-1')}` },
    ],
    unknown: [{ name: 'the cluster that it is replicated to is told at deployment', home: `${cluster()}\n${replicator('{{resolve:ssm:/second-cluster}}')}` }],
    exempt: [{ home: cluster(', Tags: { mr:data-class: derived }') }],
  },

  check(cluster, { intent: { target }, graph }) {
    const { name } = cluster;
    const places = replicasOf(graph, cluster);
    if (regionsOf(places).includes(target)) return ready();
    const peer = peers(graph, cluster, target).find(({ basis }) => basis === 'declared');
    if (peer !== undefined) return ready(`${name} is declared to have the counterpart ${peer.resource.name} in ${target}.`);
    const untold = places.find(({ region }) => region === undefined);
    if (untold !== undefined) return unknown(`${name} is replicated to ${untold.name}, whose region nobody told us; it may or may not be ${target}.`);
    const open = graph.ofKind('msk-replicator').find((replicator) => replicator.attributes.replications?.some(({ source, destination }) => isUntold(destination) && source !== undefined && graph.resolve(source, replicator).some(({ id }) => id === cluster.id)) === true);
    if (open !== undefined) return unknown(`${open.name} replicates ${name} to a cluster that nobody told us; it may or may not be in ${target}.`, { ask: 'kafka:DescribeReplicator, or the template with its parameters.' });
    return gap(`${name} is replicated to ${otherRegions(regionsOf(places).filter((region) => region !== cluster.region))}, not to ${target}.`);
  },
});
