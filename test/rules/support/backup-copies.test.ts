import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dataDdbNoReplica } from '../../../rules/data/ddb-no-replica.ts';
import { dataRdsNoXregion } from '../../../rules/data/rds-no-xregion.ts';
import { yaml } from '../../../rules/support/yaml.ts';
import { statesOf } from '../../support/run-example.ts';

const table = yaml`
  Orders:
    Type: AWS::DynamoDB::Table
    Properties: { TableName: orders, Tags: [{ Key: backup, Value: daily }] }
`;
const plan = (selection: string, vault = 'arn:aws:backup:eu-west-1:111122223333:backup-vault:main'): string => yaml`
  Plan:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: daily
        BackupPlanRule: [{ RuleName: daily, TargetBackupVault: main, CopyActions: [{ DestinationBackupVaultArn: '${vault}' }] }]
  Selection:
    Type: AWS::Backup::BackupSelection
    Properties: { BackupPlanId: !Ref Plan, BackupSelection: { ${selection} } }
`;
const daily = 'ListOfTags: [{ ConditionType: STRINGEQUALS, ConditionKey: backup, ConditionValue: daily }]';

describe('copies that AWS Backup makes', () => {
  const judged = (selection: string, vault?: string): string[] => statesOf(dataDdbNoReplica, { home: `${table}\n${plan(selection, vault)}`, strategy: 'backup-restore' });

  it('count where the plan selects the store by reference, pattern or tag', () => {
    assert.deepEqual(judged('Resources: [!GetAtt Orders.Arn]'), ['ready orders']);
    assert.deepEqual(judged("Resources: ['arn:aws:dynamodb:*:*:table/*']"), ['ready orders']);
    assert.deepEqual(judged(daily), ['ready orders']);
    assert.deepEqual(judged(`Resources: ['arn:aws:dynamodb:*:*:table/*'], ${daily}`), ['ready orders']);
  });

  it('do not count where it selects others, or where a condition leaves the store out', () => {
    assert.deepEqual(judged("Resources: ['arn:aws:rds:*:*:db:*']"), ['gap orders']);
    assert.deepEqual(judged(daily.replace('daily', 'weekly').replace('ConditionValue: daily', 'ConditionValue: weekly')), ['gap orders']);
    assert.deepEqual(judged(`Resources: ['arn:aws:rds:*:*:db:*'], ${daily}`), ['gap orders']);
    const when = (operator: string, value: string): string => `Resources: ['*'], Conditions: { ${operator}: [{ ConditionKey: aws:ResourceTag/backup, ConditionValue: ${value} }] }`;
    assert.deepEqual([when('StringEquals', 'gold'), when('StringNotLike', 'da*'), when('StringEquals', 'daily'), when('StringLike', 'da*'), when('StringNotEquals', 'gold')].map((each) => judged(each)[0]), [
      'gap orders', 'gap orders', 'ready orders', 'ready orders', 'ready orders',
    ]);
    assert.deepEqual(judged("Resources: ['*'], NotResources: ['arn:aws:dynamodb:*:*:table/*']"), ['gap orders']);
  });

  it('count for the region of the vault only, and are unknown where nobody told it', () => {
    assert.deepEqual(judged(daily, 'arn:aws:backup:eu-central-1:111122223333:backup-vault:main'), ['gap orders']);
    assert.deepEqual(judged(daily, '{{resolve:ssm:/vault}}'), ['unknown orders']);
  });

  it('count for backup & restore only', () => {
    assert.deepEqual(statesOf(dataDdbNoReplica, { home: `${table}\n${plan(daily)}`, strategy: 'warm-standby' }), ['gap orders']);
  });

  it('do not exist for Multi-AZ DB clusters', () => {
    const cluster = (engine: string): string => `${yaml`
      Orders:
        Type: AWS::RDS::DBCluster
        Properties: { Engine: ${engine} }
    `}\n${plan("Resources: ['*']")}`;
    assert.deepEqual(statesOf(dataRdsNoXregion, { home: cluster('postgres'), strategy: 'backup-restore' }), ['gap Orders']);
  });
});
