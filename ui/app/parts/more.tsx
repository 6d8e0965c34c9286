import { Button } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import { number } from '../state/words.ts';

/** The first items of a list that may be long, and as many again whenever they are asked for. */
export function More<T>({ items, step, children }: { readonly items: readonly T[]; readonly step: number; readonly children: (shown: readonly T[]) => ReactNode }): ReactNode {
  const [most, setMost] = useState(step);
  return (
    <>
      {children(items.slice(0, most))}
      {items.length > most && <Button variant="inline-link" onClick={() => setMost(most + step)}>Show {number(Math.min(step, items.length - most))} more of {number(items.length)}</Button>}
    </>
  );
}
