import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { blindSpotsIn, read, scopeOf, valueOf } from './support.ts';

const orders = '⟦cloudformation:shop/eu-west-1/Orders⟧';
const ordersArn = '⟦cloudformation:shop/eu-west-1/Orders#Arn⟧';
const parameters = `Parameters:
  Env: {Type: String}
  Stage: {Type: String, Default: prod}
  Zones: {Type: CommaDelimitedList, Default: "a, b"}
  Secret: {Type: String, NoEcho: true, Default: hunter2}
  Image: {Type: "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", Default: /aws/service/ami}
Mappings: {Sizes: {eu-west-1: {db: large}, us-east-1: {db: small}}}
Conditions:
  Prod: !Equals [!Ref Stage, prod]
  Live: !Equals [!Ref Env, live]
  Here: !Equals [!Ref "AWS::Region", eu-west-1]
  Both: !And [!Condition Prod, !Not [!Condition Live]]
  Either: !Or [!Condition Live, {Condition: Prod}]
  Loop: !Not [!Condition Pool]
  Pool: !Not [!Condition Loop]
`;

function holds(cases: Readonly<Record<string, unknown>>, setting = {}): void {
  for (const [expression, value] of Object.entries(cases)) assert.deepEqual(valueOf(expression, parameters, setting), value, expression);
}

describe('names', () => {
  test('resources and attributes are symbols, parameters have their values', () => {
    holds({ '!Ref Orders': orders, '!GetAtt Orders.Arn': ordersArn, '!GetAtt [Orders, Arn]': ordersArn, '{Ref: Stage}': 'prod', '!Ref Zones': ['a', 'b'] });
  });

  test('pseudo parameters', () => {
    holds({
      '!Ref AWS::Region': 'eu-west-1', '!Ref AWS::Partition': 'aws', '!Ref AWS::URLSuffix': 'amazonaws.com', '!Ref AWS::StackName': 'shop',
      '!Ref AWS::AccountId': '<the account is not known>', '[!Ref AWS::NoValue, 1]': [1], '{a: !Ref AWS::NoValue, b: 1}': { b: 1 },
      '!Sub "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:q"': 'arn:aws:sqs:eu-west-1:⟦account⟧:q',
    });
    holds({ '!Ref AWS::Partition': 'aws-cn', '!Ref AWS::URLSuffix': 'amazonaws.com.cn', '!Ref AWS::AccountId': '123456789012' }, { region: 'cn-north-1', account: '123456789012' });
  });

  test('values that nobody gave, hidden ones and ones kept in SSM are not known', () => {
    holds({
      '!Ref Env': '<parameter Env has no value>', '!Ref Secret': '<parameter Secret is NoEcho, its value is not read>', '!Ref Image': '<the value is read from an SSM parameter at deployment>',
      '!Ref Nothing': '<Nothing is not in the template>', '!Foo x': '<the function !Foo is not known>',
    });
    holds({ '!Ref Env': 'test', '!Ref Secret': '<parameter Secret is NoEcho, its value is not read>' }, { parameters: { Env: 'test', Secret: 'given' } });
  });
});

describe('text', () => {
  test('Sub and Join', () => {
    holds({
      '!Sub "${Stage}-${Orders}-${Orders.Arn}-${!Literal}-${x y}"': `prod-${orders}-${ordersArn}-\${Literal}-\${x y}`,
      '!Sub ["${a}/${Stage}", {a: !GetAtt Orders.Arn}]': `${ordersArn}/prod`,
      '!Join ["-", [a, !Ref Stage, 1]]': 'a-prod-1', '!Join [",", !Ref Zones]': 'a,b', '!Base64 {"Fn::Sub": "in ${Stage}"}': 'in prod',
    });
  });

  test('a gap stays as a marker where the rest identifies something, else the whole is not known', () => {
    holds({ '!Sub "${Env}-table"': '⟦parameter:Env⟧-table', '!Sub "${Env}"': '<parameter Env has no value>', '!Sub "${Env}-${Env}"': '<parameter Env has no value>', '!Join ["", [!Ref Env, !Ref Orders]]': `⟦parameter:Env⟧${orders}` });
  });

  test('Split and Select', () => {
    holds({
      '!Split [",", "a,b"]': ['a', 'b'], '!Select [1, !Split ["-", a-b]]': 'b', '!Select ["0", !Ref Zones]': 'a',
      '!Select [3, !Split [":", !Sub "arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:q"]]': 'eu-west-1',
      '!Select [5, !Split [":", !GetAtt Orders.Arn]]': ordersArn,
      '!Select [1, !Split ["-", !Sub "${Env}-x"]]': '<a part of a text that is only known at deployment>',
      '!Select [9, [a]]': '<the list has 1 elements, number 9 is asked>',
      '!Split [",", !Join [",", [!Ref Orders, x]]]': [orders, 'x'],
      '!Split [",", !ImportValue Subnets]': ['⟦export:eu-west-1/Subnets⟧', '<the number of elements is only known at deployment>'],
    });
  });

  test('Length and ToJsonString', () => {
    holds({ '!Length [a, b]': 2, '!Length {Ref: Zones}': 2, '!ToJsonString {a: [!Ref Orders, !Ref Env, 1]}': `{"a":["${orders}","⟦parameter:Env⟧",1]}` });
  });
});

