import { service } from '../service.ts';

export const efs = service({
  id: 'elasticfilesystem',
  title: 'EFS',
  sdk: () => import('@aws-sdk/client-efs'),
  client: 'EFSClient',
  rate: 10,
  operations: {
    DescribeFileSystems: { actions: ['elasticfilesystem:DescribeFileSystems'], page: { ask: 'Marker', next: 'NextMarker' } },
    DescribeReplicationConfigurations: { actions: ['elasticfilesystem:DescribeReplicationConfigurations'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeBackupPolicy: { actions: ['elasticfilesystem:DescribeBackupPolicy'] },
    DescribeFileSystemPolicy: { actions: ['elasticfilesystem:DescribeFileSystemPolicy'] },
    DescribeMountTargets: { actions: ['elasticfilesystem:DescribeMountTargets'], page: { ask: 'Marker', next: 'NextMarker' } },
    DescribeMountTargetSecurityGroups: { actions: ['elasticfilesystem:DescribeMountTargetSecurityGroups'] },
  },
});
