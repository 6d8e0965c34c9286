import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { readJsonText } from '../../../../scanner/code/configuration/json.ts';
import { readData } from '../../../../scanner/code/configuration/reader.ts';

const key = fc.constantFrom('Region', 'region', 'Name', 'name', 'Value', 'default', 'enum', 'az', 'lazy', 'Ref', 'Fn::Sub', 'Fn::Join', 'Fn::If', 'Fn::FindInMap', 'Resource', 'a', 'us-east-1', 'eu-west-1', 'Properties', 'examples', 'regi\\u006fn');
const text = fc.constantFrom('us', 'eu', 'us-east-1', 'eu-west-1', 'us-west-2a', 'arn:aws:s3:::b', 'AWS::Region', '--region', '${AWS::Region}a', 'AWS_REGION', 'ordinary words', ',', 'https://sqs.us-east-1.amazonaws.com', '1');
const quoted = (value: string): string => `"${value}"`;
const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof({ maxDepth: 4, depthSize: 'small' }, text.map(quoted),
    fc.array(tie('value'), { maxLength: 5 }).map((items) => `[${items.join(', ')}]`),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map((members) => `{${members.map(([name, of]) => `${quoted(name)}: ${of}`).join(', ')}}`)),
}));

it('reads the same of a document whether or not it may leave out parts that tell nothing', () => {
  let told = 0;
  fc.assert(fc.property(value, (json) => {
    const document = readJsonText(json);
    assert.ok(document?.nested === true, json);
    const whole = readData(document.roots, json);
    assert.deepEqual(readData(document.roots, json, true), whole, json);
    told += whole.sightings.length;
  }), { numRuns: 800 });
  assert.ok(told > 250, `${told} sightings in all`);
});

it('looks into everything where the end of parts is not known', () => {
  assert.equal(readJsonText('{"a": {"region": "us-east-1"')?.nested, false);
});
