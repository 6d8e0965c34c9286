import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ResourceOf } from '../../../graph/view.ts';
import type { Intent } from '../../../model/intent.ts';
import { rdsReplica } from '../../../rules/remedies/rds-replica.ts';
import { resource } from '../../support/facts.ts';

const intent: Intent = { home: ['us-east-1'], target: 'eu-west-1', strategy: 'warm-standby', services: {}, exemptions: [], today: '2026-11-21' };
const limitsOf = (engine: string): string => {
  const database = { ...resource('ledger', { kind: 'rds-instance', resourceType: 'AWS::RDS::DBInstance', attributes: { engine } }), name: 'ledger', tags: {}, sources: [{ scanner: 'cloudformation' }] } as unknown as ResourceOf<'rds-instance'>;
  return (rdsReplica(database, { intent } as never)?.limits ?? assert.fail('no remedy')).join(' ');
};

describe('a read replica as a remedy', () => {
  it('says of which editions there are none', () => {
    for (const engine of ['oracle-se2', 'sqlserver-se', 'sqlserver-web']) assert.match(limitsOf(engine), /Enterprise Edition only/, engine);
    for (const engine of ['postgres', 'oracle-ee', 'oracle-ee-cdb', 'sqlserver-ee']) assert.doesNotMatch(limitsOf(engine), /Enterprise/, engine);
  });
});
