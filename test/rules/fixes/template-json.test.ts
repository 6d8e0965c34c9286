import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Form } from '../../../model/occurrence.ts';
import { fixed, gapIn } from '../../support/fixed.ts';

function change(value: string, text: string, form: Form = 'region'): unknown {
  const source = `{\r\n  "Resources": {"A": {"Type": "AWS::SNS::Topic", "Properties": {\r\n    "V": ${value}\r\n  }}}}\r\n`;
  const result = fixed(source, gapIn(source, { text, form, language: 'json', file: 'a.json' }));
  if (result === undefined) return undefined;
  const [before = '', after = ''] = source.split(value);
  assert.ok(result.text.startsWith(before) && result.text.endsWith(after), 'nothing outside of the value changes');
  return (JSON.parse(result.text) as { Resources: { A: { Properties: { V: unknown } } } }).Resources.A.Properties.V;
}

describe('pseudo parameters in JSON templates', () => {
  it('writes Ref, Sub and GetAZs', () => {
    assert.deepEqual(change('"us-east-1"', 'us-east-1'), { Ref: 'AWS::Region' });
    assert.deepEqual(change('{"Fn::GetAZs": "us-east-1"}', 'us-east-1'), { 'Fn::GetAZs': '' });
    assert.deepEqual(change('{"Fn::Sub": "a-us-east-1"}', 'us-east-1'), { 'Fn::Sub': 'a-${AWS::Region}' });
    assert.deepEqual(change('"arn:aws:sns:us-east-1:111122223333:t"', 'arn:aws:sns:us-east-1:111122223333:t', 'arn'), { 'Fn::Sub': 'arn:${AWS::Partition}:sns:${AWS::Region}:111122223333:t' });
  });

  it('knows none for keys, maps and texts that are filled in otherwise', () => {
    assert.equal(change('{"us-east-1": 1}', 'us-east-1'), undefined);
    assert.equal(change('{"Fn::FindInMap": ["M", "us-east-1", "k"]}', 'us-east-1'), undefined);
    assert.equal(change('"${x} us-east-1"', 'us-east-1'), undefined);
  });
});
