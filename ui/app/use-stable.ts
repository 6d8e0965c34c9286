import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function for as long as the component lives, which does what the latest one does: for parts that are dear to render and need not be for a new closure. */
export function useStable<Given extends readonly unknown[], Result>(latest: (...given: Given) => Result): (...given: Given) => Result {
  const held = useRef(latest);
  useLayoutEffect(() => {
    held.current = latest;
  });
  return useCallback((...given: Given) => held.current(...given), []);
}
