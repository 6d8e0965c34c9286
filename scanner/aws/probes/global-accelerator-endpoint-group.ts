import { probe } from '../probe.ts';
import { globalAccelerator } from '../services/global-accelerator.ts';

export const globalAcceleratorEndpointGroup = probe({
  kind: 'global-accelerator-endpoint-group',
  lists: [[globalAccelerator, 'ListAccelerators'], [globalAccelerator, 'ListListeners'], [globalAccelerator, 'ListEndpointGroups']],
  within: ['global-accelerator', 'global-accelerator-listener'],
  global: true,
  async *list(place) {
    for await (const { Accelerators = [] } of place.pages(globalAccelerator, 'ListAccelerators', { MaxResults: 100 })) {
      for (const { AcceleratorArn } of Accelerators) {
        for await (const { Listeners = [] } of place.pages(globalAccelerator, 'ListListeners', { AcceleratorArn, MaxResults: 100 })) {
          for (const { ListenerArn } of Listeners) {
            for await (const { EndpointGroups = [] } of place.pages(globalAccelerator, 'ListEndpointGroups', { ListenerArn, MaxResults: 100 })) {
              for (const each of EndpointGroups) {
                const { EndpointGroupArn: arn } = each;
                if (arn !== undefined) yield { name: arn.replace(/^.*:accelerator\//, ''), arn, document: { ...each, ListenerArn } };
              }
            }
          }
        }
      }
    }
  },
});
