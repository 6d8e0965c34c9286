import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CallFailure } from '../../../scanner/aws/gateway/failure.ts';
import { transport } from '../../../scanner/aws/gateway/transport.ts';
import { gateway, type Gateway } from '../../../scanner/aws/gateway.ts';
import { dynamodb } from '../../../scanner/aws/services/dynamodb.ts';
import { answering, failing, fakeAws, type Answer, type Asked } from '../../support/fake-aws.ts';

const clock = { now: () => performance.now(), sleep: async () => undefined };

async function withFake<T>(answer: (asked: Asked) => Answer | undefined, run: (gate: Gateway, asked: readonly Asked[]) => Promise<T>): Promise<T> {
  const aws = await fakeAws(answer);
  const via = transport({});
  const gate = gateway({ transport: via, endpointUrl: aws.url, clock, maxAttempts: 2, credentials: () => async () => ({ accessKeyId: 'AKIAFAKE', secretAccessKey: 'fake' }) });
  try {
    return await run(gate, aws.asked);
  } finally {
    via.httpAgent.destroy();
    via.httpsAgent.destroy();
    await aws.close();
  }
}

const tables = async (gate: Gateway): Promise<string[]> => {
  const found: string[] = [];
  for await (const { TableNames = [] } of gate.at('111122223333', 'eu-west-1').pages(dynamodb, 'ListTables', {})) found.push(...TableNames);
  return found;
};

describe('gateway', () => {
  it('asks in the region for every page, empty ones among them', async () => {
    const pages = [{ TableNames: ['a'], LastEvaluatedTableName: 'a' }, { TableNames: [], LastEvaluatedTableName: 'b' }, { TableNames: ['c'] }];
    await withFake(({ before }) => answering(pages[before] ?? {}), async (gate, asked) => {
      assert.deepEqual(await tables(gate), ['a', 'c']);
      assert.deepEqual(asked.map(({ region, input }) => [region, input['ExclusiveStartTableName']]), [['eu-west-1', undefined], ['eu-west-1', 'a'], ['eu-west-1', 'b']]);
    });
  });

  it('ends a list that goes round in a circle', async () => {
    await withFake(() => answering({ TableNames: ['a'], LastEvaluatedTableName: 'a' }), async (gate) => {
      await assert.rejects(tables(gate), (thrown) => thrown instanceof CallFailure && thrown.consequence.restart === true);
    });
  });

  it('retries throttling, and says so when it does not end', async () => {
    await withFake(({ before }) => (before === 0 ? failing('ThrottlingException') : answering({ TableNames: ['a'] })), async (gate) => assert.deepEqual(await tables(gate), ['a']));
    await withFake(() => failing('ThrottlingException'), async (gate, asked) => {
      await assert.rejects(tables(gate), { reason: 'throttled' });
      assert.equal(asked.length, 2);
    });
  });

  it('takes HTML for a failure, never for an empty list', async () => {
    await withFake(() => ({ status: 200, body: '<html>Sign in</html>', type: 'text/html' }), async (gate) => assert.rejects(tables(gate), { reason: 'unparsable' }));
  });

  it('asks nothing more of an account whose credentials have expired', async () => {
    await withFake(() => failing('ExpiredTokenException'), async (gate, asked) => {
      await assert.rejects(tables(gate), { name: 'ExpiredTokenException' });
      const before = asked.length;
      await assert.rejects(gate.at('111122223333', 'us-east-1').call(dynamodb, 'DescribeTable', { TableName: 'a' }), { action: 'dynamodb:DescribeTable' });
      assert.equal(asked.length, before);
      await assert.rejects(gate.at('444455556666', 'us-east-1').call(dynamodb, 'ListTables', {}));
      assert.ok(asked.length > before);
    });
  });

  it('sends nothing that is not declared or does not read', async () => {
    await withFake(() => answering({}), async (gate, asked) => {
      const place = gate.at('111122223333', 'us-east-1');
      const scan = { ...dynamodb, operations: { ...dynamodb.operations, Scan: { actions: ['dynamodb:Scan'] } } };
      await assert.rejects(async () => place.call(dynamodb, 'Scan' as never, {} as never), /does not declare Scan/);
      await assert.rejects(async () => place.call(scan as never, 'Scan' as never, { TableName: 'a' } as never), /Scan/);
      assert.equal(asked.length, 0);
    });
  });
});
