import { useSyncExternalStore } from 'react';
import { dark, light, type Palette } from './drawing/tones.ts';

/** The colours of the mode that the page is in. The canvas cannot take them from the style sheet. */
export function usePalette(): Palette {
  return useSyncExternalStore(subscribe, () => document.body.classList.contains('awsui-dark-mode')) ? dark : light;
}

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  return () => observer.disconnect();
}
