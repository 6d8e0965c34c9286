import { layOut } from './lay-out.ts';
import type { Plan } from './plan.ts';

/** Lays out beside the page, so that the page answers meanwhile. */
interface Asked {
  readonly number: number;
  readonly plan: Plan;
}

addEventListener('message', ({ data: { number, plan } }: MessageEvent<Asked>) => {
  globalThis.postMessage({ number, layout: layOut(plan) }, { transfer: [] });
});
