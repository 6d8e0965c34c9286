import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verdictOf, verdictsOn } from '../../support/code-verdicts.ts';

describe('what nobody has', () => {
  it('is not judged: accounts of examples, ids counted up, commands against emulators', () => {
    for (const account of ['000000000000', '123456789012', 'xxxxxxxx', '<account>']) assert.equal(verdictOf({ form: 'arn', text: `arn:aws:sns:us-east-1:${account}:orders` }), 'nothing', account);
    assert.equal(verdictOf({ form: 'arn', text: 'arn:aws:sns:us-east-1:210987654321:orders' }), 'arn-literal gap');
    for (const text of ['vpc-12345678', 'sg-00000000000000000']) assert.equal(verdictOf({ form: 'resource-id', text, regions: [] }), 'nothing', text);
    for (const text of ['i-99999999', 'i-0abcd1234ef567890']) assert.equal(verdictOf({ form: 'resource-id', text, regions: [] }), 'nothing', text);
    for (const text of ['i-0a1f3c9e7b2d84f60', 'sg-11223344']) assert.equal(verdictOf({ form: 'resource-id', text, regions: [] }), 'regional-id-literal gap', text);
    assert.equal(verdictOf({ snippet: 'awslocal sqs create-queue --region us-east-1' }), 'nothing');
  });

  it('is not judged either where another cloud or a provider of Terraform is meant', () => {
    assert.equal(verdictOf({ name: 'LINODE_REGION', role: 'fallback' }), 'nothing');
    assert.equal(verdictOf({ name: 'alias', callee: 'provider.aws' }), 'nothing');
    assert.equal(verdictOf({ name: 'alias', callee: 'provider.aws', form: 'region-enum', text: 'us_east_1' }), 'nothing');
    assert.equal(verdictOf({ form: 'partition', text: 'arn:aws:s3:::$MINIO_BUCKET/*', regions: [] }), 'nothing');
    assert.equal(verdictOf({ name: 'region', siblings: ['...=localStackConfig'] }), 'nothing');
    assert.equal(verdictOf({ name: 'region', file: 'pkg/cloud/alibaba/provider.go' }), 'nothing');
    const prefix = { form: 'region-prefix' as const, role: 'comparison' as const, text: 'us-west', regions: [] };
    assert.equal(verdictOf({ ...prefix, snippet: 'if region == "us-west":' }), 'nothing', 'no region of AWS is called so');
    assert.equal(verdictOf({ ...prefix, snippet: 'if region.startswith("us-west"):' }), 'region-branch ready');
  });

  it('is not judged where a name is said and no place: ids of schemas, audiences, steps of pipelines', () => {
    assert.equal(verdictOf({ form: 'endpoint', text: 'schema.cloudformation.us-east-1.amazonaws.com/a.json', name: '$id' }), 'nothing');
    assert.equal(verdictOf({ form: 'dns-suffix', text: 'amazonaws.com', name: '--token-audience', regions: [] }), 'nothing');
    assert.equal(verdictOf({ form: 'dns-suffix', text: 'states.${region}.amazonaws.com', name: 'Service', regions: [] }), 'nothing');
    assert.equal(verdictOf({ name: 'name', within: 'Deploy to us-east-1', language: 'yaml', file: '.github/workflows/release.yml' }), 'nothing');
  });

  it('takes old names of S3 and what is public for right everywhere', async () => {
    assert.deepEqual(await verdictsOn("if (region === 'EU') {\n  region = 'eu-west-1';\n}\nf(region);", { targets: [], home: [] }), ['region-literal exempt']);
    assert.equal(verdictOf({ within: 'aws s3 cp --no-sign-request --region us-east-1 s3://a b' }).split(' ')[1], 'exempt');
  });

  it('takes emulators beside a client for its own, not those of another member of the settings', async () => {
    const given = { targets: [], home: [] };
    assert.deepEqual(await verdictsOn("export const settings = { provider: { region: 'ca-central-1' }, offline: { endpoint: 'http://0.0.0.0:9324', region: 'ca-central-1' } };", given), ['region-literal gap']);
    assert.deepEqual(await verdictsOn("new S3Client({ region: 'ca-central-1', credentials: { accessKeyId: 'test' } });", given), []);
    assert.deepEqual(await verdictsOn("new S3Client({ region: process.env.AWS_REGION || 'ca-central-1', endpoint: process.env.S3 || 'http://localhost:8000' });", given), [], 'both are for where nothing is set');
    assert.deepEqual(await verdictsOn("new S3Client({ region: 'ca-central-1', endpoint: process.env.S3 || 'http://localhost:8000' });", given), ['region-literal gap']);
  });

  it('knows the names of gateway endpoints, and suffixes that are put together for China', async () => {
    const given = { targets: [], home: [] };
    assert.deepEqual(await verdictsOn('const a = `com.amazonaws.${region}.s3`;', given), ['partition-literal ready']);
    assert.deepEqual(await verdictsOn('const a = `com.amazonaws.${region}.sqs`;', given), ['partition-literal gap low']);
    assert.deepEqual(await verdictsOn("Fn.join('', [\n  `https://a.s3.${region}.amazonaws.com`,\n  Fn.conditionIf(isChina, '.cn', ''),\n]);", given), []);
  });

  it('leaves partitions to lines that tell them apart, where nobody goes to another', async () => {
    const both = "const bucket = isChina\n  ? 'arn:aws-cn:s3:::logs'\n  : 'arn:aws:s3:::logs';";
    assert.deepEqual(await verdictsOn(both, { targets: [], home: [] }), []);
    assert.deepEqual(await verdictsOn("const bucket = 'arn:aws:s3:::logs';", { targets: [], home: [] }), ['partition-literal gap low']);
  });
});
