import type { Reference } from '../../model/fact.ts';
import { itself } from '../../model/linking.ts';
import { properties, type PropertyMap } from '../../model/properties.ts';

/** Services write whose interface it is into its description, some of them only the name. */
const owners: readonly (readonly [description: RegExp, type: string])[] = [
  [/^Interface for NAT Gateway (nat-[0-9a-f]+)$/, 'AWS::EC2::NatGateway'],
  [/^VPC Endpoint Interface (vpce-[0-9a-f]+)$/, 'AWS::EC2::VPCEndpoint'],
  [/^Network Interface for Transit Gateway Attachment (tgw-attach-[0-9a-f]+)$/, 'AWS::EC2::TransitGatewayAttachment'],
  [/^EFS mount target for (fs-[0-9a-f]+) /, 'AWS::EFS::FileSystem'],
  [/^AWS Lambda VPC ENI-([\w-]{1,140}?)(?:-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})?$/, 'AWS::Lambda::Function'],
  [/^ES ([a-z][a-z0-9-]{2,27})$/, 'AWS::OpenSearchService::Domain'],
  [/^ElastiCache ([A-Za-z][\w-]{0,49})$/, 'AWS::ElastiCache::CacheCluster'],
  [/^Amazon EKS ([\w-]{1,100})$/, 'AWS::EKS::Cluster'],
  [/^ELB ([\w-]{1,32})$/, 'AWS::ElasticLoadBalancing::LoadBalancer'],
  [/^ELB ((?:app|net|gwy)\/[\w-]{1,32}\/[0-9a-f]{16})$/, 'AWS::ElasticLoadBalancingV2::LoadBalancer'],
];

interface At {
  readonly partition: string | undefined;
  readonly account: string;
  readonly region: string;
}

/** What a network interface belongs to, as its description says; people write descriptions too, so that it binds only where there is one such thing. */
export function interfaceOwner(document: PropertyMap, { partition = 'aws', account, region }: At): Reference[] {
  const description = properties(document, true).text('Description') ?? '';
  return owners.flatMap(([pattern, target]): Reference[] => {
    const name = pattern.exec(description)?.[1];
    if (name === undefined) return [];
    const from = name.includes('/') ? `arn:${partition}:elasticloadbalancing:${region}:${account}:loadbalancer/${name}` : name;
    return [{ path: 'Description', from, to: itself, edge: 'attaches', target, inferred: true }];
  });
}
