import type { Layout, Plan } from './plan.ts';
import { layoutWorker } from './start-worker.ts';

interface Answered {
  readonly number: number;
  readonly layout: Layout;
}

/** One worker that lays out. */
export interface Layouts {
  /** What was asked before is forgotten if something else is asked meanwhile. */
  ask(plan: Plan): Promise<Layout>;
  end(): void;
}

let ahead: { readonly layouts: Layouts; readonly first?: { readonly key: string; readonly layout: Promise<Layout> } } | undefined;

/** Starts the worker while the code of the page is still on its way. */
export function startAhead(): void {
  ahead = { layouts: startWorker() };
}

/** Begins with the layout that will be asked for first, unless who asks is there already. */
export function layOutAhead(plan: Plan): void {
  if (ahead === undefined) return;
  const layout = ahead.layouts.ask(plan);
  // Who asks for it hears of a failure.
  layout.catch(() => undefined);
  ahead = { ...ahead, first: { key: JSON.stringify(plan), layout } };
}

/** The worker that was started ahead, once, or else a new one. */
export function startLayouts(): Layouts {
  const { layouts, first }: NonNullable<typeof ahead> = ahead ?? { layouts: startWorker() };
  ahead = undefined;
  let known = first;
  return {
    ask(plan) {
      const begun = known?.key === JSON.stringify(plan) ? known.layout : undefined;
      known = undefined;
      return begun ?? layouts.ask(plan);
    },
    end: () => layouts.end(),
  };
}

function startWorker(): Layouts {
  let number = 0;
  let waiting: { readonly resolve: (layout: Layout) => void; readonly reject: (error: Error) => void } | undefined;
  const starting = layoutWorker().then((worker) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => (data.number === number ? waiting?.resolve(data.layout) : undefined));
    worker.addEventListener('error', ({ message }) => waiting?.reject(new Error(`The layout could not be computed: ${message}`)));
    return worker;
  });
  return {
    ask: (plan) => {
      number += 1;
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        starting.then((worker) => worker.postMessage({ number, plan }, []), reject);
      });
    },
    end: () => void starting.then((worker) => worker.terminate(), () => undefined),
  };
}
