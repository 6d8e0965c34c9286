import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parametersIn } from '../../../../scanner/iac/cloudformation/parameter-file.ts';

test('the forms that AWS tools take', () => {
  const expected = { Env: 'prod', Size: '3' };
  assert.deepEqual(parametersIn('[{"ParameterKey": "Env", "ParameterValue": "prod"}, {"ParameterKey": "Size", "ParameterValue": "3"}, {"ParameterKey": "Old", "UsePreviousValue": true}]'), expected);
  assert.deepEqual(parametersIn('["Env=prod", "Size=3"]'), expected);
  assert.deepEqual(parametersIn('{"Parameters": {"Env": "prod", "Size": 3}, "Tags": {"a": "b"}}'), expected);
  assert.deepEqual(parametersIn('{"Env": "prod", "Size": 3}'), expected);
  assert.deepEqual(parametersIn('{"Subnets": ["a", "b"]}'), { Subnets: 'a,b' });
});

test('anything else is no parameter file', () => {
  for (const text of ['{"a": {"b": 1}}', '[1]', '"x"', '{broken', '[{"Key": "a"}]']) assert.equal(parametersIn(text), undefined, text);
});
