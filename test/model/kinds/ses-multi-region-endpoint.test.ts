import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sesMultiRegionEndpoint } from '../../../model/kinds/ses-multi-region-endpoint.ts';
import { attributesOf } from '../../support/kind-reading.ts';

it('ses-multi-region-endpoint tells the other regions', () => {
  const read = attributesOf(sesMultiRegionEndpoint, 'cloudformation', { EndpointName: 'mail', Details: { RouteDetails: [{ Region: 'eu-central-1' }] } });
  assert.deepEqual(read, { secondaryRegions: ['eu-central-1'] });
  assert.deepEqual(attributesOf(sesMultiRegionEndpoint, 'describe', { EndpointName: 'mail', Regions: ['eu-west-1', 'eu-central-1'] }, { region: 'eu-west-1' }), read);
});
