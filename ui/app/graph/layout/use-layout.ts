import { useEffect, useMemo, useState } from 'react';
import type { Layout, Plan } from './plan.ts';
import { layoutWorker } from './start-worker.ts';

export interface LaidOut {
  /** The plan that the layout is of. */
  readonly plan: Plan;
  readonly layout: Layout;
}

interface Answered {
  readonly number: number;
  readonly layout: Layout;
}

/** Asks one worker, and forgets what was asked before if something else is wanted meanwhile. */
function startWorker(): { ask(plan: Plan): Promise<Layout>; end(): void } {
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

/** The layout of a plan, once it is there; until then the one of before. */
export function useLayout(plan: Plan | undefined): { readonly laid?: LaidOut; readonly working: boolean; readonly error?: string } {
  const [state, setState] = useState<{ readonly laid?: LaidOut; readonly error?: string }>({});
  const key = useMemo(() => (plan === undefined ? undefined : JSON.stringify(plan)), [plan]);
  const [worker, setWorker] = useState<ReturnType<typeof startWorker> | undefined>();
  useEffect(() => {
    const started = startWorker();
    setWorker(started);
    return () => started.end();
  }, []);
  useEffect(() => {
    if (plan === undefined || worker === undefined) return undefined;
    let wanted = true;
    worker.ask(plan).then(
      (layout) => wanted && setState({ laid: { plan, layout } }),
      (thrown: unknown) => wanted && setState((before) => ({ ...before, error: thrown instanceof Error ? thrown.message : String(thrown) })),
    );
    return () => {
      wanted = false;
    };
    // A plan that says the same needs no layout of its own.
  }, [key, worker]);
  return { ...state, working: plan !== undefined && state.laid !== undefined && state.laid.plan !== plan && JSON.stringify(state.laid.plan) !== key };
}
