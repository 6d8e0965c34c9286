import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { forbidden } from '../../../../scanner/aws/gateway/read-only.ts';
import { services } from '../../../../scanner/aws/services/index.ts';

describe('what may be sent', () => {
  it('is what reads, of every service', async () => {
    for (const { id, client, sdk, operations } of services) {
      const members = (await sdk()) as Readonly<Record<string, unknown>>;
      assert.equal(typeof members[client], 'function', id);
      for (const [operation, { actions }] of Object.entries(operations)) {
        assert.equal(forbidden(operation, actions), undefined, `${id} ${operation}`);
        assert.equal(typeof members[`${operation}Command`], 'function', `${id} ${operation}`);
      }
    }
  });

  it('is nothing that writes or reads contents', () => {
    for (const name of ['GetSecretValue', 'Decrypt', 'GetObject', 'Scan', 'Query', 'PutItem', 'DeleteTable', 'BatchGetItem', 'GetParameter', 'GetRecords', 'ReceiveMessage', 'GetAuthorizationToken', 'CreateBucket', 'Getaway']) {
      assert.notEqual(forbidden(name, [`x:${name}`]), undefined, name);
    }
    assert.notEqual(forbidden('DescribeTable', ['dynamodb:*']), undefined);
  });

  it('is sent by the gateway alone', () => {
    const allowed = new Set(['scanner/aws/gateway/credentials.ts']);
    const imports = filesIn('scanner').concat(filesIn('cli'), filesIn('rules')).filter((path) => !path.startsWith('scanner/aws/services/') && !allowed.has(path));
    const guilty = imports.filter((path) => /^import (?!type )[^;]*'@(?:aws-sdk|smithy)\/|import\('@(?:aws-sdk|smithy)\//m.test(readFileSync(path, 'utf8')));
    assert.deepEqual(guilty, []);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')).map((path) => join(folder, path));
}
