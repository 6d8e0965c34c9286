import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { readSnapshot } from '../../../cli/snapshot-file.ts';
import { folderWith, runCli } from '../../support/io.ts';

/** moto's server, where there is one: named by MOTO_SERVER, or on the path. */
const server = process.env['MOTO_SERVER'] ?? 'moto_server';
const found = spawnSync(server, ['--help'], { stdio: 'ignore' }).status === 0;
const secret = 'hunter2-VALUE-1234567890';

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

describe('a scan of moto', { skip: found ? false : 'moto_server is not installed' }, () => {
  let moto: ChildProcess | undefined;
  let endpoint = '';

  before(async () => {
    const port = await freePort();
    endpoint = `http://127.0.0.1:${port}`;
    moto = spawn(server, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
    for (let tries = 0; tries < 120; tries += 1) {
      if (await fetch(`${endpoint}/moto-api/`).then(({ ok }) => ok, () => false)) break;
      await wait(250);
    }
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_REGION: 'us-east-1' });
    const settings = { endpoint, region: 'us-east-1', forcePathStyle: true };
    await new DynamoDBClient(settings).send(new CreateTableCommand({ TableName: 'orders', BillingMode: 'PAY_PER_REQUEST', KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }], AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }] }));
    await new S3Client(settings).send(new CreateBucketCommand({ Bucket: 'media' }));
    await new S3Client(settings).send(new PutBucketVersioningCommand({ Bucket: 'media', VersioningConfiguration: { Status: 'Enabled' } }));
    await new SecretsManagerClient(settings).send(new CreateSecretCommand({ Name: 'db', SecretString: secret }));
  });
  after(() => moto?.kill());

  it('finds what is there with its attributes, and no secret', async () => {
    const cwd = await folderWith({});
    const { code, stderr } = await runCli(['scan', '--endpoint-url', endpoint, '--regions', 'us-east-1', '-o', 'moto.snapshot'], { cwd });
    // Emulators do not have every operation: those are blind spots.
    assert.ok(code === 0 || code === 3, stderr);
    const { facts } = await readSnapshot(join(cwd, 'moto.snapshot'));
    const resources = facts.filter((fact) => fact.type === 'resource').filter(({ source }) => source.scanner === 'describe');
    const of = (kind: string) => resources.filter((resource) => resource.kind === kind);
    assert.deepEqual(of('dynamodb-table').map(({ name, attributes }) => [name, attributes['billingMode']]), [['orders', 'PAY_PER_REQUEST']]);
    assert.deepEqual(of('s3-bucket').map(({ name, region, attributes }) => [name, region, attributes['versioning'], attributes['replication']]), [['media', 'us-east-1', true, []]]);
    assert.deepEqual(of('secret').map(({ name, attributes }) => [name, attributes['replicaRegions']]), [['db', []]]);
    assert.ok(!JSON.stringify(facts).includes(secret));
  });
});
