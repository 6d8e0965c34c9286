import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verdictOf, verdictsOn } from '../../support/code-verdicts.ts';

describe('what nobody has', () => {
  it('is not judged: accounts of examples, ids counted up, commands against emulators', () => {
    for (const account of ['000000000000', '123456789012', 'xxxxxxxx', '<account>']) assert.equal(verdictOf({ form: 'arn', text: `arn:aws:sns:us-east-1:${account}:orders` }), 'nothing', account);
    assert.equal(verdictOf({ form: 'arn', text: 'arn:aws:sns:us-east-1:210987654321:orders' }), 'arn-literal gap');
    for (const text of ['vpc-12345678', 'sg-00000000000000000']) assert.equal(verdictOf({ form: 'resource-id', text, regions: [] }), 'nothing', text);
    assert.equal(verdictOf({ snippet: 'awslocal sqs create-queue --region us-east-1' }), 'nothing');
  });

  it('is not judged either where another cloud or a provider of Terraform is meant', () => {
    assert.equal(verdictOf({ name: 'LINODE_REGION', role: 'fallback' }), 'nothing');
    assert.equal(verdictOf({ name: 'alias', callee: 'provider.aws' }), 'nothing');
    assert.equal(verdictOf({ name: 'region', file: 'pkg/cloud/alibaba/provider.go' }), 'nothing');
  });

  it('leaves partitions to lines that tell them apart, where nobody goes to another', async () => {
    const both = "const bucket = isChina\n  ? 'arn:aws-cn:s3:::logs'\n  : 'arn:aws:s3:::logs';";
    assert.deepEqual(await verdictsOn(both, { targets: [], home: [] }), []);
    assert.deepEqual(await verdictsOn("const bucket = 'arn:aws:s3:::logs';", { targets: [], home: [] }), ['partition-literal gap low']);
  });
});
