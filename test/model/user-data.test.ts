import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { regionsInUserData } from '../../model/user-data.ts';

describe('regionsInUserData', () => {
  it('reads plain and packed text', () => {
    const script = '#!/bin/sh\naws configure set region eu-west-1\ncurl https://sqs.us-east-1.amazonaws.com\n';
    assert.deepEqual(regionsInUserData(script), ['eu-west-1', 'us-east-1']);
    assert.deepEqual(regionsInUserData(Buffer.from(script).toString('base64')), ['eu-west-1', 'us-east-1']);
    assert.deepEqual(regionsInUserData('#!/bin/sh\necho hello\n'), []);
  });

  it('takes no region from a symbol', () => {
    assert.deepEqual(regionsInUserData('#!/bin/sh\nTABLE=⟦cloudformation:shop/eu-west-1/Orders⟧\n'), []);
  });

  it('says nothing of what it cannot see', () => {
    assert.equal(regionsInUserData(undefined), undefined);
    assert.equal(regionsInUserData('da39a3ee5e6b4b0d3255bfef95601890afd80709'), undefined);
    assert.equal(regionsInUserData(Buffer.from([0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00]).toString('base64')), undefined);
    assert.equal(regionsInUserData('x'.repeat(1_000_001)), undefined);
  });
});
