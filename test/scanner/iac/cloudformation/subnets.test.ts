import assert from 'node:assert/strict';
import { test } from 'node:test';
import { subnets } from '../../../../scanner/iac/cloudformation/subnets.ts';

test('IPv4 and IPv6 blocks are divided as Fn::Cidr divides them', () => {
  assert.deepEqual(subnets('192.168.0.0/24', 6, 5), [0, 32, 64, 96, 128, 160].map((host) => `192.168.0.${host}/27`));
  assert.deepEqual(subnets('10.0.77.0/16', 2), ['10.0.0.0/24', '10.0.1.0/24']);
  assert.deepEqual(subnets('2001:db8:1234:1a00::/56', 2, 64), ['2001:db8:1234:1a00::/64', '2001:db8:1234:1a01::/64']);
  assert.deepEqual(subnets('10.0.0.0/16', 1, 16), ['10.0.0.0/16']);
});

test('what cannot be divided has no answer', () => {
  for (const [block, count, bits] of [['10.0.0.0/24', 5, 6], ['10.0.0.0', 1, 8], ['10.0.0/16', 1, 8], ['::ffff:1.2.3.4/96', 1, 8], ['10.0.0.0/16', 0, 8], ['10.0.0.0/16', 257, 4], ['10.0.0.0/16', 1, 17], ['x/8', 1, 8], ['10.0.0.0/16', 1.5, 8]] as const) {
    assert.equal(subnets(block, count, bits), undefined, `${block} ${count} ${bits}`);
  }
});
