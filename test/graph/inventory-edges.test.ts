import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildEstate } from '../../graph/build.ts';
import type { ResourceFact } from '../../model/fact.ts';
import type { PropertyMap } from '../../model/properties.ts';
import { resourceFactOf } from '../../scanner/aws/resource-fact.ts';
import { configFact } from '../../scanner/aws/sources/config/item.ts';
import { kindOfType } from '../../scanner/kind-of-type.ts';
import { resource } from '../support/facts.ts';

/*
 * What inventories derive from answers of AWS, pair by pair: the answer in the service's own words, and the edges that it makes with what it
 * names. `> reads T x` is an edge to the resource x of type T, `< contains T x` one from it, and `? T x` is
 * there without one.
 */

const [account, region] = ['111122223333', 'eu-west-1'];
const arn = (service: string, resource: string): string => `arn:aws:${service}:${/^(?:iam|cloudfront)$/.test(service) ? '' : region}:${account}:${resource}`;
const [vpc, subnet, group, eni, instance, volume] = ['vpc-0a1b2c3d4e5f60718', 'subnet-0a1b2c3d4e5f60718', 'sg-0a1b2c3d4e5f60718', 'eni-0a1b2c3d4e5f60718', 'i-0a1b2c3d4e5f60718', 'vol-0a1b2c3d4e5f60718'];
const [role, key, queue, topic, fn] = [arn('iam', 'role/worker'), arn('kms', 'key/0f6d2f3c-0000-4000-8000-000000000001'), arn('sqs', 'jobs'), arn('sns', 'orders'), arn('lambda', 'function:pay')];
const [loadBalancer, targetGroup] = [arn('elasticloadbalancing', 'loadbalancer/app/web/50dc6c495c0c9188'), arn('elasticloadbalancing', 'targetgroup/web/73e2d6bc24d8a067')];
const [cluster, certificate, secret, stream, table] = [arn('ecs', 'cluster/shop'), arn('acm', 'certificate/0f6d2f3c-0000-4000-8000-000000000002'), arn('secretsmanager', 'secret:db-AbCdEf'), arn('kinesis', 'stream/clicks'), arn('dynamodb', 'table/orders')];

