import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { callFailure } from '../../../../scanner/aws/gateway/failure.ts';

const failure = (thrown: object, region = 'us-east-1') => callFailure(Object.assign(new Error('message' in thrown ? String(thrown.message) : 'no'), thrown), { action: 'dynamodb:ListTables', region });

describe('callFailure', () => {
  it('says why, by the name, code or status of the error', () => {
    const cases = [
      [{ name: 'AccessDeniedException' }, 'denied'],
      [{ name: 'UnauthorizedOperation' }, 'denied'],
      [{ name: 'Whatever', $metadata: { httpStatusCode: 403 } }, 'denied'],
      [{ name: 'ThrottledException' }, 'throttled'],
      [{ name: 'TooManyRequestsException' }, 'throttled'],
      [{ name: 'Error', $retryable: { throttling: true } }, 'throttled'],
      [{ name: 'Error', code: 'ECONNREFUSED' }, 'unreachable'],
      [{ name: 'TimeoutError' }, 'unreachable'],
      [{ name: 'Error', code: 'SELF_SIGNED_CERT_IN_CHAIN' }, 'unreachable'],
      [{ name: 'InternalError', $metadata: { httpStatusCode: 500 } }, 'unreachable'],
      [{ name: 'SyntaxError', message: "Unexpected token '<'", $metadata: { httpStatusCode: 500 } }, 'unparsable'],
      [{ name: 'UnknownOperationException' }, 'unsupported'],
      [{ name: 'ValidationException' }, 'unsupported'],
    ] as const;
    for (const [thrown, reason] of cases) assert.equal(failure(thrown).reason, reason, JSON.stringify(thrown));
  });

  it('takes bad credentials for a region that is not enabled only where regions need enabling', () => {
    const thrown = { name: 'UnrecognizedClientException' };
    assert.equal(failure(thrown, 'ap-southeast-5').reason, 'opted-out');
    const here = failure(thrown, 'us-east-1');
    assert.deepEqual([here.reason, here.consequence.account], ['denied', true]);
  });

  it('loses the account with its credentials or clock, and nothing else', () => {
    for (const name of ['ExpiredTokenException', 'RequestTimeTooSkewed', 'CredentialsProviderError']) assert.equal(failure({ name }).consequence.account, true, name);
    assert.equal(failure({ name: 'SignatureDoesNotMatch', message: 'Signature expired: 2026 is now earlier than 2027' }).remedy?.includes('clock'), true);
    for (const name of ['AccessDeniedException', 'ThrottlingException']) assert.equal(failure({ name }).consequence.account, undefined, name);
  });

  it('begins a list anew whose page token is no longer taken', () => {
    assert.equal(failure({ name: 'PaginationTokenExpiredException' }).consequence.restart, true);
    assert.equal(failure({ name: 'InvalidNextTokenException' }).consequence.restart, true);
    assert.equal(failure({ name: 'ValidationException', message: 'The NextToken is invalid' }).consequence.restart, true);
    assert.equal(failure({ name: 'ValidationException', message: 'Bad name' }).consequence.restart, undefined);
  });

  it('shows neither secrets nor what differs from call to call', () => {
    const { message } = failure({ name: 'AccessDeniedException', message: 'AKIAABCDEFGHIJKLMNOP may not (RequestId: 6f0d1a52-1c1e-4c0e-9a51-0123456789ab)' });
    assert.ok(!message.includes('AKIAABCDEFGHIJKLMNOP') && !message.includes('6f0d1a52'), message);
  });
});