describe('look-ups', () => {
  test('mappings', () => {
    holds({
      '!FindInMap [Sizes, !Ref "AWS::Region", db]': 'large', '!FindInMap [Sizes, x, db, {DefaultValue: tiny}]': 'tiny',
      '!FindInMap [Sizes, !Ref Env, db]': '<a key of the mapping is not known: parameter Env has no value>',
    });
  });

  test('a mapping without an entry for the region says that the template cannot be deployed there', () => {
    const template = 'Mappings: {Ami: {us-east-1: {id: ami-1}}}\nResources:\n  I: {Type: AWS::EC2::Instance, Properties: {ImageId: !FindInMap [Ami, !Ref AWS::Region, id]}}\n';
    const [spot] = blindSpotsIn(read(template, { region: 'eu-central-1' }));
    assert.match(spot?.message ?? '', /mapping Ami has no entry for eu-central-1/);
    assert.deepEqual([spot?.source.line, spot?.region], [3, 'eu-central-1']);
    assert.deepEqual(blindSpotsIn(read(template, { region: 'us-east-1' })), []);
  });

  test('zones, address blocks and exports', () => {
    holds({
      '!Select [0, !GetAZs ""]': 'eu-west-1a', '!GetAZs us-east-1': ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `us-east-1${letter}`), '!GetAZs xx-none-9': '<the zones of the region are not known>',
      '!Cidr [10.0.0.0/16, 2, 8]': ['10.0.0.0/24', '10.0.1.0/24'], '!Cidr [!GetAtt Orders.CidrBlock, 2]': '<the address block is not known or cannot be divided so>',
      '!ImportValue net-Vpc': '⟦export:eu-west-1/net-Vpc⟧', '!ImportValue {"Fn::Sub": "${Env}-Vpc"}': '<the name of the imported value is not known>',
      '{"Fn::GetStackOutput": {StackName: net, OutputName: Vpc, Region: us-east-1}}': '⟦output:net/us-east-1/Vpc⟧',
    });
    const vpc = 'Resources: {Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.1.0.0/16}}}\n';
    assert.deepEqual(valueOf('!Select [1, !Cidr [!GetAtt Vpc.CidrBlock, 4, 12]]', vpc), '10.1.16.0/20');
  });
});

describe('conditions', () => {
  test('decided ones choose', () => {
    holds({ '!If [Prod, a, b]': 'a', '!If [Here, a, b]': 'a', '!If [Either, a, b]': 'a', '{x: !If [Prod, !Ref "AWS::NoValue", 1], y: 2}': { y: 2 } });
    holds({ '!If [Here, a, b]': 'b', '!If [Both, a, b]': 'b' }, { region: 'us-east-1', parameters: { Env: 'live' } });
  });

  test('undecided ones are not known, unless both branches say the same', () => {
    const why = '<the condition Live depends on something that was not given>';
    holds({ '!If [Live, a, b]': why, '!If [Live, a, a]': 'a', '!If [Loop, a, b]': why.replace('Live', 'Loop'), '!If [Nowhere, a, b]': why.replace('Live', 'Nowhere') });
  });

  test('inside a text the branch that names a resource stands', () => {
    holds({ '!Sub ["arn:aws:s3:::${b}", {b: !If [Live, !Ref Orders, !Ref Env]}]': `arn:aws:s3:::${orders}`, '!Sub ["x-${b}", {b: !If [Live, a, b]}]': 'x-⟦condition:Live⟧' });
  });

  test('a resource is never empty, so that "was one given" is decided', () => {
    const template = 'Conditions: {Given: !Not [!Equals [!Ref Orders, ""]], Named: !Equals [!Ref Orders, x]}\n';
    assert.equal(valueOf('!If [Given, yes, no]', template), 'yes');
    assert.match(String(valueOf('!If [Named, a, b]', template)), /depends on/);
  });

  test('a long chain and a circle end', () => {
    const chain = `Conditions:\n${Array.from({ length: 5000 }, (_, i) => `  C${i}: !Not [!Condition C${i + 1}]`).join('\n')}\n  C5000: !Equals [a, a]\n`;
    assert.match(String(valueOf('!If [C0, a, b]', chain)), /depends on/);
    assert.equal(scopeOf(`${chain}Resources: {}`).condition('C4990'), true);
  });
});

test('loops: Fn::ForEach over resources, properties and outputs', () => {
  const template = `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Topics:
    - Name
    - [Success, Fail-ed]
    - "Topic&{Name}":
        Type: AWS::SNS::Topic
        Properties: {TopicName: !Sub "\${Name}-\${AWS::Region}", DisplayName: !Ref Name}
Outputs:
  Fn::ForEach::Arns:
    - Name
    - [Success]
    - "Topic\${Name}Arn": {Value: !GetAtt {"Fn::Sub": "x"}}
`;
  const facts = read(template);
  assert.deepEqual(facts.filter((fact) => fact.type === 'resource').map(({ name, source }) => [name, source.line]), [['Success-eu-west-1', 3], ['Fail-ed-eu-west-1', 3]]);
  assert.deepEqual([...scopeOf(template).resources().keys()], ['TopicSuccess', 'TopicFailed']);
  assert.match(blindSpotsIn(read(template.replace('[Success, Fail-ed]', '!Ref Unknown')))[0]?.message ?? '', /Unknown is neither/);
});

test('loops that multiply end in a blind spot', () => {
  const hundred = `[${Array.from({ length: 300 }, (_, i) => i).join(',')}]`;
  const loop = (name: string, body: string): string => `{"Fn::ForEach::${name}": ["${name}", ${hundred}, ${body}]}`;
  const facts = read(`{"Resources": ${loop('A', loop('B', loop('C', '{"T${A}x${B}x${C}": {"Type": "AWS::SNS::Topic"}}')))}}`);
  assert.ok(blindSpotsIn(facts).some(({ reason }) => reason === 'too-large'));
});