type Row = readonly [type: string, answer: PropertyMap, ...edges: string[]];
const rows: readonly Row[] = [
  // Containment and attachment in networks
  ['AWS::EC2::Subnet', { SubnetId: subnet, VpcId: vpc }, `< contains AWS::EC2::VPC ${vpc}`],
  ['AWS::EC2::SecurityGroup', { GroupId: 'sg-1', VpcId: vpc, IpPermissions: [{ UserIdGroupPairs: [{ GroupId: group, UserId: account }] }] }, `< contains AWS::EC2::VPC ${vpc}`, `> refers AWS::EC2::SecurityGroup ${group}`],
  ['AWS::EC2::NetworkInterface', { NetworkInterfaceId: eni, VpcId: vpc, SubnetId: subnet, Groups: [{ GroupId: group }], Attachment: { InstanceId: instance } }, `< contains AWS::EC2::VPC ${vpc}`, `< contains AWS::EC2::Subnet ${subnet}`, `> attaches AWS::EC2::SecurityGroup ${group}`, `< attaches AWS::EC2::Instance ${instance}`],
  ['AWS::EC2::RouteTable', { RouteTableId: 'rtb-1', VpcId: vpc, Associations: [{ SubnetId: subnet }], Routes: [{ GatewayId: 'igw-0a1b2c3d4e5f60718' }, { NatGatewayId: 'nat-0a1b2c3d4e5f60718' }, { TransitGatewayId: 'tgw-0a1b2c3d4e5f60718' }, { VpcPeeringConnectionId: 'pcx-0a1b2c3d4e5f60718' }, { NetworkInterfaceId: eni }] },
    `< contains AWS::EC2::VPC ${vpc}`, `< attaches AWS::EC2::Subnet ${subnet}`, '> routes AWS::EC2::InternetGateway igw-0a1b2c3d4e5f60718', '> routes AWS::EC2::NatGateway nat-0a1b2c3d4e5f60718', '> routes AWS::EC2::TransitGateway tgw-0a1b2c3d4e5f60718', '> routes AWS::EC2::VPCPeeringConnection pcx-0a1b2c3d4e5f60718', `> routes AWS::EC2::NetworkInterface ${eni}`],
  ['AWS::EC2::InternetGateway', { InternetGatewayId: 'igw-1', Attachments: [{ State: 'available', VpcId: vpc }] }, `> attaches AWS::EC2::VPC ${vpc}`],
  ['AWS::EC2::NetworkAcl', { NetworkAclId: 'acl-1', VpcId: vpc, Associations: [{ NetworkAclId: 'acl-1', SubnetId: subnet }] }, `< contains AWS::EC2::VPC ${vpc}`, `< attaches AWS::EC2::Subnet ${subnet}`],
  ['AWS::EC2::NatGateway', { NatGatewayId: 'nat-1', VpcId: vpc, SubnetId: subnet, NatGatewayAddresses: [{ AllocationId: 'eipalloc-0a1b2c3d4e5f60718', NetworkInterfaceId: eni }] }, `< contains AWS::EC2::VPC ${vpc}`, `< contains AWS::EC2::Subnet ${subnet}`, '> attaches AWS::EC2::EIP eipalloc-0a1b2c3d4e5f60718', `> attaches AWS::EC2::NetworkInterface ${eni}`],
  ['AWS::EC2::EIP', { AllocationId: 'eipalloc-1', InstanceId: instance, NetworkInterfaceId: eni }, `> attaches AWS::EC2::Instance ${instance}`, `> attaches AWS::EC2::NetworkInterface ${eni}`],
  ['AWS::EC2::VPCEndpoint', { VpcEndpointId: 'vpce-1', VpcId: vpc, SubnetIds: [subnet], Groups: [{ GroupId: group }], NetworkInterfaceIds: [eni], RouteTableIds: ['rtb-0a1b2c3d4e5f60718'] }, `> attaches AWS::EC2::VPC ${vpc}`, `> attaches AWS::EC2::Subnet ${subnet}`, `> attaches AWS::EC2::SecurityGroup ${group}`, `> attaches AWS::EC2::NetworkInterface ${eni}`, '> attaches AWS::EC2::RouteTable rtb-0a1b2c3d4e5f60718'],
  ['AWS::EC2::VPCPeeringConnection', { VpcPeeringConnectionId: 'pcx-1', RequesterVpcInfo: { VpcId: vpc, OwnerId: account, Region: region }, AccepterVpcInfo: { VpcId: 'vpc-0a1b2c3d4e5f60719', OwnerId: account, Region: region } }, `> attaches AWS::EC2::VPC ${vpc}`, '> attaches AWS::EC2::VPC vpc-0a1b2c3d4e5f60719'],
  ['AWS::EC2::FlowLog', { FlowLogId: 'fl-1', ResourceId: vpc, LogDestination: 'arn:aws:s3:::flows', DeliverLogsPermissionArn: role }, `> observes AWS::EC2::VPC ${vpc}`, '> writes AWS::S3::Bucket flows', `> uses-role AWS::IAM::Role ${role}`],
  ['AWS::EC2::TransitGatewayAttachment', { TransitGatewayAttachmentId: 'tgw-attach-1', TransitGatewayId: 'tgw-0a1b2c3d4e5f60718', VpcId: vpc, SubnetIds: [subnet] }, `other:AWS::EC2::TransitGateway/tgw-0a1b2c3d4e5f60718 attaches other:AWS::EC2::VPC/${vpc}`, '< contains AWS::EC2::TransitGateway tgw-0a1b2c3d4e5f60718', `> attaches AWS::EC2::VPC ${vpc}`, `> attaches AWS::EC2::Subnet ${subnet}`],
  ...([
    ['Interface for NAT Gateway nat-0a1b2c3d4e5f60718', 'AWS::EC2::NatGateway nat-0a1b2c3d4e5f60718'], ['VPC Endpoint Interface vpce-0a1b2c3d4e5f60718', 'AWS::EC2::VPCEndpoint vpce-0a1b2c3d4e5f60718'],
    ['ELB app/web/50dc6c495c0c9188', `AWS::ElasticLoadBalancingV2::LoadBalancer ${loadBalancer}`], ['ELB classic', 'AWS::ElasticLoadBalancing::LoadBalancer classic'], ['ES search', 'AWS::OpenSearchService::Domain search'],
    ['AWS Lambda VPC ENI-pay-0f6d2f3c-0000-4000-8000-000000000004', `AWS::Lambda::Function ${fn}`], ['EFS mount target for fs-0a1b2c3d4e5f60718 (fsmt-0a1b2c3d4e5f60718)', 'AWS::EFS::FileSystem fs-0a1b2c3d4e5f60718'],
  ] as const).map(([Description, owner]): Row => ['AWS::EC2::NetworkInterface', { Description }, `< attaches ${owner}`]),
  // Compute
  ['AWS::EC2::Instance', { InstanceId: 'i-1', ImageId: 'ami-0a1b2c3d4e5f60718', VpcId: vpc, SubnetId: subnet, KeyName: 'ops', SecurityGroups: [{ GroupId: group }], IamInstanceProfile: { Arn: arn('iam', 'instance-profile/web') }, BlockDeviceMappings: [{ Ebs: { VolumeId: volume } }] },
    '> uses-image AWS::EC2::Image ami-0a1b2c3d4e5f60718', `> attaches AWS::EC2::VPC ${vpc}`, `> attaches AWS::EC2::Subnet ${subnet}`, '> refers AWS::EC2::KeyPair ops', `> attaches AWS::EC2::SecurityGroup ${group}`, `> uses-role AWS::IAM::InstanceProfile ${arn('iam', 'instance-profile/web')}`, `> writes AWS::EC2::Volume ${volume}`],
  ['AWS::EC2::Volume', { VolumeId: 'vol-1', KmsKeyId: key, SnapshotId: 'snap-0a1b2c3d4e5f60718', Attachments: [{ InstanceId: instance, VolumeId: 'vol-1' }] }, `> uses-key AWS::KMS::Key ${key}`, '> refers AWS::EC2::Snapshot snap-0a1b2c3d4e5f60718', `< writes AWS::EC2::Instance ${instance}`],
  ['AWS::EC2::Snapshot', { SnapshotId: 'snap-1', VolumeId: volume, KmsKeyId: key }, `> backs-up AWS::EC2::Volume ${volume}`, `> uses-key AWS::KMS::Key ${key}`],
  ['AWS::AutoScaling::AutoScalingGroup', { AutoScalingGroupName: 'web', LaunchTemplate: { LaunchTemplateId: 'lt-0a1b2c3d4e5f60718', Version: '1' }, TargetGroupARNs: [targetGroup], LoadBalancerNames: ['classic'], VPCZoneIdentifier: subnet, Instances: [{ InstanceId: instance }] },
    '> refers AWS::EC2::LaunchTemplate lt-0a1b2c3d4e5f60718', `< routes AWS::ElasticLoadBalancingV2::TargetGroup ${targetGroup}`, '< routes AWS::ElasticLoadBalancing::LoadBalancer classic', `> attaches AWS::EC2::Subnet ${subnet}`, `> contains AWS::EC2::Instance ${instance}`],
  ['AWS::IAM::InstanceProfile', { InstanceProfileName: 'web', Roles: [{ RoleName: 'worker', Arn: role }] }, `> uses-role AWS::IAM::Role ${role}`],
  ['AWS::SSM::ManagedInstanceInventory', { InstanceId: instance }, `> observes AWS::EC2::Instance ${instance}`],
  ['AWS::EKS::Nodegroup', { nodegroupName: 'workers', clusterName: 'shop', nodeRole: role, subnets: [subnet], launchTemplate: { id: 'lt-0a1b2c3d4e5f60718' }, resources: { autoScalingGroups: [{ name: 'eks-workers' }] } }, '< contains AWS::EKS::Cluster shop', `> uses-role AWS::IAM::Role ${role}`, `> attaches AWS::EC2::Subnet ${subnet}`, '> refers AWS::EC2::LaunchTemplate lt-0a1b2c3d4e5f60718', '> contains AWS::AutoScaling::AutoScalingGroup eks-workers'],
  ['AWS::EKS::Cluster', { name: 'shop', roleArn: role, resourcesVpcConfig: { vpcId: vpc, subnetIds: [subnet], securityGroupIds: [group] }, encryptionConfig: [{ resources: ['secrets'], provider: { keyArn: key } }] }, `> uses-role AWS::IAM::Role ${role}`, `> attaches AWS::EC2::VPC ${vpc}`, `> attaches AWS::EC2::Subnet ${subnet}`, `> attaches AWS::EC2::SecurityGroup ${group}`, `> uses-key AWS::KMS::Key ${key}`],
  // Containers
  ['AWS::ECS::Service', { serviceName: 'web', clusterArn: cluster, taskDefinition: arn('ecs', 'task-definition/web:7'), loadBalancers: [{ targetGroupArn: targetGroup }, { loadBalancerName: 'classic' }], networkConfiguration: { awsvpcConfiguration: { subnets: [subnet], securityGroups: [group] } }, serviceRegistries: [{ registryArn: arn('servicediscovery', 'service/srv-1') }] },
    `< contains AWS::ECS::Cluster ${cluster}`, `> refers AWS::ECS::TaskDefinition ${arn('ecs', 'task-definition/web:7')}`, `< routes AWS::ElasticLoadBalancingV2::TargetGroup ${targetGroup}`, '< routes AWS::ElasticLoadBalancing::LoadBalancer classic', `> attaches AWS::EC2::Subnet ${subnet}`, `> attaches AWS::EC2::SecurityGroup ${group}`, `> refers AWS::ServiceDiscovery::Service ${arn('servicediscovery', 'service/srv-1')}`],
  ['AWS::ECS::Task', { taskArn: arn('ecs', 'task/shop/0123'), clusterArn: cluster, group: 'service:web', taskDefinitionArn: arn('ecs', 'task-definition/web:7'), containerInstanceArn: arn('ecs', 'container-instance/shop/1'), overrides: { taskRoleArn: role, containerOverrides: [{ environment: [{ name: 'TABLE', value: 'orders' }] }] }, attachments: [{ details: [{ name: 'subnetId', value: subnet }, { name: 'networkInterfaceId', value: eni }] }] },
    `< contains AWS::ECS::Cluster ${cluster}`, '< contains AWS::ECS::Service web', `> refers AWS::ECS::TaskDefinition ${arn('ecs', 'task-definition/web:7')}`, `> attaches AWS::ECS::ContainerInstance ${arn('ecs', 'container-instance/shop/1')}`, `> uses-role AWS::IAM::Role ${role}`, `> refers AWS::DynamoDB::Table orders`, `> attaches AWS::EC2::Subnet ${subnet}`, `> refers AWS::EC2::NetworkInterface ${eni}`],
  ['AWS::ECS::TaskDefinition', { family: 'web', taskRoleArn: role, containerDefinitions: [{ image: `${account}.dkr.ecr.${region}.amazonaws.com/web:1`, environment: [{ name: 'QUEUE_URL', value: `https://sqs.${region}.amazonaws.com/${account}/jobs` }], secrets: [{ name: 'PASSWORD', valueFrom: secret }] }], volumes: [{ efsVolumeConfiguration: { fileSystemId: 'fs-0a1b2c3d4e5f60718' } }] },
    `> uses-role AWS::IAM::Role ${role}`, `> uses-image AWS::ECR::Repository ${arn('ecr', 'repository/web')}`, `> refers AWS::SQS::Queue ${queue}`, `> uses-secret AWS::SecretsManager::Secret ${secret}`, '> writes AWS::EFS::FileSystem fs-0a1b2c3d4e5f60718'],
  ['AWS::ECS::CapacityProvider', { name: 'spot', autoScalingGroupProvider: { autoScalingGroupArn: arn('autoscaling', 'autoScalingGroup:0f6d2f3c-0000-4000-8000-000000000003:autoScalingGroupName/web') } }, `> routes AWS::AutoScaling::AutoScalingGroup ${arn('autoscaling', 'autoScalingGroup:0f6d2f3c-0000-4000-8000-000000000003:autoScalingGroupName/web')}`],
  // Load balancing
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', { LoadBalancerArn: loadBalancer, VpcId: vpc, AvailabilityZones: [{ SubnetId: subnet }], SecurityGroups: [group] }, `> attaches AWS::EC2::VPC ${vpc}`, `> attaches AWS::EC2::Subnet ${subnet}`, `> attaches AWS::EC2::SecurityGroup ${group}`],
  ['AWS::ElasticLoadBalancingV2::Listener', { ListenerArn: arn('elasticloadbalancing', 'listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2'), LoadBalancerArn: loadBalancer, Certificates: [{ CertificateArn: certificate }], DefaultActions: [{ Type: 'forward', TargetGroupArn: targetGroup }] }, `< routes AWS::ElasticLoadBalancingV2::LoadBalancer ${loadBalancer}`, `> uses-certificate AWS::CertificateManager::Certificate ${certificate}`, `> routes AWS::ElasticLoadBalancingV2::TargetGroup ${targetGroup}`],
  ['AWS::ElasticLoadBalancingV2::TargetGroup', { TargetGroupArn: targetGroup, VpcId: vpc, LoadBalancerArns: [loadBalancer], TargetHealthDescriptions: [{ Target: { Id: instance } }] }, `< contains AWS::EC2::VPC ${vpc}`, `< routes AWS::ElasticLoadBalancingV2::LoadBalancer ${loadBalancer}`, `> routes AWS::EC2::Instance ${instance}`],
  ['AWS::ElasticLoadBalancing::LoadBalancer', { LoadBalancerName: 'classic', VPCId: vpc, Subnets: [subnet], SecurityGroups: [group], Instances: [{ InstanceId: instance }], ListenerDescriptions: [{ Listener: { SSLCertificateId: certificate } }] }, `> attaches AWS::EC2::VPC ${vpc}`, `> attaches AWS::EC2::Subnet ${subnet}`, `> attaches AWS::EC2::SecurityGroup ${group}`, `> routes AWS::EC2::Instance ${instance}`, `> uses-certificate AWS::CertificateManager::Certificate ${certificate}`],
  // Data stores
  ['AWS::RDS::DBInstance', { DBInstanceIdentifier: 'db-1', DBClusterIdentifier: 'orders', KmsKeyId: key, VpcSecurityGroups: [{ VpcSecurityGroupId: group }], DBSubnetGroup: { VpcId: vpc, Subnets: [{ SubnetIdentifier: subnet }] }, MonitoringRoleArn: role }, '< contains AWS::RDS::DBCluster orders', `> uses-key AWS::KMS::Key ${key}`, `> attaches AWS::EC2::SecurityGroup ${group}`, `> attaches AWS::EC2::VPC ${vpc}`, `> attaches AWS::EC2::Subnet ${subnet}`, `> uses-role AWS::IAM::Role ${role}`],
  ['AWS::RDS::DBCluster', { DBClusterIdentifier: 'orders-1', DBClusterMembers: [{ DBInstanceIdentifier: 'orders-a' }], VpcSecurityGroups: [{ VpcSecurityGroupId: group }], KmsKeyId: key, AssociatedRoles: [{ RoleArn: role }] }, '> contains AWS::RDS::DBInstance orders-a', `> attaches AWS::EC2::SecurityGroup ${group}`, `> uses-key AWS::KMS::Key ${key}`, `> uses-role AWS::IAM::Role ${role}`],
  ['AWS::RDS::DBSnapshot', { DBSnapshotIdentifier: 's', DBInstanceIdentifier: 'orders-a', KmsKeyId: key, VpcId: vpc }, '> backs-up AWS::RDS::DBInstance orders-a', `> uses-key AWS::KMS::Key ${key}`, `> attaches AWS::EC2::VPC ${vpc}`],
  ['AWS::ElastiCache::ReplicationGroup', { ReplicationGroupId: 'cache', MemberClusters: ['cache-001'], KmsKeyId: key }, '> contains AWS::ElastiCache::CacheCluster cache-001', `> uses-key AWS::KMS::Key ${key}`],
  ['AWS::Redshift::Cluster', { ClusterIdentifier: 'dw', VpcId: vpc, VpcSecurityGroups: [{ VpcSecurityGroupId: group }], KmsKeyId: key, IamRoles: [{ IamRoleArn: role }] }, `> attaches AWS::EC2::VPC ${vpc}`, `> attaches AWS::EC2::SecurityGroup ${group}`, `> uses-key AWS::KMS::Key ${key}`, `> uses-role AWS::IAM::Role ${role}`],
  ['AWS::OpenSearchService::Domain', { DomainName: 'search', VPCOptions: { VPCId: vpc, SubnetIds: [subnet], SecurityGroupIds: [group] }, EncryptionAtRestOptions: { Enabled: true, KmsKeyId: key }, CognitoOptions: { Enabled: true, UserPoolId: `${region}_AbCdEfGhI`, RoleArn: role } }, `> attaches AWS::EC2::VPC ${vpc}`, `> attaches AWS::EC2::Subnet ${subnet}`, `> attaches AWS::EC2::SecurityGroup ${group}`, `> uses-key AWS::KMS::Key ${key}`, `> refers AWS::Cognito::UserPool ${region}_AbCdEfGhI`, `> uses-role AWS::IAM::Role ${role}`],
  ['AWS::MSK::Cluster', { ClusterName: 'events', Provisioned: { BrokerNodeGroupInfo: { ClientSubnets: [subnet], SecurityGroups: [group] }, EncryptionInfo: { EncryptionAtRest: { DataVolumeKMSKeyId: key } } } }, `> attaches AWS::EC2::Subnet ${subnet}`, `> attaches AWS::EC2::SecurityGroup ${group}`, `> uses-key AWS::KMS::Key ${key}`],
  ['AWS::EFS::FileSystem', { FileSystemId: 'fs-1', KmsKeyId: key }, `> uses-key AWS::KMS::Key ${key}`],
  ['AWS::EFS::AccessPoint', { AccessPointId: 'fsap-1', FileSystemId: 'fs-0a1b2c3d4e5f60718' }, '< contains AWS::EFS::FileSystem fs-0a1b2c3d4e5f60718'],
  ['AWS::Backup::RecoveryPoint', { RecoveryPointArn: arn('backup', 'recovery-point:1'), BackupVaultArn: arn('backup', 'backup-vault:main'), ResourceArn: table, IamRoleArn: role, EncryptionKeyArn: key, CreatedBy: { BackupPlanArn: arn('backup', 'backup-plan:1') } }, `< contains AWS::Backup::BackupVault ${arn('backup', 'backup-vault:main')}`, `> backs-up AWS::DynamoDB::Table ${table}`, `> uses-role AWS::IAM::Role ${role}`, `> uses-key AWS::KMS::Key ${key}`, `> refers AWS::Backup::BackupPlan ${arn('backup', 'backup-plan:1')}`],
  // Events, functions and delivery
  ['AWS::Lambda::Function', { FunctionName: 'pay-1', Role: role, KMSKeyArn: key, VpcConfig: { VpcId: vpc, SubnetIds: [subnet], SecurityGroupIds: [group] }, DeadLetterConfig: { TargetArn: queue }, FileSystemConfigs: [{ Arn: arn('elasticfilesystem', 'access-point/fsap-0a1b2c3d4e5f60718') }], Layers: [{ Arn: arn('lambda', 'layer:common:3') }], Environment: { Variables: { TABLE_NAME: 'orders', STREAM: stream } } },
    `> uses-role AWS::IAM::Role ${role}`, `> uses-key AWS::KMS::Key ${key}`, `> attaches AWS::EC2::VPC ${vpc}`, `> attaches AWS::EC2::Subnet ${subnet}`, `> attaches AWS::EC2::SecurityGroup ${group}`, `> writes AWS::SQS::Queue ${queue}`, `> writes AWS::EFS::AccessPoint ${arn('elasticfilesystem', 'access-point/fsap-0a1b2c3d4e5f60718')}`, `> refers AWS::Lambda::LayerVersion ${arn('lambda', 'layer:common:3')}`, '> refers AWS::DynamoDB::Table orders', `> refers AWS::Kinesis::Stream ${stream}`],
  ...[[queue, 'AWS::SQS::Queue'], [stream, 'AWS::Kinesis::Stream'], [arn('kafka', 'cluster/events/0f6d2f3c-1'), 'AWS::MSK::Cluster'], [arn('mq', 'broker:jobs:b-0f6d2f3c'), 'AWS::AmazonMQ::Broker'], [arn('rds', 'cluster:docs'), 'AWS::DocDB::DBCluster']].map(
    ([source = '', type]): Row => ['AWS::Lambda::EventSourceMapping', { UUID: '0f6d2f3c-0000-4000-8000-000000000004', EventSourceArn: source, FunctionArn: fn }, `> attaches ${type} ${source}`, `> attaches AWS::Lambda::Function ${fn}`, `${source} triggers ${fn}`],
  ),
  ['AWS::SNS::Subscription', { SubscriptionArn: `${topic}:0f6d2f3c`, TopicArn: topic, Endpoint: queue, Protocol: 'sqs' }, `> attaches AWS::SNS::Topic ${topic}`, `${topic} triggers ${queue}`, `? AWS::SQS::Queue ${queue}`],
  ['AWS::S3::Bucket', { name: 'in', BucketNotificationConfiguration: { LambdaFunctionConfigurations: [{ LambdaFunctionArn: fn, Events: [] }], QueueConfigurations: [{ QueueArn: queue, Events: [] }], TopicConfigurations: [{ TopicArn: topic, Events: [] }] }, BucketLoggingConfiguration: { DestinationBucketName: 'logs' } }, `> triggers AWS::Lambda::Function ${fn}`, `> triggers AWS::SQS::Queue ${queue}`, `> triggers AWS::SNS::Topic ${topic}`, '> writes AWS::S3::Bucket logs'],
  ['AWS::CloudWatch::Alarm', { AlarmName: 'high', AlarmActions: [topic], Dimensions: [{ Name: 'InstanceId', Value: instance }], Namespace: 'AWS/EC2' }, `> triggers AWS::SNS::Topic ${topic}`, `> observes AWS::EC2::Instance ${instance}`],
  ['AWS::Logs::MetricFilter', { filterName: 'errors', logGroupName: '/shop' }, '> observes AWS::Logs::LogGroup /shop'],
  ['AWS::CloudTrail::Trail', { Name: 'all', S3BucketName: 'logs', SnsTopicARN: topic, KmsKeyId: key, CloudWatchLogsLogGroupArn: `${arn('logs', 'log-group:/trail')}:*`, CloudWatchLogsRoleArn: role }, '> writes AWS::S3::Bucket logs', `> triggers AWS::SNS::Topic ${topic}`, `> uses-key AWS::KMS::Key ${key}`, `> writes AWS::Logs::LogGroup ${arn('logs', 'log-group:/trail')}`, `> uses-role AWS::IAM::Role ${role}`],
  ['AWS::ApiGateway::Method', { restApiId: 'a1b2c3d4e5', resourceId: 'x1', httpMethod: 'POST', authorizerId: 'au1234', methodIntegration: { type: 'AWS_PROXY', uri: `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${fn}/invocations` } }, '< contains AWS::ApiGateway::RestApi a1b2c3d4e5', '> refers AWS::ApiGateway::Authorizer au1234', `> calls AWS::Lambda::Function ${fn}`],
  ['AWS::Cognito::UserPool', { Id: `${region}_1`, LambdaConfig: { PreSignUp: fn } }, `> triggers AWS::Lambda::Function ${fn}`],
  ['AWS::StepFunctions::StateMachine', { name: 'checkout', roleArn: role, definition: JSON.stringify({ StartAt: 'Pay', States: { Pay: { Type: 'Task', Resource: fn, End: true } } }) }, `> uses-role AWS::IAM::Role ${role}`, `> calls AWS::Lambda::Function ${fn}`],
  // Machine learning and search
  ['AWS::Bedrock::Agent', { agentId: 'A1', agentResourceRoleArn: role, customerEncryptionKeyArn: key, actionGroups: [{ actionGroupExecutor: { lambda: fn } }], knowledgeBases: [{ knowledgeBaseId: 'KB12345678' }] }, `> uses-role AWS::IAM::Role ${role}`, `> uses-key AWS::KMS::Key ${key}`, `> calls AWS::Lambda::Function ${fn}`, '> reads AWS::Bedrock::KnowledgeBase KB12345678'],
  ['AWS::Bedrock::DataSource', { dataSourceId: 'D1', knowledgeBaseId: 'KB12345678', dataSourceConfiguration: { s3Configuration: { bucketArn: 'arn:aws:s3:::docs' } } }, '< contains AWS::Bedrock::KnowledgeBase KB12345678', '> reads AWS::S3::Bucket docs'],
  ['AWS::SageMaker::NotebookInstance', { NotebookInstanceName: 'n', RoleArn: role, KmsKeyId: key, SubnetId: subnet, SecurityGroups: [group] }, `> uses-role AWS::IAM::Role ${role}`, `> uses-key AWS::KMS::Key ${key}`, `> attaches AWS::EC2::Subnet ${subnet}`, `> attaches AWS::EC2::SecurityGroup ${group}`],
  ['AWS::AppSync::DataSource', { name: 'orders', apiId: 'api1', dynamodbConfig: { tableName: 'orders', awsRegion: region }, serviceRoleArn: role }, `> reads AWS::DynamoDB::Table orders`, `> writes AWS::DynamoDB::Table orders`, `> uses-role AWS::IAM::Role ${role}`],
  ['AWS::Glue::Connection', { Name: 'jdbc', ConnectionProperties: { JDBC_CONNECTION_URL: `jdbc:postgresql://orders-a.abcdefghijkl.${region}.rds.amazonaws.com:5432/orders` }, PhysicalConnectionRequirements: { SubnetId: subnet, SecurityGroupIdList: [group] } }, `> refers AWS::RDS::DBInstance orders-a`, `> attaches AWS::EC2::Subnet ${subnet}`, `> attaches AWS::EC2::SecurityGroup ${group}`],
];

