import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { arnResourceName, arnResourceType, formatArn, parseArn } from '../../model/arn.ts';

describe('parseArn', () => {
  const cases: readonly (readonly [string, string, string, string | undefined, string])[] = [
    ['arn:aws:dynamodb:us-east-1:111122223333:table/orders/index/x', 'dynamodb', 'us-east-1', 'table', 'orders/index/x'],
    ['arn:aws-cn:lambda:cn-north-1:111122223333:function:f:live', 'lambda', 'cn-north-1', 'function', 'f:live'],
    ['arn:aws-us-gov:s3:::bucket/key', 's3', '', 'bucket', 'key'],
    ['arn:aws-eusc:sqs:eusc-de-east-1:111122223333:jobs', 'sqs', 'eusc-de-east-1', undefined, 'jobs'],
    ['arn:aws:iam::111122223333:role/path/name', 'iam', '', 'role', 'path/name'],
    ['arn:aws:execute-api:*:⟦account⟧:api/*/GET', 'execute-api', '*', 'api', '*/GET'],
    ['arn:⟦partition⟧:rds:us-east-1:1:cluster:⟦t/Db⟧', 'rds', 'us-east-1', 'cluster', '⟦t/Db⟧'],
  ];
  for (const [text, service, region, type, name] of cases) {
    it(text, () => {
      const arn = parseArn(text);
      assert.ok(arn);
      assert.deepEqual([arn.service, arn.region, arnResourceType(arn), arnResourceName(arn), formatArn(arn)], [service, region, type, name, text]);
    });
  }

  it('takes nothing else for an ARN', () => {
    for (const text of ['', 'arn:', 'arn:aws:s3', 'arn:aws:s3:::', 'arn:aws::us-east-1:1:x', ' arn:aws:s3:::b', 'urn:aws:s3:::b', 'arn:a b:s3:::x']) assert.equal(parseArn(text), undefined, text);
  });
});
