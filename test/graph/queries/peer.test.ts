import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildEstate } from '../../../graph/build.ts';
import { peers } from '../../../graph/queries/peer.ts';
import { viewOf } from '../../../graph/view.ts';
import { resource } from '../../support/facts.ts';

type Named = readonly [name: string, region: string, path?: string];

/** Counterparts in eu-west-1 of the first of the resources. */
function peersOf(...named: readonly Named[]): string[] {
  const facts = named.map(([name, region, path], index) => resource(`r/${index}`, { name, region, source: { scanner: 'terraform-hcl', file: 'main.tf', path: path ?? `aws_thing.r${index}` } }));
  const view = viewOf(buildEstate(facts));
  const first = view.resource('r/0');
  assert.ok(first);
  return peers(view, first, 'eu-west-1').map(({ resource: { name } }) => name);
}

describe('peers by the part that a region plays', () => {
  it('are told by name', () => {
    assert.deepEqual(peersOf(['primary-app-alb', 'us-east-1'], ['dr-app-alb', 'eu-west-1']), ['dr-app-alb']);
    assert.deepEqual(peersOf(['/primary/db/password', 'us-east-1'], ['/dr/db/password', 'eu-west-1']), ['/dr/db/password']);
    assert.deepEqual(peersOf(['orders', 'us-east-1'], ['ordersStandby', 'eu-west-1']), ['ordersStandby']);
  });

  it('are told by the address of what has no name of its own', () => {
    assert.deepEqual(peersOf(['a', 'us-east-1', 'aws_vpc.primary'], ['b', 'eu-west-1', 'aws_vpc.dr']), ['b']);
    assert.deepEqual(peersOf(['app_asg', 'us-east-1', 'module.web.aws_thing.app_asg'], ['failover-group', 'eu-west-1', 'module.web.aws_thing.dr_app_asg']), ['failover-group']);
  });

  it('are none where two could be meant, where no word says so, or where nothing else is left of the name', () => {
    assert.deepEqual(peersOf(['primary-app', 'us-east-1'], ['dr-app', 'eu-west-1'], ['standby-app', 'eu-west-1']), []);
    assert.deepEqual(peersOf(['primary', 'us-east-1'], ['secondary', 'eu-west-1']), []);
    assert.deepEqual(peersOf(['drive-app', 'us-east-1'], ['app', 'eu-west-1']), []);
  });
});

describe('peers of what an inventory alone tells', () => {
  const live = (name: string, region: string) => resource(`r/${name}/${region}`, { name, region, source: { scanner: 'config' } });

  it('are told by name: it has no address in a template', () => {
    const view = viewOf(buildEstate([live('orders', 'us-east-1'), live('stock', 'us-east-1'), live('orders', 'eu-west-1'), live('mail', 'eu-west-1')]));
    const found = ['orders', 'stock'].map((name) => peers(view, view.resource(`r/${name}/us-east-1`) as never, 'eu-west-1').map(({ resource: { id }, basis }) => [id, basis]));
    assert.deepEqual(found, [[['r/orders/eu-west-1', 'same-name']], []]);
  });
});
