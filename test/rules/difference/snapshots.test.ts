import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { snapshotDifferenceSchema } from '../../../model/difference.ts';
import type { Fact } from '../../../model/fact.ts';
import { differenceOfSnapshots } from '../../../rules/difference/snapshots.ts';
import { resource } from '../../support/facts.ts';

const table = (name: string, attributes: Record<string, unknown> = {}, tags: Record<string, string> = {}): Fact =>
  ({ ...resource(`arn:aws:dynamodb:us-east-1:111122223333:table/${name}`, { resourceType: 'AWS::DynamoDB::Table', name, attributes }), tags }) as Fact;
const blind: Fact = { type: 'blind-spot', reason: 'denied', asked: 'dynamodb:DescribeTable', message: 'Access was denied.', region: 'us-east-1', source: { scanner: 'aws' } };

describe('differenceOfSnapshots', () => {
  it('tells what came, went and changed, with the values', () => {
    const difference = snapshotDifferenceSchema.parse(differenceOfSnapshots([table('orders', { billingMode: 'PROVISIONED', itemCount: 4 }, { team: 'a' }), table('carts'), table('same')], [table('orders', { billingMode: 'PAY_PER_REQUEST' }, { team: 'a', tier: '1' }), table('users'), table('same')]));
    assert.deepEqual(difference.resources.map(({ change, name, values }) => [change, name, values]), [
      ['removed', 'carts', []],
      ['changed', 'orders', [{ what: 'billingMode', before: '"PROVISIONED"', after: '"PAY_PER_REQUEST"' }, { what: 'itemCount', before: '4' }, { what: 'tag tier', after: '1' }]],
      ['added', 'users', []],
    ]);
    assert.deepEqual(difference.counts, { before: 3, after: 3, unchanged: 1 });
  });

  it('does not take unseen for removed', () => {
    const { resources, blindSpots } = differenceOfSnapshots([table('orders')], [blind]);
    assert.deepEqual(resources.map(({ change, unseen }) => [change, unseen]), [['removed', true]]);
    assert.deepEqual(blindSpots, { added: ['dynamodb:DescribeTable · us-east-1 · Access was denied.'], removed: [] });
  });

  it('finds nothing between equal snapshots in any order', () => {
    const facts = [table('a'), table('b'), blind];
    assert.deepEqual(differenceOfSnapshots(facts, facts.toReversed()).resources, []);
  });
});