const place = { account, region, partition: 'aws' };

/** What the edges name, as facts of their own; a name of an RDS instance comes with its host. */
function others(edges: readonly string[]): ResourceFact[] {
  return edges.flatMap((edge): ResourceFact[] => {
    const [, type = '', name = ''] = /^(?:\?|[<>] [\w-]+) (\S+) (.+)$/.exec(edge) ?? [];
    if (type === '') return [];
    const kind = kindOfType(type)?.kind;
    const own = name.startsWith('arn:') ? name : type === 'AWS::S3::Bucket' ? `arn:aws:s3:::${name}` : undefined;
    const host = type === 'AWS::RDS::DBInstance' ? [`${name}.abcdefghijkl.${region}.rds.amazonaws.com`] : type === 'AWS::SQS::Queue' ? [`sqs.${region}.amazonaws.com/${account}/jobs`] : [];
    return [resource(own ?? `other:${type}/${name}`, { ...place, resourceType: type, name: own === undefined ? name : (own.split(/[/:]/).at(-1) ?? name), identities: [name, ...host], ...(own === undefined ? {} : { arn: own }), ...(kind === undefined ? {} : { kind: kind.id }) })];
  });
}

/** Edges between the subject and what the row names, as the row writes them. */
function found(subject: ResourceFact, edges: readonly string[]): string[] {
  const facts = others(edges);
  const written = new Map(facts.map((fact) => [fact.id, `${fact.resourceType} ${fact.id.startsWith('other:') ? fact.name : fact.resourceType === 'AWS::S3::Bucket' ? fact.name : fact.id}`]));
  return buildEstate([subject, ...facts]).edges
    .map(({ from, to, type }) => (from === subject.id ? `> ${type} ${written.get(to)}` : to === subject.id ? `< ${type} ${written.get(from)}` : `${from} ${type} ${to}`))
    .sort();
}

describe('answers of AWS make the edges that inventories derive from them', () => {
  for (const [type, answer, ...edges] of rows) {
    const wanted = [...new Set(edges)].filter((edge) => !edge.startsWith('?')).sort();
    const name = `subject-${type.split('::').at(-1)?.toLowerCase()}`;
    it(`${type}${typeof answer['EventSourceArn'] === 'string' ? ` of ${answer['EventSourceArn']}` : typeof answer['Description'] === 'string' ? `: ${answer['Description']}` : ''}`, () => {
      const asked = resourceFactOf({ type, ...place, name, document: answer, dialect: 'describe', source: { scanner: 'describe', path: 'x' } });
      assert.deepEqual(found(asked, edges), wanted, 'asked directly');
      const recorded = configFact({ resourceType: type, resourceId: name, accountId: account, awsRegion: region, configuration: answer }, { account, region, asOf: '2026-11-21T00:00:00Z', probeOf: () => undefined });
      assert.ok(recorded);
      assert.deepEqual(found(recorded, edges), wanted, 'recorded');
    });
  }
});
