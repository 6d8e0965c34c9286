import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ssoInstance } from '../../../model/kinds/sso-instance.ts';
import { attributesOf, sameDescribed } from '../../support/kind-reading.ts';

it('sso-instance counts additional regions that are active, which the service alone tells', () => {
  const Regions = [{ RegionName: 'us-east-1', Status: 'ACTIVE', IsPrimaryRegion: true }, { RegionName: 'eu-west-1', Status: 'ACTIVE', IsPrimaryRegion: false }, { RegionName: 'eu-north-1', Status: 'ADDING', IsPrimaryRegion: false }];
  const like = attributesOf(ssoInstance, 'cloudformation', { Name: 'corp' });
  assert.deepEqual(like, {});
  sameDescribed(ssoInstance, { like, beyond: { replicaRegions: ['eu-west-1'] }, describe: { InstanceArn: 'arn:aws:sso:::instance/ssoins-1', Regions } });
});
