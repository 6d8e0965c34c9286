import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sesMultiRegionEndpoint } from '../../../model/kinds/ses-multi-region-endpoint.ts';
import { attributesOf, sameDescribed } from '../../support/kind-reading.ts';

it('ses-multi-region-endpoint tells the other regions, which the service lists with its own', () => {
  const like = attributesOf(sesMultiRegionEndpoint, 'cloudformation', { EndpointName: 'mail', Details: { RouteDetails: [{ Region: 'eu-central-1' }] } });
  assert.deepEqual(like, { secondaryRegions: ['eu-central-1'] });
  sameDescribed(sesMultiRegionEndpoint, { like, describe: { EndpointName: 'mail', Regions: ['eu-west-1', 'eu-central-1'] }, around: { region: 'eu-west-1' } });
});
