import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { buildEstate } from '../../../graph/build.ts';
import type { Fact } from '../../../model/fact.ts';
import type { FileScope } from '../../../model/occurrence.ts';
import { iacScanner } from '../../../scanner/iac/index.ts';

async function scan(files: Readonly<Record<string, string>>, scopes: Readonly<Record<string, FileScope>> = {}): Promise<Fact[]> {
  const root = mkdtempSync(join(tmpdir(), 'iac-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (text.startsWith('→')) symlinkSync(text.slice(1), join(root, path));
    else writeFileSync(join(root, path), text);
  }
  const facts: Fact[] = [];
  const listed = Object.keys(files).map((path) => ({ path, size: files[path]?.length ?? 0, scope: scopes[path] ?? ('production' as const) }));
  for await (const fact of iacScanner.scan({ root, files: listed, deployments: () => [{ region: 'us-east-1' }] })) facts.push(fact);
  return facts;
}
const ids = (facts: readonly Fact[]): string[] => facts.flatMap((fact) => (fact.type === 'resource' ? [fact.id] : [])).sort();

const table = 'Resources:\n  Orders:\n    Type: AWS::DynamoDB::Table\n    Properties: {TableName: orders}\n';

describe('iacScanner', () => {
  it('reads a nested template once, as part of its parent', async () => {
    const facts = await scan({
      'main.yaml': 'Resources:\n  Data:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: ./nested/data.yaml}\n',
      'nested/data.yaml': table,
    });
    assert.deepEqual(ids(facts), ['cloudformation:main/us-east-1/Data', 'cloudformation:main/us-east-1/Data/Orders']);
  });

  it('keeps stacks apart whose templates have the same file name, in any order of files', async () => {
    const files = { 'orders/template.yaml': table, 'users/template.yaml': table, 'b/users/data.yaml': table, 'c/users/data.yaml': table };
    const expected = ['b-users-data', 'c-users-data', 'orders', 'users'].map((stack) => `cloudformation:${stack}/us-east-1/Orders`);
    assert.deepEqual(ids(await scan(files)), expected);
    assert.deepEqual(ids(await scan(Object.fromEntries(Object.entries(files).reverse()))), expected);
  });

  it('reads templates that contain each other or themselves, and says where it stops', async () => {
    const nesting = (url: string): string => `${table}  Inner:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: ./${url}}\n`;
    const circle = await scan({ 'b.yaml': nesting('a.yaml'), 'a.yaml': nesting('b.yaml') });
    assert.deepEqual(ids(circle).filter((id) => id.endsWith('Orders')), ['cloudformation:a/us-east-1/Inner/Orders', 'cloudformation:a/us-east-1/Orders']);
    for (const facts of [circle, await scan({ 'a.yaml': nesting('a.yaml') })]) {
      assert.ok(facts.some((fact) => fact.type === 'blind-spot' && fact.message.includes('contains itself')));
    }
  });

  it('binds an import to the resource that another template exports, in either order of files', async () => {
    const exporting = `${table}Outputs:\n  Arn:\n    Value: !GetAtt Orders.Arn\n    Export: {Name: orders-arn}\n`;
    const importing = 'Resources:\n  Fn:\n    Type: AWS::Lambda::Function\n    Properties:\n      Environment: {Variables: {TABLE: !ImportValue orders-arn}}\n';
    for (const [a, b] of [['a.yaml', 'b.yaml'], ['b.yaml', 'a.yaml']] as const) {
      const { edges } = buildEstate(await scan({ [a]: exporting, [b]: importing }));
      assert.deepEqual(edges.map(({ from, to }) => [from.split('/').at(-1), to.split('/').at(-1)]), [['Fn', 'Orders']]);
    }
  });

  it('takes an import of a stack that nobody names for the one export of that ending, and says so', async () => {
    const exporting = (logicalId: string): string => `${table.replace('Orders', logicalId)}Outputs:\n  Arn:\n    Value: !GetAtt ${logicalId}.Arn\n    Export: {Name: !Sub "\${AWS::StackName}-TableArn"}\n`;
    const importing = 'Parameters: {Parent: {Type: String}}\nResources:\n  Fn:\n    Type: AWS::Lambda::Function\n    Properties:\n      Environment: {Variables: {TABLE: !ImportValue {"Fn::Sub": "${Parent}-TableArn"}}}\n';
    const edges = (facts: readonly Fact[]): unknown => buildEstate(facts).edges.map(({ from, to }) => [from.split('/').at(-1), to.split('/').at(-1)]);
    const facts = await scan({ 'state.yaml': exporting('Orders'), 'app.yaml': importing });
    assert.deepEqual(edges(facts), [['Fn', 'Orders']]);
    assert.ok(facts.some((fact) => fact.type === 'blind-spot' && /only scanned export of that ending, state-TableArn/.test(fact.message)));
    assert.deepEqual(edges(await scan({ 'state.yaml': exporting('Orders'), 'other.yaml': exporting('Others'), 'app.yaml': importing })), [], 'of two, neither');
    assert.deepEqual(edges(await scan({ 'app.yaml': `${importing}Outputs:\n  Arn:\n    Value: !GetAtt Fn.Arn\n    Export: {Name: !Sub "\${AWS::StackName}-TableArn"}\n` })), [], 'no stack imports from itself');
  });

  it('leaves templates of tests and vendors alone and says how many', async () => {
    const facts = await scan({ 'a.yaml': table, 'test/b.yaml': table }, { 'test/b.yaml': 'test' });
    assert.deepEqual(ids(facts), ['cloudformation:a/us-east-1/Orders']);
    assert.ok(facts.some((fact) => fact.type === 'coverage' && fact.what === 'files:test-or-vendored-not-read-as-infrastructure' && fact.count === 1));
  });

  it('reads UTF-16, which PowerShell writes', async () => {
    const root = mkdtempSync(join(tmpdir(), 'iac-'));
    writeFileSync(join(root, 'a.yaml'), Buffer.from(`\uFEFF${table}`, 'utf16le'));
    const facts: Fact[] = [];
    for await (const fact of iacScanner.scan({ root, files: [{ path: 'a.yaml', size: 1, scope: 'production' }], deployments: () => [{ region: 'us-east-1' }] })) facts.push(fact);
    assert.deepEqual(ids(facts), ['cloudformation:a/us-east-1/Orders']);
  });

  it('follows no reference out of the scanned folder', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    writeFileSync(join(outside, 'secret.yaml'), table);
    const parent = (url: string): string => `Resources:\n  Data:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: ${url}}\n`;
    const facts = await scan({ 'a.yaml': parent(`../${outside.split('/').at(-1)}/secret.yaml`), 'b.yaml': parent('./link/secret.yaml'), link: `→${outside}` });
    assert.deepEqual(ids(facts), ['cloudformation:a/us-east-1/Data', 'cloudformation:b/us-east-1/Data']);
    assert.equal(facts.filter(({ type }) => type === 'blind-spot').length, 2);
  });

  it('turns files that cannot be read into blind spots and reads the rest', async () => {
    const facts = await scan({ 'a.yaml': table, 'broken.yaml': 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  A: {Type: "AWS::S3::Bucket\n', 'gone.yaml': '→/nowhere/gone.yaml', 'endless.yaml': '→/dev/zero' });
    assert.deepEqual(ids(facts).slice(0, 1), ['cloudformation:a/us-east-1/Orders']);
    assert.deepEqual(facts.flatMap((fact) => (fact.type === 'blind-spot' ? [`${fact.reason} ${fact.source.file}`] : [])).sort(), ['unparsable broken.yaml', 'unreadable endless.yaml', 'unreadable gone.yaml']);
  });

  it('finds what an archive of Terraform is made of, in configuration and plan alike', async () => {
    const configuration = 'data "archive_file" "place" {\n  type = "zip"\n  source_dir = "${path.module}/../src/place"\n  output_path = "${path.module}/.out/1.zip"\n}\nresource "aws_lambda_function" "place" {\n  filename = data.archive_file.place.output_path\n  handler = "index.handler"\n}\n';
    const resource = { mode: 'managed', provider_name: 'registry.terraform.io/hashicorp/aws', schema_version: 0, sensitive_values: {} };
    const plan = {
      format_version: '1.2', planned_values: { root_module: { resources: [{ ...resource, address: 'aws_lambda_function.place', type: 'aws_lambda_function', name: 'place', values: { filename: './.out/1.zip', handler: 'index.handler' } }] } },
      prior_state: { values: { root_module: { resources: [{ ...resource, mode: 'data', address: 'data.archive_file.place', type: 'archive_file', name: 'place', provider_name: 'registry.terraform.io/hashicorp/archive', values: { output_path: './.out/1.zip', source_dir: './../src/place' } }] } } },
    };
    for (const files of [{ 'infra/main.tf': configuration }, { 'infra/plan.json': JSON.stringify(plan) }]) {
      assert.deepEqual((await scan(files)).flatMap((fact) => (fact.type === 'resource' ? [[fact.id, fact.code?.path]] : [])), [['terraform:infra/aws_lambda_function.place', 'src/place']]);
    }
  });

  it('calls a root in the scanned folder by its state, else by the folder; its ids stay the same wherever it lies', async () => {
    const queue = 'resource "aws_sqs_queue" "q" {}\n';
    const named = async (head: string): Promise<unknown> => (await scan({ 'main.tf': head + queue })).flatMap((fact) => (fact.type === 'resource' ? [fact.id, fact.stack] : []));
    assert.deepEqual(await named('terraform {\n  backend "s3" {\n    key = "prod/payments/terraform.tfstate"\n  }\n}\n'), ['terraform:./aws_sqs_queue.q', 'prod/payments']);
    assert.deepEqual(await named('terraform {\n  cloud {\n    workspaces {\n      name = "payments"\n    }\n  }\n}\n'), ['terraform:./aws_sqs_queue.q', 'payments']);
    const [id, stack] = await named('') as string[];
    assert.deepEqual([id, stack?.startsWith('iac-')], ['terraform:./aws_sqs_queue.q', true]);
  });

  it('says what else deploys and is not read', async () => {
    const facts = await scan({ 'a/Pulumi.yaml': 'name: a\n', 'b/terragrunt.hcl': '', 'c/terragrunt.hcl': '', 'd/serverless.ts': '', 'test/sst.config.ts': '' }, { 'test/sst.config.ts': 'test' });
    assert.deepEqual(facts.flatMap((fact) => (fact.type === 'blind-spot' ? [`${fact.asked}: ${fact.source.file}`] : [])), [
      'resources that the Serverless Framework as a program deploys: d/serverless.ts', 'resources that Pulumi deploys: a/Pulumi.yaml', 'resources that Terragrunt deploys: b/terragrunt.hcl',
    ]);
  });

  it('says that an app of the CDK was not synthesised, or that what it wrote is not among the files', async () => {
    const spots = async (files: Record<string, string>): Promise<string[]> => (await scan(files)).flatMap((fact) => (fact.type === 'blind-spot' ? [`${fact.asked}: ${fact.source.file}`] : []));
    const stack = { 'shop/cdk.out/Orders.template.json': '{"Resources": {"A": {"Type": "AWS::SQS::Queue"}}}' };
    assert.deepEqual(await spots({ 'shop/cdk.json': '{}', 'pay/cdk.json': '{}', ...stack }), ['resources that the AWS CDK deploys: pay/cdk.json']);
    assert.deepEqual(await spots({ 'cdk.json': '{}', ...stack }), []);
    assert.deepEqual(await spots({ 'cdktf.json': '{}' }), ['resources that CDK for Terraform deploys: cdktf.json']);
  });

  it('ties agents of Bedrock to the functions that they call and to what they know', async () => {
    const template = 'Resources:\n  Fn: {Type: AWS::Lambda::Function}\n  Agent: {Type: AWS::Bedrock::Agent, Properties: {ActionGroups: [{ActionGroupExecutor: {Lambda: !GetAtt Fn.Arn}}], KnowledgeBases: [{KnowledgeBaseId: !Ref Base}]}}\n  Base: {Type: AWS::Bedrock::KnowledgeBase}\n  Source: {Type: AWS::Bedrock::DataSource, Properties: {KnowledgeBaseId: !Ref Base, DataSourceConfiguration: {S3Configuration: {BucketArn: !GetAtt Media.Arn}}}}\n  Media: {Type: AWS::S3::Bucket}\n';
    const { edges } = buildEstate(await scan({ 'a.yaml': template }));
    assert.deepEqual(edges.map(({ from, type, to }) => [from.split('/').at(-1), type, to.split('/').at(-1)].join(' ')), ['Agent reads Base', 'Agent calls Fn', 'Base contains Source', 'Source reads Media']);
  });
});
