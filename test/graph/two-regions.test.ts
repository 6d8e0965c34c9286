import assert from 'node:assert/strict';
import { it } from 'node:test';
import { buildEstate } from '../../graph/build.ts';
import { resource } from '../support/facts.ts';

const bucket = (region: string, scanner: string) =>
  resource(`${scanner}:shop/${region}/Media`, { resourceType: 'AWS::S3::Bucket', kind: 's3-bucket', name: 'media', arn: 'arn:aws:s3:::media', region, source: { scanner, file: 'a.yaml', path: 'Media' } });

it('does not choose between two regions of one thing, unless another source is trusted more', () => {
  assert.deepEqual([...buildEstate([bucket('us-east-1', 'cloudformation'), bucket('eu-west-1', 'cloudformation')]).resources.values()].map(({ region }) => region), [undefined]);
  assert.deepEqual([...buildEstate([bucket('us-east-1', 'describe'), bucket('eu-west-1', 'cloudformation')]).resources.values()].map(({ region }) => region), ['us-east-1']);
});
