import assert from 'node:assert/strict';
import { it } from 'node:test';
import { buildEstate } from '../../../graph/build.ts';
import { servicePath } from '../../../graph/queries/service-path.ts';
import { services as servicesOf } from '../../../graph/queries/services.ts';
import { viewOf } from '../../../graph/view.ts';
import { estateOf } from '../../support/facts.ts';

it('the way between services goes from who needs to what is needed', () => {
  const view = viewOf(buildEstate(estateOf('a1 reads b1', 'c1 triggers b1', 'c1 calls d1', 'a1 calls e1')));
  const services = servicesOf(view, Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, { include: [`${name}*`] }])));
  assert.deepEqual(servicePath(view, services, { from: 'a', to: 'd' }), ['a', 'b', 'c', 'd']);
  assert.deepEqual(servicePath(view, services, { from: 'd', to: 'a' }), []);
  assert.deepEqual(servicePath(view, services, { from: 'a', to: 'a' }), ['a']);
  assert.deepEqual(servicePath(view, services, { from: 'a', to: 'nowhere' }), []);
});
