import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixed, gapIn } from '../../support/fixed.ts';

const change = (source: string, callee = 'boto3.client'): string | undefined => {
  const result = fixed(source, gapIn(source, { text: 'us-east-1', callee, language: 'python', file: 'a.py' }));
  assert.notEqual(result?.safe, true);
  return result?.text;
};

describe('regions in Python', () => {
  it('leaves the keyword out', () => {
    assert.equal(change('s3 = boto3.client("s3", region_name="us-east-1")'), 's3 = boto3.client("s3")');
    assert.equal(change('s = boto3.Session(region_name="us-east-1", profile_name="p")', 'boto3.Session'), 's = boto3.Session(profile_name="p")');
    assert.equal(change("s3 = boto3.client(\n  's3',\n  region_name = 'us-east-1',\n)"), "s3 = boto3.client(\n  's3',\n)");
  });
  it('drops fallbacks of the environment', () => {
    assert.equal(change('r = os.environ.get("AWS_REGION", "us-east-1")', 'os.environ.get'), 'r = os.environ["AWS_REGION"]');
    assert.equal(change("r = os.getenv('AWS_REGION', 'us-east-1')", 'os.getenv'), "r = os.environ['AWS_REGION']");
  });
  it('knows none elsewhere', () => assert.equal(change('f(region_name="us-east-1")', 'f'), undefined));
});
