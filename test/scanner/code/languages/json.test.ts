import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { occurrencesIn, shown } from '../../../support/occurrences.ts';

/** Source → what is told of it. */
const table: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  values: [
    ['{ "region": "us-east-1" }', ['value region us-east-1 name=region']],
    ['{ "url": "https:\\/\\/sqs.us-east-1.amazonaws.com\\/1\\/q" }', ['value endpoint sqs.us-east-1.amazonaws.com/1/q name=url']],
    ['{ "regions": ["us-east-1", "eu-west-1"] }', ['element region us-east-1 name=regions list[eu-west-1,us-east-1] codes']],
    ['{ "accounts": { "us-east-1": "127311923021", "eu-west-1": "797873946194" } }', ['key region us-east-1 name=accounts map[eu-west-1,us-east-1] data key']],
    ['{ "properties": { "region": { "type": "string", "enum": ["us-east-1", "eu-west-1"], "default": "us-east-1", "description": "us-east-1" } } }', ['element region us-east-1 name=region list[eu-west-1,us-east-1] codes', 'default region us-east-1 name=region', 'text region us-east-1 name=description']],
    ['{ "pattern": "^(us|eu)-[a-z]+-\\\\d$" }', ['value pattern ^(us|eu)-[a-z]+-\\d$ name=pattern']],
    ['[{ "ParameterKey": "HomeRegion", "ParameterValue": "us-east-1" }]', ['value region us-east-1 name=HomeRegion']],
    ['{ "availability_zones": ["us-east-1a", "us-east-1b"] }', ['element zone us-east-1a name=availability_zones']],
  ],
  'templates and policies': [
    ['{ "Conditions": { "C": { "Fn::Equals": [{ "Ref": "AWS::Region" }, "us-east-1"] } } }', ['comparison region us-east-1 name=AWS::Region']],
    ['{ "Resources": { "A": { "Type": "AWS::SNS::Topic", "Properties": { "TopicArn": { "Fn::Join": ["", ["arn:aws:sns:", { "Ref": "AWS::Region" }, ":1:a"]] } } } } }', ['value partition arn:aws:sns:${AWS::Region}:1:a name=TopicArn in=AWS::SNS::Topic of=sns']],
    ['{ "Statement": [{ "Action": "*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["us-east-1", "eu-west-1"] } } }] }', ['element region us-east-1 name=aws:RequestedRegion list[eu-west-1,us-east-1] codes']],
    ['{ "Principal": { "Service": "sts.amazonaws.com" } }', []],
  ],
  'comments and what is broken': [
    ['{ "count": ${n}, %{ if a } "arn": "arn:aws:sqs:us-east-1:${account}:q", %{ endif } "b": [{{ c }}] }', ['value arn arn:aws:sqs:us-east-1:${account}:q name=arn']],
    ['{ // us-east-1\n "a": "us-west-2", }', ['value region us-west-2 name=a']],
    ['{ "a": "us-east-1", "b": ${c}, "d": "us-west-2" }', ['value region us-east-1 map[us-east-1,us-west-2] data value']],
    ['{ "a": "us-east-1', ['value region us-east-1 name=a']],
    ['AWSTemplateFormatVersion: "2010-09-09"\nA: !Sub "${AWS::Region}a"', ['value zone-suffix ${AWS::Region}a name=A']],
  ],
};

for (const [what, rows] of Object.entries(table)) {
  describe(`json: ${what}`, () => {
    for (const [source, expected] of rows) it(source, async () => assert.deepEqual((await occurrencesIn(source, 'a.json')).map(shown), expected));
  });
}
