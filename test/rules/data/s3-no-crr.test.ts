import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dataS3NoCrr } from '../../../rules/data/s3-no-crr.ts';
import { yaml } from '../../../rules/support/yaml.ts';
import { runExample } from '../../support/run-example.ts';

const bucket = (...rules: readonly string[]): string => yaml`
  Media:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: media
      ReplicationConfiguration: { Role: 'arn:aws:iam::111122223333:role/replication', Rules: [${rules.join(', ')}] }
`;
const to = (name: string, status = 'Enabled'): string => `{ Status: ${status}, Destination: { Bucket: 'arn:aws:s3:::${name}' } }`;
const copy = yaml`
  Copy:
    Type: AWS::S3::Bucket
    Properties: { BucketName: media-copy }
`;
const said = (...args: Parameters<typeof runExample>): string[] => runExample(...args).map(({ state, message }) => `${state}: ${message}`);

describe('data-s3-no-crr', () => {
  it('knows a destination’s region only through the estate: bucket ARNs carry none', () => {
    assert.deepEqual(said(dataS3NoCrr, { home: bucket(to('media-copy')), target: copy }), ['ready: Looked, and nothing stands in the way.']);
    assert.deepEqual(said(dataS3NoCrr, { home: bucket(to('media-eu-west-1')) }), [
      'unknown: media replicates to media-eu-west-1, whose region nobody told us; it may or may not be eu-west-1.',
    ]);
  });

  it('is sure of a copy at home, and says that a rule to the target is switched off', () => {
    const twin = yaml`
      Twin:
        Type: AWS::S3::Bucket
        Properties: { BucketName: twin, Tags: [{ Key: 'mr:ephemeral', Value: 'true' }] }
    `;
    const found = said(dataS3NoCrr, { home: `${bucket(to('twin'), to('media-copy', 'Disabled'))}\n${twin}`, target: copy });
    assert.equal(found[0], 'gap: media is replicated to us-east-1, not to eu-west-1. Its rule to that region is disabled.');
  });

  it('judges the source only', () => {
    assert.deepEqual(runExample(dataS3NoCrr, { home: bucket(to('media-copy')), target: copy }).map(({ title }) => title), ['media']);
  });

  it('has a stable identity whatever the message says', () => {
    const [a] = runExample(dataS3NoCrr, { home: bucket(to('media-copy', 'Disabled')) });
    const [b] = runExample(dataS3NoCrr, { home: bucket() });
    assert.equal(a?.fingerprint, b?.fingerprint);
  });
});
