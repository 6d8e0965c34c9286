import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { survey } from '../../../../scanner/iac/cloudformation/survey.ts';
import { blindSpotsIn, contextOf, fileOf, read, resourcesIn } from './support.ts';

const names = [
  'Ref', 'Condition', 'Type', 'Properties', 'Metadata', 'Events', 'Policies', 'Routes', 'Domain', 'DefinitionBody', 'DefinitionUri', 'Connectors', 'Parameters', 'TemplateURL', '__proto__', 'constructor', 'A', 'B',
  ...['Sub', 'Join', 'GetAtt', 'If', 'Select', 'Split', 'FindInMap', 'Equals', 'Not', 'And', 'Or', 'Cidr', 'GetAZs', 'ImportValue', 'Base64', 'Length', 'ToJsonString', 'Transform', 'ForEach::X', 'Unknown', 'GetStackOutput', 'Nope'].map((name) => `Fn::${name}`),
];
const texts = ['A', 'B', 'A.Arn', 'A.Outputs.X', '${A}-${B.Arn}-${!x}', 'AWS::Region', 'AWS::NoValue', 'AWS::AccountId', 'Yes', 'X', ',', '', './nested.json', '{{resolve:ssm:/a:1}}', '{{resolve:secretsmanager:${A}:x}}', '10.0.0.0/16', '⟦account⟧'];
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(...texts), fc.integer({ min: -2, max: 300 }), fc.constantFrom(true, false, null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 3, noNullPrototype: true }),
    fc.tuple(fc.constantFrom(...names), tie('value')).map(([name, inner]) => ({ [name]: inner })),
  ),
}));
const types = ['AWS::S3::Bucket', 'AWS::CloudFormation::Stack', 'AWS::Serverless::Function', 'AWS::Serverless::Api', 'AWS::Serverless::HttpApi', 'AWS::Serverless::StateMachine', 'AWS::Serverless::Application', 'AWS::Serverless::SimpleTable', 'AWS::Serverless::LayerVersion', 'AWS::Serverless::Connector', 'AWS::Serverless::GraphQLApi', 'AWS::Serverless::WebSocketApi'];
const resource = fc.record({ Type: fc.constantFrom(...types), Properties: value, Condition: fc.constantFrom('Yes', 'X', 'Missing'), Metadata: value, Connectors: value }, { requiredKeys: ['Type'] });
const section = (member: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.oneof({ weight: 9, arbitrary: fc.dictionary(fc.constantFrom('A', 'B', 'X', 'Yes', 'Fn::ForEach::X', 'Fn::Transform', '__proto__'), member, { noNullPrototype: true }) }, { weight: 1, arbitrary: value });
const template = fc.record({ Parameters: section(value), Mappings: section(value), Conditions: section(value), Resources: section(fc.oneof({ weight: 4, arbitrary: resource }, value)), Outputs: section(value), Globals: value, Transform: value }, { requiredKeys: ['Resources'] });

test('whatever a template holds, it is read without an exception and gives valid facts', () => {
  fc.assert(fc.property(template, template, (outer, inner) => {
    const text = JSON.stringify(outer);
    const setting = { files: { 'nested.json': JSON.stringify(inner) } };
    const facts = read(text, setting);
    for (const { id, source } of resourcesIn(facts)) assert.ok(id.startsWith('cloudformation:') && source.path !== undefined);
    survey(fileOf(text), contextOf(setting));
    assert.deepEqual(read(text, setting), facts);
  }), { numRuns: 300, seed: 7 });
});

test('whatever a file holds, it is read without an exception', () => {
  const line = fc.constantFrom('Resources:', '  A:', '    Type: AWS::S3::Bucket', '    Properties:', '      B: !Sub "x', '      C: [1,', '  ]', '}', '{', '      - !Ref', '      <<: *a', '  A: &a', '---', '\t', '"', "'", '      D: |', '        text', '%YAML 1.1', '? - x', ': y', '{{ jinja }}', '\u0000');
  fc.assert(fc.property(fc.array(line, { maxLength: 30 }), (lines) => void read(lines.join('\n'))), { numRuns: 500, seed: 7 });
});

test('hostile sizes end in blind spots', () => {
  const reasons = (text: string): string[] => [...new Set(blindSpotsIn(read(text)).map(({ reason }) => reason))];
  const deep = (n: number): string => `{"Resources": {"A": {"Type": "AWS::S3::Bucket", "Properties": {"X": ${'{"Fn::Join": ["", ['.repeat(n)}"x"${']]}'.repeat(n)}}}}}`;
  assert.deepEqual(reasons(deep(100)), []);
  assert.deepEqual(reasons(deep(200)), ['too-large']);
  assert.deepEqual(reasons(`Resources: {}\n# ${'x'.repeat(50_000_000)}`), ['too-large']);
  const growing = 'Parameters: {P: {Type: String}}\nResources: {S: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./b.yaml, Parameters: {P: !Sub "${P}${P}${P}${P}"}}}}\n';
  const files = Object.fromEntries(Array.from({ length: 18 }, (_, i) => [`t${i}.yaml`, growing.replace('./b.yaml', `./t${i + 1}.yaml`)]));
  assert.ok(read(growing.replace('./b.yaml', './t0.yaml'), { files, parameters: { P: 'x'.repeat(1000) } }).length < 40);
});
