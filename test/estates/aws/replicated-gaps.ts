import { answer } from '../../support/aws/answer.ts';
import type { Asked, Handler } from '../../support/aws/server.ts';
import { data, home, second, third } from './replicated.ts';

const isThere = ({ account, region }: Asked): boolean => account === data && region === third;
const fileSystem = 'fs-0123456789abcdef0';
const arn = (service: string, resource: string, region: string = third): string => `arn:aws:${service}:${region}:${data}:${resource}`;
const replicator = { ReplicatorName: 'orders', ReplicatorArn: arn('kafka', 'replicator/orders/1'), ReplicatorState: 'RUNNING' };
const kafkaCluster = (alias: string, region: string): object => ({ KafkaClusterAlias: alias, AmazonMskCluster: { MskClusterArn: arn('kafka', `cluster/${alias}/1`, region) } });
const ledger = { identifier: 'abc', arn: arn('dsql', 'cluster/abc') };
const lake = { name: 'lake', arn: arn('s3tables', 'bucket/lake'), ownerAccountId: data, createdAt: '2026-01-01T00:00:00Z' };

/** Replication that moto does not model, of an account's third region to its home. Where there is none, moto answers. */
export const gaps: Handler = (asked) => {
  if (!isThere(asked)) return undefined;
  switch (`${asked.service} ${asked.operation}`) {
    case 'dynamodb DescribeTable':
      return answer(asked, { Table: { TableName: asked.input['TableName'], TableStatus: 'ACTIVE', Replicas: [{ RegionName: home, ReplicaStatus: 'ACTIVE' }] } });
    case 'elasticfilesystem DescribeFileSystems':
      return answer(asked, { FileSystems: [{ FileSystemId: fileSystem, FileSystemArn: `arn:aws:elasticfilesystem:${third}:${data}:file-system/${fileSystem}`, LifeCycleState: 'available', Encrypted: true, Tags: [] }] });
    case 'elasticfilesystem DescribeReplicationConfigurations':
      return answer(asked, { Replications: [{ SourceFileSystemId: fileSystem, SourceFileSystemRegion: third, Destinations: [{ Region: home, FileSystemId: 'fs-0fedcba9876543210', Status: 'ENABLED' }] }] });
    case 'elasticache DescribeGlobalReplicationGroups':
      return answer(asked, {
        GlobalReplicationGroups: {
          GlobalReplicationGroup: {
            GlobalReplicationGroupId: 'sgaui-sessions', ARN: `arn:aws:elasticache::${data}:globalreplicationgroup:sgaui-sessions`,
            Members: { GlobalReplicationGroupMember: [['sessions', third, 'PRIMARY'], ['sessions-copy', home, 'SECONDARY']].map(([ReplicationGroupId, ReplicationGroupRegion, Role]) => ({ ReplicationGroupId, ReplicationGroupRegion, Role })) },
          },
        },
      });
    case 'events ListEndpoints':
      return answer(asked, { Endpoints: [{ Name: 'orders', Arn: `arn:aws:events:${third}:${data}:endpoint/orders`, EndpointId: 'abc.xyz', RoutingConfig: { FailoverConfig: { Primary: { HealthCheck: 'arn:aws:route53:::healthcheck/1' }, Secondary: { Route: home } } }, EventBuses: [third, home].map((region) => ({ EventBusArn: `arn:aws:events:${region}:${data}:event-bus/default` })) }] });
    case 'memorydb DescribeMultiRegionClusters':
      return answer(asked, { MultiRegionClusters: [{ MultiRegionClusterName: 'abcde-carts', ARN: `arn:aws:memorydb::${data}:multiregioncluster/abcde-carts`, Engine: 'valkey', EngineVersion: '7.3', NodeType: 'db.r7g.large', Clusters: [third, home].map((Region) => ({ ClusterName: 'carts', Region, ARN: arn('memorydb', 'cluster/carts', Region) })) }] });
    case 'rds DescribeGlobalClusters':
      return answer(asked, { GlobalClusters: { GlobalClusterMember: [['documents', 'docdb'], ['relations', 'neptune']].map(([name, Engine]) => ({ GlobalClusterIdentifier: name, GlobalClusterArn: `arn:aws:rds::${data}:global-cluster:${name}`, Engine, GlobalClusterMembers: { GlobalClusterMember: [third, home].map((region, at) => ({ DBClusterArn: arn('rds', `cluster:${name}-${at}`, region), IsWriter: at === 0 })) } })) } });
    case 'kafka ListReplicators':
      return answer(asked, { replicators: [{ replicatorName: replicator.ReplicatorName, replicatorArn: replicator.ReplicatorArn, replicatorState: replicator.ReplicatorState }] });
    case 'kafka DescribeReplicator':
      return answer(asked, { ...uncapitalised(replicator), kafkaClusters: [kafkaCluster('here', third), kafkaCluster('there', home)].map(uncapitalised), replicationInfoList: [{ sourceKafkaClusterAlias: 'here', targetKafkaClusterAlias: 'there', topicReplication: { topicsToReplicate: ['.*'] } }] });
    case 'dsql ListClusters':
      return answer(asked, { clusters: [ledger] });
    case 'dsql GetCluster':
      return answer(asked, { ...ledger, status: 'ACTIVE', deletionProtectionEnabled: true, multiRegionProperties: { witnessRegion: second, clusters: [ledger.arn, arn('dsql', 'cluster/def', home)] } });
    case 'cassandra ListKeyspaces':
      return answer(asked, { keyspaces: [{ keyspaceName: 'prices', resourceArn: arn('cassandra', '/keyspace/prices/'), replicationStrategy: 'MULTI_REGION', replicationRegions: [third, home] }] });
    case 's3tables ListTableBuckets':
      return answer(asked, { tableBuckets: [lake] });
    case 's3tables GetTableBucketReplication':
      return answer(asked, { versionToken: '1', configuration: { role: `arn:aws:iam::${data}:role/copy`, rules: [{ destinations: [{ destinationTableBucketARN: arn('s3tables', 'bucket/lake-copy', home) }] }] } });
    case 'ds DescribeDirectories':
      return answer(asked, { DirectoryDescriptions: [{ DirectoryId: 'd-0123456789', Name: 'corp.example.com', Type: 'MicrosoftAD', Edition: 'Enterprise', RegionsInfo: { PrimaryRegion: third, AdditionalRegions: [home] } }] });
    case 'ses ListMultiRegionEndpoints':
      return answer(asked, { MultiRegionEndpoints: [{ EndpointName: 'mail', EndpointId: 'abc.def', Status: 'READY', Regions: [third, home] }] });
    default:
      return undefined;
  }
};

/** Members in the capitals that REST services write. */
function uncapitalised(value: unknown): object {
  return JSON.parse(JSON.stringify(value, (_, member: unknown) => (typeof member !== 'object' || member === null || Array.isArray(member) ? member : Object.fromEntries(Object.entries(member).map(([name, each]) => [name.charAt(0).toLowerCase() + name.slice(1), each as unknown]))))) as object;
}
