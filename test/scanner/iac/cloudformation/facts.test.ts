import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { blindSpotsIn, one, read, resourcesIn, targetsOf } from './support.ts';
import { propertyLine } from '../../../../scanner/iac/cloudformation/property-line.ts';
import { fileOf } from './support.ts';

const shop = `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Tier: {Type: String}
Conditions:
  Global: !Equals [!Ref "AWS::Region", us-east-1]
  Big: !Equals [!Ref Tier, big]
Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Metadata: {"aws:cdk:path": Shop/Orders/Table/Resource}
    Properties:
      TableName: !Sub orders-\${AWS::Region}
      BillingMode: PAY_PER_REQUEST
      Tags: [{Key: app, Value: shop}, {Key: tier, Value: !Ref Tier}]
  Checkout:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: checkout
      Environment: {Variables: {TABLE: !Ref Orders, ARN: !GetAtt Orders.Arn, PASSWORD: hunter2}}
  OnlyHome: {Type: AWS::SNS::Topic, Condition: Global}
  Perhaps: {Type: AWS::SNS::Topic, Condition: Big}
  Assets:
    Type: AWS::S3::Bucket
    Properties: {BucketName: !Sub "assets-\${AWS::AccountId}", BucketEncryption: !If [Big, {Key: !Ref Orders}, !Ref "AWS::NoValue"]}
  CDKMetadata: {Type: AWS::CDK::Metadata}
`;

test('a resource fact: id, name, region, stack, construct, position, tags, references; no values of properties', () => {
  const facts = read(shop, { path: 'templates/shop.template.yaml' });
  const orders = one(facts, 'Orders');
  assert.deepEqual(
    [orders.id, orders.name, orders.kind, orders.region, orders.partition, orders.stack, orders.module, orders.tags],
    ['cloudformation:shop/eu-west-1/Orders', 'orders-eu-west-1', 'dynamodb-table', 'eu-west-1', 'aws', 'shop', 'Shop/Orders/Table', { app: 'shop' }],
  );
  assert.deepEqual(orders.source, { scanner: 'cloudformation', file: 'templates/shop.template.yaml', line: 8, path: 'Resources.Orders' });
  const checkout = one(facts, 'Checkout');
  assert.deepEqual(checkout.references.filter(({ path }) => path.startsWith('Environment')), [
    { path: 'Environment.Variables.ARN', line: 19, to: '⟦cloudformation:shop/eu-west-1/Orders#Arn⟧' },
    { path: 'Environment.Variables.TABLE', line: 19, to: '⟦cloudformation:shop/eu-west-1/Orders⟧' },
  ]);
  assert.ok(!JSON.stringify(facts).includes('hunter2'));
  assert.deepEqual(facts.filter(({ type }) => type === 'coverage'), [{ type: 'coverage', what: 'files:cloudformation', count: 1, source: { scanner: 'cloudformation', file: 'templates/shop.template.yaml' } }]);
});

test('once for each deployment, with the conditions of its region', () => {
  const facts = read(shop, { regions: ['eu-west-1', 'us-east-1'], stack: 'live', account: '123456789012' });
  const ids = resourcesIn(facts).map(({ id }) => id);
  assert.ok(ids.includes('cloudformation:live/us-east-1/OnlyHome') && !ids.includes('cloudformation:live/eu-west-1/OnlyHome'));
  assert.equal(ids.filter((id) => id.endsWith('/Orders')).length, 2);
  assert.ok(!ids.some((id) => id.endsWith('CDKMetadata')));
  assert.equal(resourcesIn(facts).find(({ id }) => id === 'cloudformation:live/us-east-1/Orders')?.arn, 'arn:aws:dynamodb:us-east-1:123456789012:table/orders-us-east-1');
});

test('what was not given is told once, and decides when it is given', () => {
  const spots = blindSpotsIn(read(shop)).map(({ reason, message, region }) => [reason, message, region]);
  assert.deepEqual(spots, [
    ['unresolved', 'No value is given for Tier, and the template has no default', 'eu-west-1'],
    ['unresolved', 'It depends on something that was not given; one resource is taken to exist', 'eu-west-1'],
  ]);
  const given = read(shop, { parameters: { Tier: 'small' } });
  assert.deepEqual(blindSpotsIn(given), []);
  assert.ok(!resourcesIn(given).some(({ id }) => id.endsWith('/Perhaps')));
});

