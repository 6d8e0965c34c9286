import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deployedCode } from '../../../scanner/iac/deployed-code.ts';

const lambda = (properties: Parameters<typeof deployedCode>[0]['properties'], asset?: string): ReturnType<typeof deployedCode> => deployedCode({ type: 'AWS::Lambda::Function', properties, file: 'app/template.yaml', asset });

test('code is where the document says, counted from its folder', () => {
  assert.deepEqual(lambda({ CodeUri: './src/', Handler: 'a.handler' }), { path: 'app/src', handler: 'a.handler' });
  assert.deepEqual(lambda({ Code: { S3Bucket: 'b', S3Key: 'x/place.zip' } }, 'asset.1234'), { path: 'app/asset.1234', hint: 'x/place.zip' });
  assert.deepEqual(deployedCode({ type: 'aws_lambda_function', properties: { filename: '../build/a.zip', handler: 'a.handler', environment: [{ variables: { TABLE: 'orders' } }] }, file: 'infra/plan.json' }), { path: 'build/a.zip', handler: 'a.handler', environment: { TABLE: 'orders' } });
  for (const outside of ['../../elsewhere', '/etc', 's3://bucket/key', 'https://example.com/a.zip']) assert.deepEqual(lambda({ CodeUri: outside }), {});
  assert.equal(deployedCode({ type: 'AWS::S3::Bucket', properties: {}, file: 'a.yaml' }), undefined);
});

test('code in the document itself is told by the name of its function', () => {
  assert.deepEqual(deployedCode({ type: 'AWS::Lambda::Function', properties: { Code: { ZipFile: 'exports.handler = 1' }, Handler: 'index.handler' }, file: 'app/template.yaml', label: 'Place' }), { path: 'app/template.yaml:Place', handler: 'index.handler' });
});

test('of the environment only what names a resource is kept', () => {
  const symbol = '⟦cloudformation:app/eu-west-1/Orders⟧';
  const Variables = {
    TABLE: symbol, NAMED_TABLE: 'shop-orders', TOPIC_ARN: 'arn:aws:sns:eu-west-1:111122223333:changes', QUEUE: 'https://sqs.eu-west-1.amazonaws.com/111122223333/work', BUCKET_NAME: `media-${symbol}`,
    DATABASE_URL: 'postgres://admin:hunter2@db.example.com/shop', API_KEY: 'sk-0123456789abcdef0123', DB_PASSWORD: 'correct-horse', SECRET_TOKEN: 'hunter2hunter2', ENCRYPTION_KEY: 'hunter2hunter3', LOGIN: 'hunter4', GREETING: 'hello world', UNKNOWN: { $unresolved: 'parameter' },
  };
  assert.deepEqual(lambda({ Environment: { Variables } })?.environment, {
    TABLE: symbol, NAMED_TABLE: 'shop-orders', TOPIC_ARN: Variables.TOPIC_ARN, QUEUE: 'sqs.eu-west-1.amazonaws.com/111122223333/work', BUCKET_NAME: Variables.BUCKET_NAME,
  });
});

test('containers have an image, an environment and secrets', () => {
  const ContainerDefinitions = [{ Image: 'shop/checkout:1', Environment: [{ Name: 'TABLE', Value: 'carts' }], Secrets: [{ Name: 'LOGIN', ValueFrom: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:login-AbCdEf' }] }];
  assert.deepEqual(deployedCode({ type: 'AWS::ECS::TaskDefinition', properties: { ContainerDefinitions }, file: 't.yaml' }), { hint: 'shop/checkout:1', environment: { TABLE: 'carts', LOGIN: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:login-AbCdEf' } });
});
