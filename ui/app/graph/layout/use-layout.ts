import { useEffect, useMemo, useState } from 'react';
import { startLayouts, type Layouts } from './layouts.ts';
import type { Layout, Plan } from './plan.ts';

export interface LaidOut {
  /** The plan that the layout is of. */
  readonly plan: Plan;
  readonly layout: Layout;
}

/** The layout of a plan, once it is there; until then the one of before. */
export function useLayout(plan: Plan | undefined): { readonly laid?: LaidOut; readonly working: boolean; readonly error?: string } {
  const [state, setState] = useState<{ readonly laid?: LaidOut; readonly error?: string }>({});
  const key = useMemo(() => (plan === undefined ? undefined : JSON.stringify(plan)), [plan]);
  const [worker, setWorker] = useState<Layouts | undefined>();
  useEffect(() => {
    const started = startLayouts();
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
