import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { folderWith, runCli, type Ran } from '../../support/io.ts';

let cwd = '';
before(async () => {
  cwd = await folderWith({ '.git/HEAD': '', 'shop.yaml': `Resources:
  Media: { Type: AWS::S3::Bucket, Properties: { BucketName: shop-media } }
  Pages: { Type: AWS::S3::Bucket }
  Orders: { Type: AWS::DynamoDB::Table, Properties: { TableName: "orders'; rm -rf /" } }
` });
});
const remedy = (...argv: readonly string[]): Promise<Ran> => runCli(['remedy', '--home', 'us-east-1', '-t', 'eu-west-1', ...argv], { cwd });

describe('remedy', () => {
  it('prints every form for a gap, with what it does not do', async () => {
    const { stdout, stderr, code } = await remedy('--rule', 'data-s3-no-crr', '--subject', 'shop-media');
    assert.equal(code, 0);
    assert.match(stdout, /^Replicate shop-media to shop-media-eu-west-1 in eu-west-1 {2}critical data-s3-no-crr\n[^]*! Objects that exist already[^]*CloudFormation\n[^]*Terraform\n[^]*AWS CLI\n/);
    assert.equal(stderr, '1 gap; code can close 1.\n');
  });

  it('says where the name is not known', async () => {
    assert.match((await remedy('--rule', 'data-s3-no-crr', '--subject', 'Pages')).stdout, /Nobody told us the physical name of Pages/);
  });

  it('prints one form as a file, with the provider of the target once', async () => {
    const { stdout } = await remedy('--rule', 'data-s3-no-crr', '-f', 'terraform');
    assert.equal(stdout.match(/provider "aws"/g)?.length, 1);
    assert.equal(stdout.match(/resource "aws_s3_bucket_replication_configuration"/g)?.length, 2);
    assert.match((await remedy('--subject', 'shop-media', '-f', 'cloudformation')).stdout, /^# Replicate shop-media/);
    assert.equal(JSON.parse((await remedy('--subject', 'shop-media', '-f', 'json')).stdout)[0].rule, 'data-s3-no-crr');
  });

  it('quotes names for the shell', async () => {
    assert.match((await remedy('--rule', 'data-ddb-no-replica', '-f', 'cli')).stdout, /--table-name 'orders'\\''; rm -rf \/'/);
  });

  it('refuses a rule that there is none of', async () => {
    const ran = await remedy('--rule', 'data-s3-nocrr');
    assert.equal(ran.code, 2);
    assert.match(ran.stderr, /RR403.*Did you mean data-s3-no-crr\?/);
  });
});
