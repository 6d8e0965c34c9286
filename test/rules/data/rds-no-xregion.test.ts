import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strategies } from '../../../model/intent.ts';
import { dataRdsNoXregion } from '../../../rules/data/rds-no-xregion.ts';
import { yaml } from '../../../rules/support/yaml.ts';
import { runExample, statesOf } from '../../support/run-example.ts';

const source = (rest = ''): string => yaml`
  Orders:
    Type: AWS::RDS::DBInstance
    Properties: { DBInstanceIdentifier: orders, Engine: mysql${rest} }
`;
const replica = yaml`
  Replica:
    Type: AWS::RDS::DBInstance
    Properties: { DBInstanceIdentifier: orders-replica, SourceDBInstanceIdentifier: 'arn:aws:rds:us-east-1:111122223333:db:orders' }
`;

describe('data-rds-no-xregion', () => {
  it('takes replicated backups for what each strategy can do with them', () => {
    const states = strategies.map((strategy) => statesOf(dataRdsNoXregion, { home: source(', AutomaticBackupReplicationRegion: eu-west-1'), strategy }));
    assert.deepEqual(states, [['ready orders'], ['unknown orders'], ['gap orders'], ['gap orders']]);
  });

  it('takes a read replica for every strategy, and judges the source and not the replica', () => {
    for (const strategy of strategies) assert.deepEqual(statesOf(dataRdsNoXregion, { home: source(), target: replica, strategy }), ['ready orders']);
  });

  it('exempts a replica that stays at home, and names the regions of those that do not', () => {
    assert.deepEqual(statesOf(dataRdsNoXregion, { home: `${source()}\n${replica}` }), ['gap orders', 'exempt orders-replica']);
    const [judged] = runExample(dataRdsNoXregion, { home: source(), target: replica, targetRegion: 'eu-central-1' });
    assert.equal(judged?.state, 'ready');
  });

  it('leaves Aurora alone', () => {
    assert.deepEqual(statesOf(dataRdsNoXregion, { home: source().replace('mysql', 'aurora-mysql') }), []);
  });
});