test('both branches of an undecided If stay mentioned', () => {
  assert.deepEqual(one(read(shop), 'Assets').references, [{ path: 'BucketEncryption', line: 24, to: '⟦cloudformation:shop/eu-west-1/Orders⟧' }]);
});

test('a name in which the account is the only gap identifies the resource', () => {
  assert.deepEqual(one(read(shop), 'Assets').identities, ['assets-⟦account⟧', 'arn:aws:s3:::assets-⟦account⟧']);
});

test('the same facts whatever order deployments come in', () => {
  const sorted = (regions: string[]): string[] => read(shop, { regions }).map((fact) => JSON.stringify(fact)).sort();
  assert.deepEqual(sorted(['eu-west-1', 'us-east-1']), [...new Set(sorted(['us-east-1', 'eu-west-1']))]);
});

describe('dynamic references', () => {
  const reference = (value: string, rest = ''): ReturnType<typeof one> =>
    one(read(`Parameters: {Env: {Type: String}}\nResources:\n  Db: {Type: AWS::RDS::DBInstance, Properties: {Engine: ${value}}}\n${rest}`), 'Db');

  test('the name of a parameter or secret becomes a reference, and no value is read', () => {
    const kinds = { reads: 'AWS::SSM::Parameter', secret: 'AWS::SecretsManager::Secret' };
    assert.deepEqual(reference('"{{resolve:ssm:/db/engine:3}}"').references, [{ path: 'Engine', line: 3, to: '/db/engine', edge: 'reads', target: kinds.reads }]);
    assert.deepEqual(reference('"{{resolve:ssm-secure:/db/password}}"').references, [{ path: 'Engine', line: 3, to: '/db/password', edge: 'uses-secret', target: kinds.reads }]);
    assert.deepEqual(reference('"x-{{resolve:secretsmanager:db:SecretString:password}}-y"').references, [{ path: 'Engine', line: 3, to: 'db', edge: 'uses-secret', target: kinds.secret }]);
    const arn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-a1b2c3';
    assert.deepEqual(reference(`"{{resolve:secretsmanager:${arn}:SecretString:password}}"`).references, [{ path: 'Engine', line: 3, to: arn, edge: 'uses-secret', target: kinds.secret }]);
    assert.equal(Object.hasOwn(reference('"{{resolve:ssm:/db/engine}}"').attributes, 'engine'), false);
  });

  test('names put together by Sub and Join', () => {
    const secret = '  Secret: {Type: AWS::SecretsManager::Secret}\n';
    const joined = reference('!Join ["", ["{{resolve:secretsmanager:", !Ref Secret, ":SecretString:password::}}"]]', secret);
    assert.deepEqual(joined.references, [{ path: 'Engine', line: 3, to: '⟦cloudformation:shop/eu-west-1/Secret⟧', edge: 'uses-secret', target: 'AWS::SecretsManager::Secret' }]);
    assert.deepEqual(targetsOf(reference('!Sub "{{resolve:ssm:/${Env}/engine}}"')), ['/*/engine']);
  });

  test('a parameter of an SSM type refers to the parameter that it is read from', () => {
    const template = 'Parameters: {Ami: {Type: "AWS::SSM::Parameter::Value<String>", Default: /golden/ami}}\nResources: {I: {Type: AWS::X::Y, Properties: {ImageId: !Ref Ami, Text: !Sub "ami ${Ami}"}}}\n';
    assert.deepEqual(one(read(template), 'I').references, ['ImageId', 'Text'].map((path) => ({ path, line: 2, to: '/golden/ami', edge: 'reads', target: 'AWS::SSM::Parameter' })));
  });
});

test('markers of gaps are no references', () => {
  const template = 'Parameters: {Env: {Type: String}}\nResources: {A: {Type: AWS::X::Y, Properties: {Name: !Sub "a-${Env}-${AWS::AccountId}", Arn: !Sub "arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${Env}-q"}}}\n';
  assert.deepEqual(targetsOf(one(read(template), 'A')), ['arn:aws:sqs:eu-west-1:⟦account⟧:⟦parameter:Env⟧-q']);
});

