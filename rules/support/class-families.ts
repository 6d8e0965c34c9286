import type { KindId, Resource } from '../../model/resource.ts';

/** Family of the class tables for the kinds whose resources have an instance or node class. */
const families = {
  'autoscaling-group': 'ec2',
  'ec2-instance': 'ec2',
  'eks-nodegroup': 'ec2',
  'launch-template': 'ec2',
  'docdb-instance': 'docdb',
  'elasticache-replication-group': 'elasticache',
  'memorydb-cluster': 'memorydb',
  'mq-broker': 'mq',
  'msk-cluster': 'kafka',
  'neptune-instance': 'neptune',
  'opensearch-domain': 'opensearch',
  'rds-cluster': 'rds-cluster',
  'rds-instance': 'rds',
  'redshift-cluster': 'redshift',
} as const satisfies Partial<Record<KindId, string>>;
export type ClassedKind = keyof typeof families;

export const classedKinds = Object.keys(families) as readonly ClassedKind[];

/** Family in the class tables: rds:postgres, ec2; undefined for databases whose engine nobody told. */
export function classFamilyOf(resource: Resource): string | undefined {
  const family = families[resource.kind as ClassedKind];
  if (resource.kind !== 'rds-instance' && resource.kind !== 'rds-cluster') return family;
  const { engine } = resource.attributes;
  return engine === undefined ? undefined : `${family}:${engine}`;
}

/** Whether one of the classes is enough: groups start whichever of their list they can have. */
export function hasChoice({ kind }: Resource): boolean {
  return kind === 'autoscaling-group' || kind === 'eks-nodegroup';
}
