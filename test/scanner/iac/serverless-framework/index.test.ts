import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { buildEstate } from '../../../../graph/build.ts';
import type { Fact, ResourceFact } from '../../../../model/fact.ts';
import { iacScanner } from '../../../../scanner/iac/index.ts';

async function scan(files: Readonly<Record<string, string>>, parameters: Readonly<Record<string, string>> = {}): Promise<Fact[]> {
  const root = mkdtempSync(join(tmpdir(), 'serverless-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const facts: Fact[] = [];
    const listed = Object.entries(files).map(([path, { length: size }]) => ({ path, size, scope: 'production' as const }));
    for await (const fact of iacScanner.scan({ root, files: listed, deployments: () => [{ region: 'eu-west-1', parameters }] })) facts.push(fact);
    return facts;
  } finally {
    rmSync(root, { recursive: true });
  }
}
const resources = (facts: readonly Fact[]): ResourceFact[] => facts.filter((fact) => fact.type === 'resource');
const edges = (facts: readonly Fact[]): string[] => buildEstate(facts).edges.map(({ from, type, to }) => [from, type, to].map((text) => text.replace(/^.*\//, '')).join(' '));

const shop = `service: shop
custom:
  stage: \${opt:stage, self:provider.stage}
  table: \${self:custom.stage}-orders
provider:
  name: aws
  runtime: nodejs22.x
  stage: test
  region: us-east-1
  environment:
    TABLE: \${self:custom.table}
    HOOK: \${env:HOOK_URL}
    PLACE: \${aws:region}
  iam:
    role:
      statements:
        - Effect: Allow
          Action: [dynamodb:PutItem]
          Resource: !GetAtt Orders.Arn
functions:
  place-order:
    handler: src/place.handler
    events:
      - httpApi: POST /orders
      - sqs: {arn: !GetAtt Work.Arn}
  on_change:
    handler: src/change.handler
    role: Own
    environment: {TABLE: other}
    events:
      - stream: {type: dynamodb, arn: !GetAtt Orders.StreamArn}
      - sns: news
      - schedule: rate(1 hour)
      - websocket: $connect
resources:
  - \${file(resources/orders.yml)}
  - Resources:
      Work: {Type: AWS::SQS::Queue}
      Own: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Statement: []}}}
    Outputs:
      Table: {Value: !Ref Orders}
`;
const orders = `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties: {TableName: "\${self:custom.table}", StreamSpecification: {StreamViewType: NEW_IMAGE}}
`;

test('functions, events, roles and resources are those of the template that the framework makes', async () => {
  const facts = await scan({ 'api/serverless.yml': shop, 'api/resources/orders.yml': orders, 'api/src/place.ts': '' });
  const all = resources(facts);
  assert.ok(all.every(({ id, stack, region }) => id.startsWith('cloudformation:shop-test/us-east-1/') && stack === 'shop-test' && (region === 'us-east-1' || region === 'global')), 'one stack, in the region of the provider');
  const place = all.find(({ name }) => name === 'shop-test-place-order');
  assert.deepEqual([place?.id, place?.source.line, place?.code], ['cloudformation:shop-test/us-east-1/PlaceDashorderLambdaFunction', 21, { path: 'api', handler: 'src/place.handler', environment: { TABLE: 'test-orders' } }]);
  const found = edges(facts);
  for (const edge of ['PlaceDashorderLambdaFunction uses-role IamRoleLambdaExecution', 'IamRoleLambdaExecution writes Orders', 'HttpApi triggers PlaceDashorderLambdaFunction', 'Work triggers PlaceDashorderLambdaFunction', 'Orders triggers On_changeLambdaFunction', 'SNSTopicNews triggers On_changeLambdaFunction', 'On_changeLambdaFunction uses-role Own'].map((text) => text.replaceAll('On_change', 'OnUnderscorechange'))) {
    assert.ok(found.includes(edge), `${edge} in\n${found.join('\n')}`);
  }
  assert.ok(facts.some((fact) => fact.type === 'blind-spot' && /websocket, which is not known/.test(fact.message)));
});

test('the stage is that of the parameters; the same facts come of it in any order of files', async () => {
  const files = { 'api/serverless.yml': shop, 'api/resources/orders.yml': orders };
  const facts = await scan(files, { stage: 'prod' });
  assert.deepEqual(resources(facts).find(({ id }) => id.endsWith('/Orders'))?.name, 'prod-orders');
  const again = await scan(Object.fromEntries(Object.entries(files).reverse()), { stage: 'prod' });
  assert.deepEqual(buildEstate(again).resources, buildEstate(facts).resources);
});

test('services of one name are kept apart by their folders', async () => {
  const facts = await scan({ 'a/serverless.yml': shop, 'b/serverless.yml': shop });
  assert.deepEqual([...new Set(resources(facts).map(({ stack }) => stack))].sort(), ['a', 'b']);
});

test('what only a deployment tells is no name, and hostile variables end', async () => {
  const deep = Array.from({ length: 60 }, (_, index) => `  v${index}: "\${self:custom.v${index + 1}}\${self:custom.v${index + 1}}"\n`).join('');
  const facts = await scan({
    'serverless.yml': `service: x
custom:
  circle: \${self:custom.round}
  round: \${self:custom.circle}
${deep}  v60: ab
provider: {name: aws, stage: "\${env:STAGE}"}
resources:
  Resources:
    A: {Type: AWS::SQS::Queue, Properties: {QueueName: "\${self:custom.circle}-jobs"}}
    B: {Type: AWS::SQS::Queue, Properties: {QueueName: "\${cf:other.Name}"}}
    C: {Type: AWS::SQS::Queue, Properties: {QueueName: "\${self:custom.v0}"}}
    D: {Type: AWS::SQS::Queue, Properties: {QueueName: "\${file(./secrets.js):name}"}}
    E: {Type: AWS::SNS::Topic, Properties: {TopicName: "\${ssm:/x/topic}"}}
    __proto__: {Type: AWS::SQS::Queue}
    constructor: {Type: AWS::SQS::Queue, Properties: {QueueName: "\${self:custom.constructor}\${self:__proto__.x}"}}
`,
    'secrets.js': 'throw new Error("never run")',
  });
  for (const { id, name } of resources(facts)) assert.equal(name, id.slice(id.lastIndexOf('/') + 1), `${id} has no name of its own`);
  assert.ok(resources(facts).length >= 6);
  assert.equal(({} as Record<string, unknown>)['Type'], undefined);
});

test('what is deployed to others, or is no configuration, is left', async () => {
  assert.deepEqual(resources(await scan({ 'serverless.yml': 'service: a # aws\nprovider: {name: google}\nfunctions: {f: {handler: a.b}}\n' })), []);
  assert.deepEqual(resources(await scan({ 'serverless.yml': '- service: aws\n- provider:\n' })), []);
});
