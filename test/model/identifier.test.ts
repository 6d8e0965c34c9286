import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { identifiersIn } from '../../model/identifier.ts';
import { soleSymbol, symbol, symbolsIn } from '../../model/symbol.ts';

describe('identifiersIn', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['queue=https://sqs.us-east-1.amazonaws.com/111122223333/jobs', ['sqs.us-east-1.amazonaws.com/111122223333/jobs']],
    ['postgres://app:hunter2@shop.cluster-x1.eu-west-1.rds.amazonaws.com:5432/shop', ['shop.cluster-x1.eu-west-1.rds.amazonaws.com']],
    ['{"Resource":["arn:aws:s3:::media/*","arn:aws:sns:us-east-1:1:t"]}', ['arn:aws:s3:::media/*', 'arn:aws:sns:us-east-1:1:t']],
    ['see arn:aws:sns:us-east-1:1:t.', ['arn:aws:sns:us-east-1:1:t']],
    [`arn:aws:dynamodb:us-east-1:1:table/${symbol('t/a', 'Name')} and ${symbol('t/b')}`, ['arn:aws:dynamodb:us-east-1:1:table/⟦t/a#Name⟧', '⟦t/b⟧']],
    ['vpc-0a1b2c3d subnet-0a1b2c3d4e5f60718 my-vpc-0a1b2c3d vpc-xyz ami-12345678', ['vpc-0a1b2c3d', 'subnet-0a1b2c3d4e5f60718', 'ami-12345678']],
    ['111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/shop:1', ['111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/shop']],
    ['https://sqs.eu-west-1.amazonaws.com/111122223333/jobs.fifo?x=1', ['sqs.eu-west-1.amazonaws.com/111122223333/jobs.fifo']],
    ['arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:1:function:pay/invocations', ['arn:aws:lambda:eu-west-1:1:function:pay']],
    ['vpc-038cf', ['vpc-038cf']],
    ['my vpc-038cf', []],
    ['a secret without identifiers: AKIA…', []],
    ['amazonaws.company.example', []],
  ];
  for (const [text, expected] of cases) it(text.slice(0, 60), () => assert.deepEqual(identifiersIn(text), expected));

  it('takes any text, and ends on long hostile ones', { timeout: 60_000 }, () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => Array.isArray(identifiersIn(text))));
    for (const text of ['a.'.repeat(500_000), 'arn:aws:'.repeat(100_000), `${'-'.repeat(200_000)}.amazonaws.com`, '⟦'.repeat(200_000)]) identifiersIn(text);
  });
});

describe('symbols', () => {
  it('are read back from text', () => {
    assert.deepEqual(symbolsIn(`x${symbol('a/b', 'Arn')}y${symbol('c')}`), [{ id: 'a/b', attribute: 'Arn' }, { id: 'c', attribute: undefined }]);
    assert.deepEqual(soleSymbol(symbol('a', 'b')), { id: 'a', attribute: 'b' });
    for (const text of ['', 'a', `${symbol('a')}!`, symbol('a') + symbol('b')]) assert.equal(soleSymbol(text), undefined);
  });
});
