import { answer } from '../../support/aws/answer.ts';
import type { Asked, Handler } from '../../support/aws/server.ts';
import { data, home, third } from './replicated.ts';

const isThere = ({ account, region }: Asked): boolean => account === data && region === third;
const fileSystem = 'fs-0123456789abcdef0';

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
    default:
      return undefined;
  }
};
