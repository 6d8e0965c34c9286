import { probe } from '../probe.ts';
import { globalAccelerator } from '../services/global-accelerator.ts';

export const globalAcceleratorListener = probe({
  kind: 'global-accelerator-listener',
  lists: [[globalAccelerator, 'ListAccelerators'], [globalAccelerator, 'ListListeners']],
  within: ['global-accelerator'],
  global: true,
  async *list(place) {
    for await (const { Accelerators = [] } of place.pages(globalAccelerator, 'ListAccelerators', { MaxResults: 100 })) {
      for (const { AcceleratorArn } of Accelerators) {
        for await (const { Listeners = [] } of place.pages(globalAccelerator, 'ListListeners', { AcceleratorArn, MaxResults: 100 })) {
          for (const each of Listeners) {
            const { ListenerArn: arn } = each;
            if (arn !== undefined) yield { name: arn.replace(/^.*:accelerator\//, ''), arn, document: { ...each, AcceleratorArn } };
          }
        }
      }
    }
  },
});
