import assert from 'node:assert/strict';
import { it } from 'node:test';
import { buildEstate } from '../../graph/build.ts';
import { peers } from '../../graph/queries/peer.ts';
import { viewOf } from '../../graph/view.ts';
import { resource } from '../support/facts.ts';

const queue = (name: string, stack: string, region: string) =>
  resource(`cloudformation:${stack}/${region}/Queue`, { resourceType: 'AWS::SQS::Queue', name, stack, region, source: { scanner: 'cloudformation', file: `${stack}.yaml`, path: 'Resources.Queue' } });
const peersOf = (...[own, other]: readonly [ReturnType<typeof queue>, ReturnType<typeof queue>]): number => {
  const view = viewOf(buildEstate([own, other]));
  const found = view.resource(own.id);
  assert.ok(found);
  return peers(view, found, 'eu-west-1').length;
};

it('takes logical ids for names only within stacks that are named alike', () => {
  assert.equal(peersOf(queue('Queue', 'orders-us-east-1', 'us-east-1'), queue('Queue', 'orders-eu-west-1', 'eu-west-1')), 1);
  assert.equal(peersOf(queue('Queue', 'orders', 'us-east-1'), queue('Queue', 'payments', 'eu-west-1')), 0);
  assert.equal(peersOf(queue('jobs-use1', 'orders', 'us-east-1'), queue('jobs-euw1', 'payments', 'eu-west-1')), 1);
});
