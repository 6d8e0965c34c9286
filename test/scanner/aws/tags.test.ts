import assert from 'node:assert/strict';
import { it } from 'node:test';
import { tagsIn } from '../../../scanner/aws/tags.ts';

it('tagsIn reads every way in which APIs write tags', () => {
  const wanted = { team: 'shop', empty: '' };
  assert.deepEqual(tagsIn([{ Key: 'team', Value: 'shop' }, { Key: 'empty' }]), wanted);
  assert.deepEqual(tagsIn([{ key: 'team', value: 'shop' }, { key: 'empty', value: '' }]), wanted);
  assert.deepEqual(tagsIn([{ TagKey: 'team', TagValue: 'shop' }, { TagKey: 'empty', TagValue: '' }]), wanted);
  assert.deepEqual(tagsIn({ team: 'shop', empty: '' }), wanted);
  assert.deepEqual(tagsIn([]), {});
  assert.equal(tagsIn(undefined), undefined);
  assert.deepEqual(tagsIn([{ Key: 7, Value: 'x' }, 'x', null]), {});
  const hostile = tagsIn([{ Key: '__proto__', Value: 'x' }]);
  assert.equal(Object.getPrototypeOf(hostile), Object.prototype);
  assert.ok(Object.hasOwn(hostile ?? {}, '__proto__'));
});
