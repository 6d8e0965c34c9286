import { useEffect, useState } from 'react';

export interface Waves {
  /** How far the loss has come. */
  readonly step: number;
  readonly playing: boolean;
  readonly goTo: (step: number) => void;
  readonly play: () => void;
  readonly pause: () => void;
}

const pace = 900;
const still = window.matchMedia('(prefers-reduced-motion: reduce)');

/** Runs through the steps of a loss, from its beginning whenever `key` changes. Who wants no motion sees the end at once, and may step through. */
export function useWaves(key: string | undefined, last: number | undefined): Waves {
  const [state, setState] = useState<{ readonly key: string | undefined; readonly step: number; readonly playing: boolean }>({ key: undefined, step: 0, playing: false });
  const current = state.key === key ? state : { key, step: 0, playing: true };
  useEffect(() => {
    if (key === undefined || last === undefined) return undefined;
    if (state.key !== key) {
      setState(still.matches ? { key, step: last, playing: false } : { key, step: 0, playing: true });
      return undefined;
    }
    if (!state.playing) return undefined;
    if (state.step >= last) {
      setState({ ...state, playing: false });
      return undefined;
    }
    const timer = setTimeout(() => setState((before) => ({ ...before, step: before.step + 1 })), pace);
    return () => clearTimeout(timer);
  }, [key, last, state]);
  return {
    step: current.step,
    playing: current.playing,
    goTo: (step) => setState({ key, step, playing: false }),
    play: () => setState({ key, step: current.step >= (last ?? 0) ? 0 : current.step, playing: true }),
    pause: () => setState({ key, step: current.step, playing: false }),
  };
}
