import assert from 'node:assert/strict';
import { it } from 'node:test';
import { s3Bucket } from '../../../../scanner/aws/probes/s3-bucket.ts';
import { listed, scriptedPlace } from '../../../support/scripted-place.ts';

it('s3-bucket finds the region of every bucket, by a call of its own only where the list does not say', async () => {
  const place = scriptedPlace({
    ListBuckets: () => ({ Buckets: [{ Name: 'told', BucketRegion: 'eu-central-1' }, { Name: 'first' }, { Name: 'old' }, { Name: 'named' }, {}] }),
    GetBucketLocation: ({ Bucket }: { Bucket: string }) => ({ LocationConstraint: { old: 'EU', named: 'ap-south-1' }[Bucket] }),
  });
  const buckets = await listed(s3Bucket, place);
  assert.deepEqual(buckets.map(({ name, arn, region }) => [name, arn, region]), [
    ['told', 'arn:aws:s3:::told', 'eu-central-1'], ['first', 'arn:aws:s3:::first', 'us-east-1'], ['old', 'arn:aws:s3:::old', 'eu-west-1'], ['named', 'arn:aws:s3:::named', 'ap-south-1'],
  ]);
  assert.equal(place.asked.filter((each) => each.startsWith('GetBucketLocation')).length, 3);
  assert.equal(place.asked[0], 'ListBuckets {"MaxBuckets":1000}', 'without a parameter S3 does not tell regions');
});
