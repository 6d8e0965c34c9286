import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, usesRoles } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled } from '../reading.ts';

export const scalableTarget = kind({
  id: 'scalable-target',
  title: 'Application Auto Scaling target',
  traits: ['operations'],
  names: { cloudformation: 'AWS::ApplicationAutoScaling::ScalableTarget', terraform: ['aws_appautoscaling_target'] },
  name: {},
  attributes: z.object({
    service: z.string().describe('Service namespace: dynamodb, ecs, rds, lambda …'),
    resource: z.string().describe('What is scaled, as the service names it: table/orders, service/cluster/name'),
    dimension: z.string().describe('Scalable dimension: dynamodb:table:WriteCapacityUnits, ecs:service:DesiredCount …'),
    minCapacity: z.number().describe('Least capacity'),
    maxCapacity: z.number().describe('Most capacity'),
    role: z.string().describe('Role that it scales with'),
  }),
  read: {
    cloudformation: declared,
    terraform: (from) => ({
      service: from.text('service_namespace'),
      resource: from.text('resource_id'),
      dimension: from.text('scalable_dimension'),
      minCapacity: from.count('min_capacity'),
      maxCapacity: from.count('max_capacity'),
      role: filled(from.text('role_arn')),
    }),
    describe: declared,
  },
  references: ({ resource, role }) => [...edges('attaches', ...scaledBy(resource)), ...usesRoles(role)],
});

/** The service answers with the members that the template has. */
function declared(from: Properties) {
  return {
    service: from.text('ServiceNamespace'),
    resource: from.text('ResourceId'),
    dimension: from.text('ScalableDimension'),
    minCapacity: from.count('MinCapacity'),
    maxCapacity: from.count('MaxCapacity'),
    role: filled(from.text('RoleARN')),
  };
}

/** A name, or a symbol with what stands around it. */
const name = '((?:⟦[^⟧]*⟧|[^/:⟦])+)';

/** How services name what is scaled, and the type of it. */
const scaled: readonly (readonly [pattern: RegExp, type: string])[] = [
  [new RegExp(`^table/${name}`), 'AWS::DynamoDB::Table'],
  [new RegExp(`^service/(?:⟦[^⟧]*⟧|[^/⟦])+/${name}$`), 'AWS::ECS::Service'],
  [new RegExp(`^cluster:${name}$`), 'AWS::RDS::DBCluster'],
  [new RegExp(`^function:${name}`), 'AWS::Lambda::Function'],
  [new RegExp(`^replication-group/${name}$`), 'AWS::ElastiCache::ReplicationGroup'],
];

function scaledBy(resource: string | undefined): [to: string | undefined, target?: string] {
  for (const [pattern, type] of scaled) {
    const found = pattern.exec(resource ?? '')?.[1];
    if (found !== undefined) return [found, type];
  }
  return [undefined];
}
