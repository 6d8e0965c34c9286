import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ssoInstance } from '../../../model/kinds/sso-instance.ts';
import { attributesOf } from '../../support/kind-reading.ts';

it('sso-instance counts additional regions that are active', () => {
  const regions = [{ RegionName: 'us-east-1', Status: 'ACTIVE', IsPrimaryRegion: true }, { RegionName: 'eu-west-1', Status: 'ACTIVE', IsPrimaryRegion: false }, { RegionName: 'eu-north-1', Status: 'ADDING', IsPrimaryRegion: false }];
  assert.deepEqual(attributesOf(ssoInstance, 'describe', { InstanceArn: 'arn:aws:sso:::instance/ssoins-1', Regions: regions }), { replicaRegions: ['eu-west-1'] });
  assert.deepEqual(attributesOf(ssoInstance, 'cloudformation', { Name: 'corp' }), {});
});