test('cfn-init metadata is searched like properties', () => {
  const template = 'Resources: {T: {Type: AWS::SNS::Topic}, I: {Type: AWS::X::Y, Metadata: {AWS::CloudFormation::Init: {config: {files: {/etc/x: {content: !Ref T}}}}}}}\n';
  assert.deepEqual(one(read(template), 'I').references, [{ path: 'Metadata.config.files./etc/x.content', to: '⟦cloudformation:shop/eu-west-1/T⟧' }]);
});

test('tags as a list, as a map, and under the type’s own name', () => {
  const template = 'Resources:\n  A: {Type: AWS::SSM::Parameter, Properties: {Tags: {a: 1, b: !Ref "AWS::Region"}}}\n  B: {Type: AWS::Route53::HostedZone, Properties: {HostedZoneTags: [{Key: a, Value: "2"}]}}\n';
  const facts = read(template);
  assert.deepEqual([one(facts, 'A').tags, one(facts, 'B').tags], [{ a: '1', b: 'eu-west-1' }, { a: '2' }]);
});

test('of a global table, the tags of the replica in the region of the deployment', () => {
  const template = 'Resources:\n  A: {Type: AWS::DynamoDB::GlobalTable, Properties: {Replicas: [{Region: eu-west-1, Tags: [{Key: a, Value: "1"}]}, {Region: us-east-1, Tags: [{Key: a, Value: "2"}]}]}}\n';
  assert.deepEqual(one(read(template), 'A').tags, { a: '1' });
});

test('macros, unknown types of resource and resources without type', () => {
  const template = 'Transform: [AWS::Serverless-2016-10-31, Mine]\nResources:\n  A: {Type: Custom::Thing, Properties: {Fn::Transform: {Name: Other}}}\n  B: {Properties: {}}\n  C: {Type: AWS::Serverless::Spaceship}\n';
  const facts = read(template);
  assert.deepEqual(resourcesIn(facts).map(({ resourceType }) => resourceType), ['Custom::Thing', 'AWS::Serverless::Spaceship']);
  assert.deepEqual(blindSpotsIn(facts).map(({ reason, source }) => [reason, source.line]).sort(), [['unparsable', 4], ['unsupported', 3], ['unsupported', 5], ['unsupported', undefined]].sort());
});

test('a file that a macro includes is read where it lies beside the template', () => {
  const template = 'Resources:\n  A: {Type: AWS::ApiGateway::RestApi, Properties: {Body: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: !Sub "s3://${AWS::Region}-artefacts/api.yaml"}}}}}\n  T: {Type: AWS::SNS::Topic}\n';
  assert.deepEqual(targetsOf(one(read(template, { path: 'infra/shop.yaml', files: { 'infra/api.yaml': 'uri: !Ref T\n' } }), 'A')), ['⟦cloudformation:shop/eu-west-1/T⟧']);
  assert.deepEqual(blindSpotsIn(read(template)).map(({ reason }) => reason), ['unsupported']);
});

test('broken YAML is told with its line, and the rest is read', () => {
  const facts = read('Resources:\n  A: {Type: AWS::SNS::Topic}\n  B:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: @x}\n');
  assert.deepEqual(resourcesIn(facts).map(({ name }) => name).length, 2);
  assert.deepEqual(blindSpotsIn(facts).map(({ reason, source }) => [reason, source.line]), [['unparsable', 5]]);
});

test('aliases that multiply are cut by the budget', () => {
  const bomb = `Metadata:\n  a: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 8 }, (_, i) => `  b${i}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(',')}]`).join('\n')}\nResources:\n  B: {Type: AWS::S3::Bucket, Properties: {X: *a8}}\n`;
  assert.deepEqual(blindSpotsIn(read(bomb)).map(({ reason }) => reason), ['too-large']);
});

test('line of a property', () => {
  const file = fileOf(shop);
  assert.equal(propertyLine(file, 'Resources.Orders.Properties.BillingMode'), 13);
  assert.equal(propertyLine(file, 'Resources.Orders.Properties.Gone'), 11);
  assert.equal(propertyLine(file, 'Nowhere'), undefined);
});
