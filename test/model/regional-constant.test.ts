import assert from 'node:assert/strict';
import { test } from 'node:test';
import table from '../../model/data/regional-constants.json' with { type: 'json' };
import { regionOf } from '../../model/region.ts';
import { regionalConstantsOf, regionalValues, regionsOfConstant } from '../../model/regional-constant.ts';

test('ids hold in the regions that the source gives them for, and nowhere else', () => {
  assert.deepEqual(regionsOfConstant('127311923021'), ['us-east-1']);
  assert.ok(regionsOfConstant('602401143452').includes('eu-west-1') && !regionsOfConstant('602401143452').includes('ap-east-1'));
  assert.deepEqual(regionalConstantsOf('Z3AQBSTGFYJSTF').map(({ id }) => id), ['s3-website-zone']);
  assert.deepEqual(regionalConstantsOf('111122223333'), []);
  assert.deepEqual(regionsOfConstant('__proto__'), []);
});

test('values have the form that they are listed under, and regions are known', () => {
  assert.ok(regionalValues('account').every((value) => /^\d{12}$/.test(value)));
  assert.ok(regionalValues('hosted-zone').every((value) => /^Z[0-9A-Z]{9,31}$/.test(value)));
  for (const [id, { regions }] of Object.entries(table.constants)) assert.deepEqual(Object.keys(regions).filter((region) => regionOf(region) === undefined), [], id);
});
