import { Button } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import { briefly } from '../state/words.ts';
import { Prose } from './prose.tsx';

/** A text that may name a thousand services: its beginning, and all of it for who wants it. */
export function LongText({ children }: { readonly children: string }): ReactNode {
  const [whole, setWhole] = useState(false);
  const brief = briefly(children);
  if (whole || brief === children) return <Prose text={children} />;
  return <><Prose text={brief} /> <Button variant="inline-link" onClick={() => setWhole(true)}>Show all of it</Button></>;
}
