import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { notAws } from '../../../../scanner/aws/gateway/aws-answer.ts';

const why = (status: number, head: string, headers = {}): string | undefined => notAws(status, headers, head);

describe('what answers in the place of AWS', () => {
  it('is no answer: empty ones, pages of HTML, errors that are called successes', () => {
    for (const [status, head] of [[200, ''], [200, ' \n'], [404, ''], [200, '<html>'], [403, '\n<!DOCTYPE HTML PUBLIC "-">'], [200, '<!-- proxy --><HTML lang="en">'], [200, '<?xml version="1.0"?><Error><Code>InternalError</Code>']] as const) assert.ok(why(status, head), `${status} ${head}`);
  });

  it('is not what AWS does say', () => {
    for (const [status, head] of [[200, '{}'], [200, '<?xml version="1.0"?>\n<DescribeDBInstancesResponse xmlns="x">'], [200, '<LocationConstraint/>'], [404, '<Error><Code>NoSuchBucketPolicy</Code>'], [400, '{"__type":"ValidationException"}'], [200, '<HeadersPolicy>'], [503, ''], [429, '<html>']] as const) assert.equal(why(status, head), undefined, `${status} ${head}`);
    assert.equal(why(404, '', { 'x-amzn-errortype': 'ResourceNotFoundException' }), undefined);
  });
});
