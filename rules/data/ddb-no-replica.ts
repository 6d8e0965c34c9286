import { dynamodbReplica } from '../remedies/dynamodb-replica.ts';
import { rule } from '../rule.ts';
import { copiedByBackup } from '../support/backup-copies.ts';
import { copyingPlan } from '../support/copying-plan.ts';
import { replicatedInto } from '../support/regions-held.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';

export const dataDdbNoReplica = rule({
  id: 'data-ddb-no-replica',
  title: 'DynamoDB table has no replica in the target region',
  on: 'dynamodb-table',
  needs: ['replicaRegions'],
  severity: severities('H/C/C/C'),
  why: 'Failover starts with the data. A table without a replica must first be restored from a backup, which takes hours and loses everything since.',
  fix: 'Add a replica in the target region (AWS::DynamoDB::GlobalTable, taken over by import and not by replacement; streams are turned on by themselves). Give it a key of that region if the table uses a customer managed one, switch on point-in-time recovery for the replica, and alarm on ReplicationLatency.',
  effect: {
    otherwise: 'RPO is everything since the last backup that was copied to the target, or all of it, and RTO the restore, which is hours for a large table. A replica lags by about a second and takes requests as soon as traffic is routed to it.',
    'backup-restore': 'RPO is everything, since neither a replica nor a copied backup is in the target. With copied backups it is their interval, and RTO the time of the restore.',
  },
  remedy: dynamodbReplica,
  links: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html'],
  examples: {
    gap: [
      { home: yaml`
        Orders:
          Type: AWS::DynamoDB::Table
          Properties: { TableName: orders }
      ` },
      { name: 'the same table declared in both regions holds different data', home: yaml`
        Orders:
          Type: AWS::DynamoDB::Table
          Properties: { TableName: orders }
      `, target: yaml`
        Orders:
          Type: AWS::DynamoDB::Table
          Properties: { TableName: orders }
      ` },
      { name: 'a witness serves no reads', home: yaml`
        Orders:
          Type: AWS::DynamoDB::GlobalTable
          Properties:
            MultiRegionConsistency: STRONG
            Replicas: [{ Region: us-east-1 }, { Region: us-east-2 }]
            GlobalTableWitnesses: [{ Region: us-west-2 }]
      `, targetRegion: 'us-west-2' },
    ],
    ready: [
      { home: yaml`
        Orders:
          Type: AWS::DynamoDB::GlobalTable
          Properties:
            Replicas: [{ Region: us-east-1 }, { Region: eu-west-1 }]
      ` },
      { name: 'backups are copied', strategy: 'backup-restore', home: `${yaml`
        Orders:
          Type: AWS::DynamoDB::Table
          Properties: { Tags: [{ Key: backup, Value: daily }] }
      `}\n${copyingPlan}` },
    ],
    unknown: [
      { name: 'the regions depend on deployment', home: yaml`
        Orders:
          Type: AWS::DynamoDB::GlobalTable
          Properties:
            Replicas: [{ Region: us-east-1 }, { Region: !ImportValue second-region }]
      ` },
    ],
    exempt: [
      { home: yaml`
        Sessions:
          Type: AWS::DynamoDB::Table
          Properties:
            Tags: [{ Key: mr:data-class, Value: session-disposable }]
      ` },
    ],
  },

  check(table, context) {
    const { name, attributes } = table;
    const { target } = context.intent;
    const remark = attributes.witnessRegion === target ? `${target} holds only its witness, which serves no reads or writes.` : '';
    const replicated = replicatedInto({ name, regions: attributes.replicaRegions, target, remark });
    return replicated.state === 'ready' ? replicated : (copiedByBackup(table, context) ?? replicated);
  },
});
