import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { onDemandCapacity } from '../remedies/on-demand-capacity.ts';
import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const replicas = 'Replicas: [{ Region: us-east-1 }, { Region: eu-west-1 }]';

export const dataDdbCapacity = rule({
  id: 'data-ddb-capacity',
  title: 'DynamoDB replica throttles when traffic moves to it',
  on: 'dynamodb-table',
  needs: ['billingMode', 'replicaRegions', 'replicas'],
  severity: severities('-/M/H/H'),
  why: 'Write capacity must carry local and replicated writes in every region, and a fixed read capacity meant for a standby cannot carry all readers.',
  fix: 'Use on-demand capacity, or auto scaling for writes and for the reads of every replica; raise table and account quotas in the target region and warm the table before moving traffic.',
  effect: 'No effect on RPO as long as writes replicate; where replicated writes are throttled as well, the replica falls behind and RPO grows with it. After the failover requests are throttled, and RTO lasts until capacity has been raised.',
  remedy: onDemandCapacity,
  links: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html'],
  examples: {
    gap: [
      { name: 'reads of the replica are fixed', home: yaml`
        Orders:
          Type: AWS::DynamoDB::GlobalTable
          Properties:
            BillingMode: PROVISIONED
            WriteProvisionedThroughputSettings: { WriteCapacityAutoScalingSettings: { MinCapacity: 5, MaxCapacity: 500, TargetTrackingScalingPolicyConfiguration: { TargetValue: 70 } } }
            Replicas:
              - Region: us-east-1
              - { Region: eu-west-1, ReadProvisionedThroughputSettings: { ReadCapacityUnits: 5 } }
      ` },
    ],
    ready: [
      { home: yaml`
        Orders:
          Type: AWS::DynamoDB::GlobalTable
          Properties: { BillingMode: PAY_PER_REQUEST, ${replicas} }
      ` },
    ],
    unknown: [
      { home: yaml`
        Orders:
          Type: AWS::DynamoDB::GlobalTable
          Properties: { BillingMode: '{{resolve:ssm:/orders/mode}}', ${replicas} }
      ` },
    ],
  },

  /** A table without a replica in the target is data-ddb-no-replica's business. */
  check(table, { intent: { target }, graph }) {
    const { name, attributes } = table;
    if (!attributes.replicaRegions.includes(target)) return undefined;
    if (attributes.billingMode === 'PAY_PER_REQUEST') return ready();
    const replica = attributes.replicas.find(({ region }) => region === target);
    if (replica?.readCapacity !== undefined && replica.readScaling !== true) return gap(`The replica of ${name} in ${target} has a fixed read capacity of ${replica.readCapacity} units.`);
    if (attributes.writeScaling === false) return gap(`${name} has a fixed write capacity, which its replica in ${target} shares.`);
    if (attributes.writeScaling === true || scalesWrites(graph, table)) return ready();
    return unknown(`${name} has provisioned capacity; whether auto scaling adjusts it nobody told us.`, { ask: 'application-autoscaling:DescribeScalableTargets for the table in both regions.' });
  },
});

/** A scalable target of its own adjusts the table's write capacity. */
function scalesWrites(graph: EstateView, { id }: Resource): boolean {
  return graph.in(id, 'limits').some(({ from }) => {
    const target = graph.resource(from);
    return target?.kind === 'scalable-target' && target.attributes.dimension === 'dynamodb:table:WriteCapacityUnits';
  });
}
