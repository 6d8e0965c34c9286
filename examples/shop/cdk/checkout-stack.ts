import { Stack, type StackProps } from 'aws-cdk-lib';
import { SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import { Cluster, ContainerImage, CpuArchitecture, FargateService, FargateTaskDefinition, LogDrivers } from 'aws-cdk-lib/aws-ecs';
import { CfnReplicationGroup, CfnSubnetGroup } from 'aws-cdk-lib/aws-elasticache';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** Carts live in Valkey until they are paid. */
export class CheckoutStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    const subnetIds = ['subnet-0a1b2c3d4e5f60001', 'subnet-0a1b2c3d4e5f60002'];
    const availabilityZones = [`${this.region}a`, `${this.region}b`];
    const vpc = Vpc.fromVpcAttributes(this, 'Vpc', { vpcId: 'vpc-0a1b2c3d4e5f60718', availabilityZones, privateSubnetIds: subnetIds });
    const securityGroup = SecurityGroup.fromSecurityGroupId(this, 'Services', 'sg-0a1b2c3d4e5f60718', { mutable: false });

    const subnets = new CfnSubnetGroup(this, 'CartSubnets', { description: 'Carts', subnetIds });
    const carts = new CfnReplicationGroup(this, 'Carts', {
      replicationGroupId: 'shop-carts',
      replicationGroupDescription: 'Carts of the shop',
      engine: 'valkey',
      engineVersion: '8.0',
      cacheNodeType: 'cache.r7g.large',
      numNodeGroups: 1,
      replicasPerNodeGroup: 1,
      automaticFailoverEnabled: true,
      multiAzEnabled: true,
      atRestEncryptionEnabled: true,
      transitEncryptionEnabled: true,
      cacheSubnetGroupName: subnets.ref,
      securityGroupIds: [securityGroup.securityGroupId],
      snapshotRetentionLimit: 3,
    });

    const task = new FargateTaskDefinition(this, 'Task', { cpu: 512, memoryLimitMiB: 1024, runtimePlatform: { cpuArchitecture: CpuArchitecture.ARM64 } });
    task.addContainer('checkout', {
      image: ContainerImage.fromEcrRepository(Repository.fromRepositoryName(this, 'Image', 'shop/checkout'), '2026.11.7'),
      portMappings: [{ containerPort: 8080 }],
      logging: LogDrivers.awsLogs({ streamPrefix: 'checkout', logRetention: RetentionDays.ONE_MONTH }),
      environment: {
        CARTS_HOST: carts.attrPrimaryEndPointAddress,
        ORDERS_URL: 'https://orders.shop.example',
        PAYMENTS_FUNCTION: 'arn:aws:lambda:eu-west-1:111122223333:function:shop-payments-charge',
      },
    });
    new FargateService(this, 'Service', {
      cluster: Cluster.fromClusterAttributes(this, 'Cluster', { clusterName: 'shop', vpc }),
      taskDefinition: task,
      desiredCount: 4,
      securityGroups: [securityGroup],
    });
  }
}
