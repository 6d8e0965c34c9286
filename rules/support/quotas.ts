import type { EstateView } from '../../graph/view.ts';
import type { KindId, Resource } from '../../model/resource.ts';
import { ofTypes } from './by-type.ts';

/** A quota that counts what the estate has, as Service Quotas names it. */
export interface CountedQuota {
  /** service/code, as offers name it. */
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  /** Kinds that count, or a type without a kind. */
  readonly of: readonly KindId[] | string;
  /** What one resource counts for, 1 if not given; undefined where nobody told us. */
  weight?(resource: Resource): number | undefined;
}

/** Codes and names as `servicequotas:ListServiceQuotas` gives them (gruntwork-io/terraform-aws-utilities lists them, AWS documents those of EC2 and VPC). */
export const countedQuotas: readonly CountedQuota[] = [
  { code: 'ec2/L-1216C47A', title: 'Running On-Demand Standard instances', unit: 'vCPUs', of: ['autoscaling-group', 'ec2-instance', 'eks-nodegroup'], weight: standardCpus },
  { code: 'ec2/L-0263D0A3', title: 'Elastic IP addresses', unit: 'addresses', of: 'AWS::EC2::EIP' },
  { code: 'vpc/L-F678F1CE', title: 'VPCs', unit: 'VPCs', of: ['vpc'] },
  { code: 'autoscaling/L-CDE20ADC', title: 'Auto Scaling groups', unit: 'groups', of: ['autoscaling-group'] },
  { code: 'elasticloadbalancing/L-53DA6B97', title: 'Application Load Balancers', unit: 'load balancers', of: ['load-balancer'], weight: ofType('application') },
  { code: 'elasticloadbalancing/L-69A177A2', title: 'Network Load Balancers', unit: 'load balancers', of: ['load-balancer'], weight: ofType('network') },
  { code: 'elasticloadbalancing/L-B22855CB', title: 'Target groups', unit: 'target groups', of: ['target-group'] },
  { code: 'lambda/L-B99A9384', title: 'Concurrent executions', unit: 'reserved executions', of: ['lambda-function'], weight: reserved },
  { code: 'dynamodb/L-F98FE922', title: 'DynamoDB tables', unit: 'tables', of: ['dynamodb-table'] },
  { code: 'rds/L-7B6409FD', title: 'DB instances', unit: 'instances', of: ['rds-instance'] },
  { code: 'rds/L-952B80B8', title: 'DB clusters', unit: 'clusters', of: ['rds-cluster'] },
  { code: 'elasticache/L-BBCDAECC', title: 'Serverless caches', unit: 'caches', of: ['elasticache-serverless-cache'] },
  { code: 'elasticfilesystem/L-848C634D', title: 'File systems', unit: 'file systems', of: ['efs-file-system'] },
  { code: 'eks/L-1194D53C', title: 'EKS clusters', unit: 'clusters', of: ['eks-cluster'] },
  { code: 'ecs/L-21C621EB', title: 'ECS clusters', unit: 'clusters', of: ['ecs-cluster'] },
  { code: 'ecr/L-CFEB8E8D', title: 'Repositories', unit: 'repositories', of: ['ecr-repository'] },
  { code: 'es/L-076D529E', title: 'OpenSearch domains', unit: 'domains', of: ['opensearch-domain'] },
  { code: 'events/L-658A4FD9', title: 'Event buses', unit: 'buses', of: ['events-bus'] },
  { code: 'cognito-idp/L-66E6DF30', title: 'User pools', unit: 'user pools', of: ['cognito-user-pool'] },
];

/** What counts towards a quota at a place: the sum as far as it is told, and whether all of it was. */
export function usageOf(view: EstateView, { of, weight }: CountedQuota, at: { readonly account: string; readonly region: string }): { readonly used: number; readonly complete: boolean } {
  const all: readonly Resource[] = typeof of === 'string' ? ofTypes(view, of) : of.flatMap((kind) => view.ofKind(kind) as readonly Resource[]);
  let used = 0;
  let complete = true;
  for (const resource of all) {
    if (resource.region !== at.region || (resource.account !== undefined && at.account !== '' && resource.account !== at.account)) continue;
    const counts = weight === undefined ? 1 : weight(resource);
    used += counts ?? 0;
    complete &&= counts !== undefined;
  }
  return { used, complete };
}

function ofType(type: string): (resource: Resource) => number | undefined {
  return (resource) => (resource.kind === 'load-balancer' && resource.attributes.type !== undefined ? Number(resource.attributes.type === type) : undefined);
}

/** Functions without a reservation share what is left; how much they take is no fact of the estate. */
function reserved(resource: Resource): number | undefined {
  return resource.kind === 'lambda-function' && resource.attributes.reservedConcurrency !== undefined && resource.attributes.reservedConcurrency >= 0 ? resource.attributes.reservedConcurrency : undefined;
}

/** Families A, C, D, H, I, M, R, T and Z count towards the Standard quota; sizes have the same vCPUs in nearly all of them. */
function standardCpus(resource: Resource): number | undefined {
  const { instanceClasses, desiredCapacity, maxCapacity } = resource.attributes as { readonly instanceClasses?: readonly string[]; readonly desiredCapacity?: number; readonly maxCapacity?: number };
  const count = resource.kind === 'ec2-instance' ? 1 : Math.max(desiredCapacity ?? 0, maxCapacity ?? 0);
  if (instanceClasses === undefined || instanceClasses.length === 0) return undefined;
  const each = instanceClasses.map(cpusOf);
  return each.includes(undefined) ? undefined : count * Math.min(...each.map((cpus) => cpus ?? 0));
}

function cpusOf(name: string): number | undefined {
  if (!/^(?:[acdhmrtz]\d|i\d|im\d|is\d)/.test(name)) return /^[a-z]/.test(name) ? 0 : undefined;
  const size = name.split('.').at(-1) ?? '';
  if (size === 'large') return 2;
  const multiple = /^(\d{0,3})xlarge$/.exec(size)?.[1];
  if (multiple !== undefined) return 4 * (multiple === '' ? 1 : Number(multiple));
  if (!['nano', 'micro', 'small', 'medium'].includes(size)) return undefined;
  // Burstable sizes have two, except for the small ones of T2.
  return name.startsWith('t') && (!name.startsWith('t2.') || size === 'medium') ? 2 : 1;
}
