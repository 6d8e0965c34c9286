import assert from 'node:assert/strict';
import { it } from 'node:test';
import { areSettings, contentOf, isAboutRegions } from '../../../scanner/code/construct-content.ts';
import { isForPeople } from '../../../scanner/code/prose.ts';

const told = (text: string, more: { name?: string; callee?: string } = {}): boolean => isForPeople({ text, from: text.indexOf('us-east-1'), ...more });

it('tells words for people from values', () => {
  for (const text of ['AWS region; defaults to us-east-1', 'Region of the bucket (default: us-east-1)', 'AWS region of the bucket, us-east-1 for most of them', 'Please copy the image from us-east-1 to your own region first', "The bucket must lie in 'us-east-1', see the manual for why"]) assert.ok(told(text), text);
  for (const text of ['us-east-1', 'aws s3 ls --region us-east-1 s3://a b c d', 'the region=us-east-1 is set for all of this', '--cli-input one two three four --region us-east-1', 'arn:aws:sns:us-east-1:1:t']) assert.ok(!told(text), text);
  for (const callee of ['console.log', 'logger.info', 'this.logger.warn', 'Error', 'new.ValidationError', 'log.Printf']) assert.ok(told('us-east-1', { callee }), callee);
  for (const callee of ['S3Client', 'catalog.add', 'dialog.open', 'login', 'this.terror']) assert.ok(!told('us-east-1', { callee }), callee);
  for (const name of ['description', 'helpText', 'placeholder', 'errorMessage']) assert.ok(told('us-east-1', { name }), name);
  for (const name of ['region', 'descriptionRegion', 'hostname']) assert.ok(!told('us-east-1', { name }), name);
});

it('tells what a construct says of its regions', () => {
  const regions = ['us-east-1', 'eu-west-1'];
  assert.equal(contentOf([], regions), 'codes');
  assert.equal(contentOf(['US_EAST_1', 'euWest1'], regions), 'codes');
  assert.equal(contentOf([true, false], regions), 'codes');
  assert.equal(contentOf(['US East (N. Virginia)', 'Europe (Ireland)'], regions), 'names');
  for (const others of [['ami-0123456789abcdef0', 'ami-1'], ['Frankfurt', undefined], ['a.example.com', 'b.example.com'], ['123456789012', '2'], ['MyBucketName', 'Other'], ['us-east-2', 'eu-west-1']]) assert.equal(contentOf(others, regions), 'data', String(others));
  assert.ok(isAboutRegions(2, 3) && !isAboutRegions(1, 1) && !isAboutRegions(2, 4));
  assert.ok(areSettings(['region', 'replicaRegion']) && !areSettings(['dev', 'region']));
});
