import { spelling } from '../../model/connection.ts';
import type { Reference } from '../../model/fact.ts';
import type { PropertyMap } from '../../model/properties.ts';
import { hasSymbol } from '../../model/symbol.ts';
import { eachText } from '../references.ts';

/**
 * CloudFormation type of what a member of AWS's answers names, by the member's spelling: services call the same thing the same in every
 * answer. The type lets an id bind whatever its form, and to nothing else that has the same id, as the inventory of Systems Manager has
 * that of the instance it is about. ARNs bind by themselves; some members hold one or a name, and samples make up short ones.
 */
const types: Readonly<Record<string, string>> = {
  vpcid: 'AWS::EC2::VPC',
  subnetid: 'AWS::EC2::Subnet',
  subnetidentifier: 'AWS::EC2::Subnet',
  securitygroupid: 'AWS::EC2::SecurityGroup',
  vpcsecuritygroupid: 'AWS::EC2::SecurityGroup',
  securitygroupidlist: 'AWS::EC2::SecurityGroup',
  networkinterfaceid: 'AWS::EC2::NetworkInterface',
  instanceid: 'AWS::EC2::Instance',
  ec2instanceid: 'AWS::EC2::Instance',
  volumeid: 'AWS::EC2::Volume',
  snapshotid: 'AWS::EC2::Snapshot',
  imageid: 'AWS::EC2::Image',
  keyname: 'AWS::EC2::KeyPair',
  allocationid: 'AWS::EC2::EIP',
  natgatewayid: 'AWS::EC2::NatGateway',
  internetgatewayid: 'AWS::EC2::InternetGateway',
  egressonlyinternetgatewayid: 'AWS::EC2::EgressOnlyInternetGateway',
  transitgatewayid: 'AWS::EC2::TransitGateway',
  transitgatewayroutetableid: 'AWS::EC2::TransitGatewayRouteTable',
  vpcendpointid: 'AWS::EC2::VPCEndpoint',
  vpcpeeringconnectionid: 'AWS::EC2::VPCPeeringConnection',
  routetableid: 'AWS::EC2::RouteTable',
  networkaclid: 'AWS::EC2::NetworkAcl',
  customergatewayid: 'AWS::EC2::CustomerGateway',
  vpngatewayid: 'AWS::EC2::VPNGateway',
  launchtemplateid: 'AWS::EC2::LaunchTemplate',
  launchtemplatename: 'AWS::EC2::LaunchTemplate',
  launchconfigurationname: 'AWS::AutoScaling::LaunchConfiguration',
  autoscalinggroupname: 'AWS::AutoScaling::AutoScalingGroup',
  filesystemid: 'AWS::EFS::FileSystem',
  dbinstanceidentifier: 'AWS::RDS::DBInstance',
  dbclusteridentifier: 'AWS::RDS::DBCluster',
  cacheclusterid: 'AWS::ElastiCache::CacheCluster',
  loggroupname: 'AWS::Logs::LogGroup',
  userpoolid: 'AWS::Cognito::UserPool',
  restapiid: 'AWS::ApiGateway::RestApi',
  authorizerid: 'AWS::ApiGateway::Authorizer',
  deploymentid: 'AWS::ApiGateway::Deployment',
  knowledgebaseid: 'AWS::Bedrock::KnowledgeBase',
  kmskeyid: 'AWS::KMS::Key',
  kmsmasterkeyid: 'AWS::KMS::Key',
  s3bucket: 'AWS::S3::Bucket',
  s3bucketname: 'AWS::S3::Bucket',
  clusterarn: 'AWS::ECS::Cluster',
  taskdefinitionarn: 'AWS::ECS::TaskDefinition',
  targetgrouparn: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  loadbalancerarn: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  rolearn: 'AWS::IAM::Role',
  servicerole: 'AWS::IAM::Role',
  taskrolearn: 'AWS::IAM::Role',
  executionrolearn: 'AWS::IAM::Role',
  functionarn: 'AWS::Lambda::Function',
  topicarn: 'AWS::SNS::Topic',
  queuearn: 'AWS::SQS::Queue',
  bucketname: 'AWS::S3::Bucket',
};

/** Ids and names that stand in lists of texts. */
const inLists: Readonly<Record<string, string>> = { subnet: 'AWS::EC2::Subnet', securitygroup: 'AWS::EC2::SecurityGroup', membercluster: 'AWS::ElastiCache::CacheCluster', loadbalancername: 'AWS::ElasticLoadBalancing::LoadBalancer' };

const plain = /^[\w./-]{1,255}$/;

/** Names and ids in an answer of a service, with the type that the member which holds each says. */
export function namedMembers(document: PropertyMap): Reference[] {
  const found: Reference[] = [];
  eachText(document, (path, text) => {
    const group = serviceOfTask(path, text);
    const to = group ?? text;
    const target = group === undefined ? targetAt(path, text) : 'AWS::ECS::Service';
    if (target === undefined || !plain.test(to) || hasSymbol(to)) return;
    // Keys are named by alias in the same members, and AWS's own keys are everywhere.
    if (target === 'AWS::KMS::Key' && to.startsWith('alias/')) return;
    found.push({ path, to, target });
  });
  return found;
}

/** The group of a task of ECS that a service started. */
const serviceOfTask = (path: string, text: string): string | undefined => (/^group$/i.test(path) ? /^service:([\w-]{1,255})$/.exec(text)?.[1] : undefined);

function targetAt(path: string, text: string): string | undefined {
  const last = path.slice(path.lastIndexOf('.') + 1);
  const member = spelling(last);
  if (Object.hasOwn(types, member)) return types[member];
  if (last.endsWith('[]') && Object.hasOwn(inLists, member)) return inLists[member];
  // Security groups are mere groups in the answers of EC2; others have groups too.
  return member === 'groupid' && text.startsWith('sg-') ? 'AWS::EC2::SecurityGroup' : undefined;
}
