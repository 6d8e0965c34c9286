import { probe } from '../probe.ts';
import { sesv2 } from '../services/sesv2.ts';

export const sesMultiRegionEndpoint = probe({
  kind: 'ses-multi-region-endpoint',
  lists: [[sesv2, 'ListMultiRegionEndpoints']],
  async *list(place) {
    for await (const { MultiRegionEndpoints = [] } of place.pages(sesv2, 'ListMultiRegionEndpoints', {})) {
      for (const each of MultiRegionEndpoints) if (each.EndpointName !== undefined) yield { name: each.EndpointName, identities: [each.EndpointId ?? ''].filter(Boolean), document: each };
    }
  },
});
