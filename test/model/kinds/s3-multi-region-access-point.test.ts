import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { s3MultiRegionAccessPoint } from '../../../model/kinds/s3-multi-region-access-point.ts';
import { sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('s3-multi-region-access-point', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(s3MultiRegionAccessPoint, {
      cloudformation: { Name: 'media', Regions: [{ Bucket: 'media-b' }, { Bucket: 'media-a' }] },
      terraform: { details: [{ name: 'media', region: [{ bucket: 'media-b' }, { bucket: 'media-a' }] }] },
    });
    assert.deepEqual(read, { buckets: ['media-a', 'media-b'] });
    sameDescribed(s3MultiRegionAccessPoint, { like: read, beyond: { regions: ['eu-west-1', 'us-east-1'] }, describe: { Name: 'media', Regions: [{ Bucket: 'media-b', Region: 'us-east-1' }, { Bucket: 'media-a', Region: 'eu-west-1' }] } });
  });
});
