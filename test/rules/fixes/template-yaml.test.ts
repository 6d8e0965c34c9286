import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixed, gapIn, type FixedText, type Surroundings } from '../../support/fixed.ts';
import type { Form } from '../../../model/occurrence.ts';

const arn = 'arn:aws:sns:us-east-1:111122223333:orders';
const template = (value: string, section = 'Resources:\n  Orders:\n    Type: AWS::Lambda::Function\n    Properties:'): string => `${section}\n      Value: ${value}\n# the end: us\n`;

function change(value: string, { text = 'us-east-1', form = 'region', section, ...around }: { readonly text?: string; readonly form?: Form; readonly section?: string } & Surroundings = {}): FixedText | string | undefined {
  const source = section === undefined ? template(value) : template(value, section);
  const result = fixed(source, gapIn(source, { text, form, language: 'yaml', file: 'a.yaml' }), around);
  if (result === undefined) return undefined;
  const [before = '', after = ''] = source.split(value);
  assert.ok(result.text.startsWith(before) && result.text.endsWith(after), 'nothing outside of the value changes');
  return `${result.text.slice(before.length, result.text.length - after.length)}${result.safe ? '' : ' ?'}`;
}

describe('pseudo parameters in YAML templates', () => {
  it('writes a region that is the whole value as !Ref, and safely only at home', () => {
    assert.equal(change('us-east-1'), '!Ref AWS::Region');
    assert.equal(change('"us-east-1" # here'), '!Ref AWS::Region # here');
    assert.equal(change('us-east-1', { home: [] }), '!Ref AWS::Region ?');
    assert.equal(change('us-east-1', { home: ['us-east-1', 'eu-west-1'] }), '!Ref AWS::Region ?');
    assert.equal(change('!GetAZs us-east-1'), "!GetAZs ''");
  });

  it('puts them into the text of !Sub', () => {
    assert.equal(change('!Sub "https://sqs.us-east-1.amazonaws.com/${Q}"', { text: 'sqs.us-east-1.amazonaws.com', form: 'endpoint' }), '!Sub "https://sqs.${AWS::Region}.${AWS::URLSuffix}/${Q}"');
    assert.equal(change('"https://sqs.us-east-1.amazonaws.com/1/q"', { text: 'sqs.us-east-1.amazonaws.com/1/q', form: 'endpoint' }), '!Sub "https://sqs.${AWS::Region}.${AWS::URLSuffix}/1/q"');
    assert.equal(change(`!Sub "${arn}"`, { text: arn, form: 'arn' }), '!Sub "arn:${AWS::Partition}:sns:${AWS::Region}:111122223333:orders"');
    assert.equal(change(`\n        Fn::Sub: ["${arn}", {}]`, { text: arn, form: 'arn' }), '\n        Fn::Sub: ["arn:${AWS::Partition}:sns:${AWS::Region}:111122223333:orders", {}]');
    assert.equal(change(`!Sub |\n        export A=${arn}\n        echo`, { text: arn, form: 'arn' }), '!Sub |\n        export A=arn:${AWS::Partition}:sns:${AWS::Region}:111122223333:orders\n        echo');
  });

  it('makes a text a !Sub, in brackets with quotes', () => {
    assert.equal(change(arn, { text: arn, form: 'arn' }), '!Sub arn:${AWS::Partition}:sns:${AWS::Region}:111122223333:orders');
    assert.equal(change(`'${arn}'`, { text: arn, form: 'arn' }), "!Sub 'arn:${AWS::Partition}:sns:${AWS::Region}:111122223333:orders'");
    assert.equal(change(`[${arn}]`, { text: arn, form: 'arn' }), '[!Sub "arn:${AWS::Partition}:sns:${AWS::Region}:111122223333:orders"]');
    assert.equal(change('arn:aws:iam::aws:policy/ReadOnlyAccess', { text: 'arn:aws:iam::aws:policy/ReadOnlyAccess', form: 'partition' }), '!Sub arn:${AWS::Partition}:iam::aws:policy/ReadOnlyAccess');
  });

  it('knows no change where it would be wrong', () => {
    assert.equal(change('"${x} us-east-1"'), undefined, 'somebody else fills it in');
    assert.equal(change('!FindInMap [Regions, us-east-1, Ami]'), undefined);
    assert.equal(change('us-east-1', { section: 'Resources: {A: {Type: AWS::S3::Bucket}}\nParameters:\n  P:\n    X:' }), undefined, 'parameters take no functions');
    assert.equal(change('{us-east-1: 1}'), undefined, 'keys stay');
    assert.equal(fixed('a: us-east-1\n', gapIn('a: us-east-1\n', { text: 'us-east-1', language: 'yaml', file: 'values.yaml' })), undefined, 'no template');
    assert.equal(change('us-east-1', { section: 'Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Metadata:' }), undefined, 'functions stand in properties');
  });
});
