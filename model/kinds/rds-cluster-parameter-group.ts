import { z } from 'zod';
import { kind } from '../kind.ts';
import { managedRpo } from '../managed-rpo.ts';
import { propertiesOf, type Properties } from '../properties.ts';

/** What runs is asked through the clusters that use it: the probe of rds-cluster asks for the one parameter of each cluster's group. */
export const rdsClusterParameterGroup = kind({
  id: 'rds-cluster-parameter-group',
  title: 'RDS DB cluster parameter group',
  traits: ['config'],
  names: { cloudformation: 'AWS::RDS::DBClusterParameterGroup', terraform: ['aws_rds_cluster_parameter_group'] },
  arn: 'arn:{partition}:rds:{region}:{account}:cluster-pg:{name}',
  name: { cloudformation: 'DBClusterParameterGroupName', terraform: 'name' },
  attributes: z.object({
    family: z.string().describe('Parameter group family: aurora-postgresql16'),
    rpoSeconds: z.number().describe('Managed RPO of PostgreSQL global databases, parameter rds.global_db_rpo; 0 where it is not set'),
  }),
  read: {
    cloudformation: (from) => ({ family: from.text('Family'), rpoSeconds: declaredRpo(from) }),
    terraform: (from) => ({ family: from.text('family'), rpoSeconds: managedRpo(from.items('parameter[]'), ['name', 'value']) }),
    describe: (from) => ({ family: from.text('DBParameterGroupFamily'), rpoSeconds: managedRpo(from.items('UserParameters[]'), ['ParameterName', 'ParameterValue']) }),
  },
});

/** CloudFormation has parameters as members, whose names have dots in them. */
function declaredRpo(from: Properties): number | undefined {
  if (from.has('Parameters') === false) return 0;
  const all = from.json('Parameters');
  if (typeof all !== 'object' || all === null || Array.isArray(all)) return undefined;
  return managedRpo(Object.entries(all).map(([name, value]) => propertiesOf({ name, value })), ['name', 'value']);
}
