import type { MakeRemedy } from '../remedy.ts';
import { homeOf, logicalId, nameLimit } from './words.ts';

const nothing = { Ref: 'AWS::NoValue' };

/** Capacity on demand, for the table and every replica. */
export const onDemandCapacity: MakeRemedy = (table, { intent: { home } }) => {
  if (table.kind !== 'dynamodb-table') return undefined;
  const { name, attributes: { replicas = [] } } = table;
  const region = homeOf(table, home);
  const regions = [...new Set([region, ...replicas.flatMap((each) => each.region ?? [])])];
  return {
    title: `Let ${name} take capacity on demand`,
    cloudformation: [{
      region, merge: true, note: `merge these properties into the table ${name}`,
      resources: { [logicalId(name)]: { Type: 'AWS::DynamoDB::GlobalTable', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { BillingMode: 'PAY_PER_REQUEST', WriteProvisionedThroughputSettings: nothing, Replicas: regions.map((Region) => ({ Region, ReadProvisionedThroughputSettings: nothing })) } } },
    }],
    cli: [{ region, words: ['dynamodb', 'update-table', '--table-name', name, '--billing-mode', 'PAY_PER_REQUEST'] }],
    limits: [...nameLimit(table), 'A table changes its mode a few times a day at most. Steady load is cheaper provisioned, with auto scaling of writes and of the reads of every replica.', 'Terraform: set billing_mode and take the capacities out.'],
  };
};
