import { useSyncExternalStore } from 'react';

export interface SharedState<T> {
  get(): T;
  set(value: T): void;
  /** In a component: the value now and whenever it changes. */
  use(): T;
}

/** A value that several parts of the page share. */
export function sharedState<T>(first: T): SharedState<T> {
  let value = first;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, () => value),
  };
}
