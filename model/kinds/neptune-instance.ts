import { z } from 'zod';
import { kind } from '../kind.ts';
import { inbound } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, setOf } from '../reading.ts';

export const neptuneInstance = kind({
  id: 'neptune-instance',
  title: 'Neptune instance',
  traits: [],
  names: { cloudformation: 'AWS::Neptune::DBInstance', terraform: ['aws_neptune_cluster_instance'] },
  arn: 'arn:{partition}:rds:{region}:{account}:db:{name}',
  name: { cloudformation: 'DBInstanceIdentifier', terraform: 'identifier' },
  hosts: ['{name}.*.{region}.neptune.{suffix}'],
  attributes: z.object({
    instanceClasses: z.array(z.string()).describe('Instance class, as a list of one'),
    cluster: z.string().describe('Cluster that it is a member of: identifier or symbol'),
    availabilityZone: z.string().describe('Availability Zone that it is placed in by name'),
  }),
  read: {
    cloudformation: declared,
    terraform: (from) => ({
      instanceClasses: setOf(from.texts('instance_class')),
      cluster: filled(from.text('cluster_identifier')),
      availabilityZone: filled(from.text('availability_zone')),
    }),
    describe: declared,
  },
  references: ({ cluster }) => inbound('contains', cluster, 'AWS::Neptune::DBCluster'),
});

/** The service answers with the members that the template has. */
function declared(from: Properties) {
  return {
    instanceClasses: setOf(from.texts('DBInstanceClass')),
    cluster: filled(from.text('DBClusterIdentifier')),
    availabilityZone: filled(from.text('AvailabilityZone')),
  };
}
