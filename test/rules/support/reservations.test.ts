import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Offer } from '../../../model/fact.ts';
import { reservedIn } from '../../../rules/support/reservations.ts';
import { viewOfExample } from '../../support/run-example.ts';

const topic = 'Topic:\n  Type: AWS::SNS::Topic';
const reservation = (name: string, count: number, matching: string): string =>
  `${name}:\n  Type: AWS::EC2::CapacityReservation\n  Properties: { InstanceType: m7g.large, InstancePlatform: Linux/UNIX, InstanceCount: ${count}, InstanceMatchCriteria: ${matching} }`;
const offer: Offer = { type: 'offer', region: 'eu-west-1', what: 'reserved:111122223333/m7g.large', available: true, value: 9, source: { scanner: 'ec2' } };
const wanted = { region: 'eu-west-1', account: '111122223333', classes: ['m7g.large'], targeted: false };

it('reserved capacity is what reservations hold, targeted ones for who names them; without any, what a scan counted', () => {
  const declared = viewOfExample({ home: topic, target: `${reservation('A', 3, 'open')}\n${reservation('B', 4, 'targeted')}`, learned: [offer] });
  assert.equal(reservedIn(declared, wanted), 3);
  assert.equal(reservedIn(declared, { ...wanted, targeted: true }), 7);
  assert.equal(reservedIn(declared, { ...wanted, classes: ['c7g.large'] }), 0);
  const counted = viewOfExample({ home: topic, learned: [offer] });
  assert.equal(reservedIn(counted, wanted), 9);
  assert.equal(reservedIn(counted, { ...wanted, account: undefined }), 0);
});
