import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import type { Fact } from '../../../../model/fact.ts';
import { callScanner } from '../../../../scanner/code/calls/index.ts';
import { listFiles } from '../../../../scanner/files.ts';

async function factsOf(files: Readonly<Record<string, string>>): Promise<Fact[]> {
  const root = mkdtempSync(join(tmpdir(), 'regionready-calls-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const listing = await listFiles({ base: root, scanner: 'code-calls' });
    const facts: Fact[] = [];
    for await (const fact of callScanner.scan({ files: listing.files })) facts.push(fact);
    return facts;
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** `line edge to`, sorted as they stand in the file. */
async function callsIn(path: string, text: string, others: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const facts = await factsOf({ [path]: text, ...others });
  return facts.flatMap((fact) => (fact.type === 'reference' && fact.source.file === path && fact.source.line !== undefined ? [`${fact.source.line} ${fact.edge} ${fact.to}${fact.confidence === undefined ? '' : ` ${fact.confidence}`}`] : []));
}

test('commands, aggregated clients and helpers of the SDK for JavaScript 3', async () => {
  assert.deepEqual(await callsIn('src/a.ts', `
import { DynamoDB, GetItemCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { GetObjectCommand, CopyObjectCommand } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { PublishCommand } from '@aws-sdk/client-sns';
import { bucket, names } from './config.ts';
const all = new DynamoDB({});
export async function handler(event: { table: string }) {
  await client.send(new GetItemCommand({ TableName: process.env.TABLE!, Key: {} }));
  await all.deleteItem({ TableName: names.carts });
  await documents.send(new PutCommand({ TableName: process.env['ORDERS'] ?? 'orders', Item: {} }));
  await documents.send(new BatchGetCommand({ RequestItems: { [names.carts]: {}, plain: {} } }));
  await documents.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName: 'a', Item: {} } }] }));
  await new Upload({ client, params: { Bucket: bucket, Key: 'k' } }).done();
  await getSignedUrl(client, new GetObjectCommand({ Bucket: \`\${process.env.STAGE}-media\`, Key: 'k' }));
  await client.send(new CopyObjectCommand({ Bucket: bucket, CopySource: '/from/key' }));
  for await (const page of paginateScan({ client: all }, { TableName: event.table })) void page;
  await sns.send(new PublishCommand({ PhoneNumber: '1', Message: 'text messages name no topic' }));
}
`, { 'src/config.ts': 'export const bucket = process.env.BUCKET;\nexport const names = { carts: `carts-${process.env.STAGE}` } as const;\n' }), [
    '11 reads ${env:TABLE}', '12 writes carts-${env:STAGE}', '13 writes ${env:ORDERS:-orders}', '14 reads carts-${env:STAGE}', '14 reads plain', '15 writes a',
    '16 writes ${env:BUCKET}', '17 reads ${env:STAGE}-media', '18 writes ${env:BUCKET}', '18 reads from', '19 reads ${?event.table}',
  ]);
});

test('clients of version 2, in classes, behind tracers and in modules of their own', async () => {
  assert.deepEqual(await callsIn('src/a.js', `
const AWS = require('aws-sdk');
const { documents } = require('./clients');
const { TABLE_NAME } = process.env;
const s3 = AWSXRay.captureAWSClient(new AWS.S3());
class Store {
  constructor(client, table) { this.client = client; this.table = table; }
  read(id) { return this.client.get({ TableName: this.table, Key: { id } }).promise(); }
}
new Store(documents, process.env.STORE);
exports.handler = async (event) => {
  const params = { TableName: TABLE_NAME, Item: event };
  await documents.put(params).promise();
  await s3.getSignedUrlPromise('putObject', { Bucket: process.env.MEDIA, Key: 'k' });
  cache.get({ Key: 'no request of an SDK' });
};
`, { 'src/clients.js': "const AWS = require('aws-sdk');\nexports.documents = new AWS.DynamoDB.DocumentClient();\n" }), ['8 reads ${env:STORE}', '13 writes ${env:TABLE_NAME}', '14 writes ${env:MEDIA} inferred']);
});

test('clients, resources, paginators and requests of boto3', async () => {
  assert.deepEqual(await callsIn('app.py', `
import os, boto3
from settings import BUS
TABLE = os.environ.get("TABLE", "orders")
table = boto3.resource("dynamodb").Table(TABLE)
s3 = boto3.client("s3")
class Outbox:
    def __init__(self, url):
        self.url = url
    def send(self):
        boto3.client("sqs").send_message(QueueUrl=self.url, MessageBody="x")
Outbox(os.getenv("OUTBOX"))
def handler(event, context):
    table.put_item(Item=event)
    with table.batch_writer() as batch:
        batch.put_item(Item=event)
    s3.upload_file("/tmp/x", os.environ["BUCKET"], "k")
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket="all"):
        pass
    request = {"TableName": TABLE, "Key": {}}
    boto3.client("dynamodb").delete_item(**request)
    boto3.client("events").put_events(Entries=[{"EventBusName": BUS}])
    boto3.client("secretsmanager").get_secret_value(SecretId=f"{os.environ['STAGE']}/login")
    boto3.client("lambda").invoke(FunctionName=event["name"])
`, { 'settings.py': 'import os\nBUS = os.environ["BUS"]\n' }), [
    '11 writes ${env:OUTBOX}', '14 writes ${env:TABLE:-orders}', '15 writes ${env:TABLE:-orders}', '17 writes ${env:BUCKET}', '18 reads all',
    '21 writes ${env:TABLE:-orders}', '22 triggers ${env:BUS}', '23 uses-secret ${env:STAGE}/login', '24 calls ${?event[…]}',
  ]);
});

const samples: readonly (readonly [file: string, text: string, calls: readonly string[]])[] = [
  ['A.java', `import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import com.amazonaws.services.s3.AmazonS3;
class A {
  private static final String TABLE = System.getenv("TABLE");
  private final DynamoDbClient db = DynamoDbClient.create();
  private AmazonS3 s3;
  private final String bucket;
  A() { this.bucket = System.getenv().getOrDefault("BUCKET", "pictures"); }
  void run() {
    db.getItem(GetItemRequest.builder().tableName(TABLE).build());
    db.putItem(request -> request.tableName(TABLE));
    s3.getObject(bucket, "key");
  }
}`, ['10 reads ${env:TABLE}', '11 writes ${env:TABLE}', '12 reads ${env:BUCKET:-pictures}']],
  ['main.go', `package main
import (
	"os"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)
type Store struct { table string }
func New() *Store { return &Store{table: os.Getenv("TABLE")} }
func (s *Store) Get() { client.GetItem(ctx, &dynamodb.GetItemInput{TableName: aws.String(s.table)}) }
func main() { name := os.Getenv("OTHER"); client.Query(ctx, &dynamodb.QueryInput{TableName: &name}) }
`, ['9 reads ${env:TABLE}', '10 reads ${env:OTHER}']],
  ['A.cs', `using Amazon.DynamoDBv2; using Amazon.S3;
class A {
  static readonly string Table = Environment.GetEnvironmentVariable("TABLE") ?? "orders";
  IAmazonDynamoDB db; IAmazonS3 s3; string bucket;
  A() { bucket = Environment.GetEnvironmentVariable("BUCKET"); }
  async Task Run() {
    await db.GetItemAsync(new GetItemRequest { TableName = Table });
    await s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket });
  }
}`, ['7 reads ${env:TABLE:-orders}', '8 writes ${env:BUCKET}']],
  ['a.rb', `require 'aws-sdk-dynamodb'
client = Aws::DynamoDB::Client.new
client.get_item(table_name: ENV['TABLE'], key: {})
client.put_item({ table_name: ENV.fetch('OTHER', 'x'), item: {} })
`, ['3 reads ${env:TABLE}', '4 writes ${env:OTHER:-x}']],
  ['a.php', `<?php
use Aws\\S3\\S3Client;
$s3 = new S3Client([]);
$s3->putObject(['Bucket' => getenv('BUCKET'), 'Key' => 'k']);
`, ['4 writes ${env:BUCKET}']],
  ['a.kt', `import aws.sdk.kotlin.services.dynamodb.DynamoDbClient
class A(private val db: DynamoDbClient) {
  private val table = System.getenv("TABLE") ?: "orders"
  suspend fun run() { db.getItem(GetItemRequest { tableName = table }) }
}`, ['4 reads ${env:TABLE:-orders}']],
  ['a.rs', `use aws_sdk_dynamodb::Client;
async fn run(client: &Client) {
    let table = std::env::var("TABLE").expect("set");
    client.put_item().table_name(&table).send().await;
}`, ['4 writes ${env:TABLE}']],
];
for (const [file, text, calls] of samples) test(`requests of the SDK in ${file}`, async () => assert.deepEqual(await callsIn(file, text), calls));

test('imports that lead to calls are told, others are not', async () => {
  const facts = await factsOf({
    'a/handler.ts': "import { put } from '../lib/index.ts';\nimport { plain } from './plain.ts';\n",
    'a/plain.ts': 'export const plain = 1;\n',
    'lib/index.ts': "export * from './table.ts';\n",
    'lib/table.ts': "import { PutItemCommand } from '@aws-sdk/client-dynamodb';\nexport const put = () => client.send(new PutItemCommand({ TableName: 'orders' }));\n",
    'py/main.py': 'from shared import store\n',
    'layers/python/shared/store.py': 'import boto3\nboto3.client("sqs").send_message(QueueUrl="https://sqs.eu-west-1.amazonaws.com/111122223333/q", MessageBody="")\n',
  });
  const imports = facts.flatMap((fact) => (fact.type === 'reference' && fact.edge === 'refers' ? [`${fact.from} ${fact.to}`] : []));
  assert.deepEqual(imports, ['code:a/handler.ts code:lib/index.ts', 'code:lib/index.ts code:lib/table.ts', 'code:py/main.py code:layers/python/shared/store.py']);
  const named = await factsOf({ 'a.ts': "import { put } from './b.ts';\nput();\n", 'b.ts': "import { PutItemCommand } from '@aws-sdk/client-dynamodb';\nexport function put() { client.send(new PutItemCommand({ TableName: 'orders' })); }\n" });
  assert.deepEqual(named.flatMap((fact) => (fact.type === 'reference' && fact.edge === 'refers' ? [fact.to] : [])), ['code:b.ts', 'code:b.ts#put']);
});

test('what all callers hand over is the value, in whatever file they are', async () => {
  const helper = (path: string, text: string, callers: Readonly<Record<string, string>>): Promise<string[]> => callsIn(path, text, callers);
  const put = "import { PutItemCommand } from '@aws-sdk/client-dynamodb';\nexport const put = (table: string) => client.send(new PutItemCommand({ TableName: table, Item: {} }));\n";
  const caller = (table: string): string => `import { put } from './put.ts';\nawait put(${table});\n`;
  assert.deepEqual(await helper('src/put.ts', put, { 'src/a.ts': caller('process.env.TABLE'), 'src/b.ts': caller('process.env.TABLE') }), ['2 writes ${env:TABLE}']);
  assert.deepEqual(await helper('src/put.ts', put, { 'src/a.ts': caller('process.env.TABLE'), 'src/b.ts': caller('process.env.OTHER') }), ['2 writes ${?table}']);
  const store = 'import boto3\nclass Store:\n    def __init__(self, name):\n        self.table = boto3.resource("dynamodb").Table(name)\n    def save(self, item):\n        self.table.put_item(Item=item)\n';
  assert.deepEqual(await helper('store.py', store, { 'app.py': 'import os\nfrom store import Store\nStore(os.environ["TABLE"]).save({})\n' }), ['6 writes ${env:TABLE}']);
});

test('constructs of the AWS CDK say which code they deploy', async () => {
  const facts = await factsOf({
    'cdk.json': '{}',
    'lib/stack.ts': `
import { Code, Function } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
new NodejsFunction(this, 'Place', { entry: path.join(__dirname, '../src/place.ts') });
new Function(this, 'Read', { code: Code.fromAsset('src/read'), handler: 'index.handler' });
new NodejsFunction(this, 'beside');
`,
    'lib/stack.beside.ts': '',
  });
  assert.deepEqual(facts.flatMap((fact) => (fact.type === 'reference' && fact.edge === 'deploys' ? [`${fact.from} ${fact.to}`] : [])), ['construct:Place code:src/place.ts', 'construct:Read code:src/read', 'construct:beside code:lib/stack.beside.ts']);
});

test('literals of code that is not understood never reach a fact', async () => {
  const facts = await factsOf({ 'a.py': 'import boto3\nboto3.client("s3").get_object(Bucket=pick("hunter2-is-a-secret"), Key="k")\n' });
  assert.ok(facts.some((fact) => fact.type === 'reference' && fact.to.includes('${?pick')));
  assert.ok(!JSON.stringify(facts).includes('hunter2'));
  assert.deepEqual(facts.flatMap((fact) => (fact.type === 'coverage' ? [`${fact.what} ${fact.count}`] : [])), ['calls:resource-not-told 1']);
});

test('files of .NET see the projects that theirs refers to', async () => {
  const facts = await factsOf({
    'app/Api/Api.csproj': '<Project><ItemGroup><ProjectReference Include="..\\Shared\\Shared.csproj" /></ItemGroup></Project>', 'app/Api/Function.cs': 'class Function { }',
    'app/Shared/Shared.csproj': '<Project />', 'app/Shared/Store.cs': 'using Amazon.DynamoDBv2;\nclass Store { Task Save() { return db.PutItemAsync(new PutItemRequest { TableName = "orders" }); } }',
  });
  assert.ok(facts.some((fact) => fact.type === 'reference' && fact.from === 'code:app/Api/Function.cs' && fact.to === 'code:app/Shared/Store.cs'));
});

test('code that stands in a template is told as that of its function, by lines of the template', async () => {
  const template = `Globals: {Function: {Runtime: python3.12}}
Resources:
  Place:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Code:
        ZipFile: |
          const { SQSClient, SendMessageCommand } = require('@aws-sdk/client-sqs');
          exports.handler = () => new SQSClient({}).send(new SendMessageCommand({ QueueUrl: process.env.QUEUE }));
  Copy:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: !Sub |
        import boto3
        boto3.client('s3').get_object(Bucket='media', Key='k')
        boto3.client('dynamodb').get_item(TableName='\${Orders}', Key={})
  Java: {Type: AWS::Lambda::Function, Properties: {Runtime: java21, Code: {ZipFile: "boto3.client('s3').get_object(Bucket='media')"}}}
`;
  const facts = await factsOf({ 'app/template.yaml': template, 'app/same.json': JSON.stringify({ Resources: { Copy: { Type: 'AWS::Lambda::Function', Properties: { Runtime: 'python3.12', Code: { ZipFile: "import boto3\nboto3.client('s3').get_object(Bucket='media', Key='k')\n" } } } } }, null, 1) });
  assert.deepEqual(facts.flatMap((fact) => (fact.type === 'reference' && fact.source.line !== undefined ? [`${fact.from} ${fact.edge} ${fact.to} ${fact.source.file}:${fact.source.line}`] : [])), [
    'code:app/same.json:Copy reads media app/same.json:8', 'code:app/template.yaml:Place writes ${env:QUEUE} app/template.yaml:10',
    'code:app/template.yaml:Copy reads media app/template.yaml:16', 'code:app/template.yaml:Copy reads ${?Orders} app/template.yaml:17',
  ]);
});

test('tests and files without an SDK say nothing', async () => {
  assert.deepEqual(await factsOf({ 'test/a.test.ts': "import { GetItemCommand } from '@aws-sdk/client-dynamodb';\nnew GetItemCommand({ TableName: 'x' });\n", 'src/b.ts': 'export const getItem = (id: string) => table.getItem({ id });\n' }), []);
});
