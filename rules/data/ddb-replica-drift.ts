import { ddbReplicaSettings } from '../remedies/ddb-replica-settings.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const orders = (here: string, there: string): string => yaml`
  Orders:
    Type: AWS::DynamoDB::GlobalTable
    Properties:
      Replicas:
        - { Region: us-east-1${here} }
        - { Region: eu-west-1${there} }
`;
const recovery = ', PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }';

export const dataDdbReplicaDrift = rule({
  id: 'data-ddb-replica-drift',
  title: 'DynamoDB replica lacks settings that never synchronise',
  on: 'dynamodb-table',
  needs: ['replicas'],
  severity: severities('L/M/H/H'),
  why: 'Point-in-time recovery, deletion protection and what consumes the change stream are set replica by replica. Without them the replica is unprotected, or nothing reacts to its changes, from the moment it takes over.',
  fix: 'Set point-in-time recovery, deletion protection, the Kinesis destination, Contributor Insights, tags and resource policy for the replica as for the home table.',
  effect: 'RPO for corruption and deletion is everything where the replica has no point-in-time recovery. RTO grows by setting up what is missing, for as long as consumers of its changes stand still.',
  remedy: ddbReplicaSettings,
  links: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html'],
  examples: {
    gap: [
      { name: 'the replica cannot be recovered to a point in time', home: orders(recovery, '') },
      { name: 'neither can', home: orders('', '') },
      { name: 'changes go nowhere', home: orders(`${recovery}, KinesisStreamSpecification: { StreamArn: 'arn:aws:kinesis:us-east-1:111122223333:stream/orders' }`, recovery) },
    ],
    ready: [{ home: orders(recovery, recovery) }],
    unknown: [{ home: orders(recovery, ", PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: '{{resolve:ssm:/orders/recovery}}' }") }],
  },

  /** A table without a replica in the target is data-ddb-no-replica's business. */
  check(table, { intent: { target } }) {
    const { name, attributes } = table;
    const replica = attributes.replicas.find(({ region }) => region === target);
    if (replica === undefined) return undefined;
    const lacking = [
      ...(replica.pointInTimeRecovery === false ? ['point-in-time recovery'] : []),
      ...(replica.deletionProtection === false && attributes.deletionProtection === true ? ['deletion protection'] : []),
      ...(replica.kinesisStream === undefined && attributes.kinesisStream !== undefined ? ['a Kinesis destination'] : []),
      ...(replica.contributorInsights === false && attributes.contributorInsights === true ? ['Contributor Insights'] : []),
    ];
    if (lacking.length > 0) return gap(`The replica of ${name} in ${target} has no ${listed(lacking)}.`);
    return replica.pointInTimeRecovery === undefined ? unknown(`Nobody told us whether the replica of ${name} in ${target} can be recovered to a point in time.`) : ready();
  },
});
