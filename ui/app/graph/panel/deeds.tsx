import { Button } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { Ref, View } from '../state/view.ts';

/** What one can do with a service or resource. */
export function Deeds({ view, change, reference, children }: { readonly view: View; readonly change: (view: View) => void; readonly reference: Ref; readonly children?: ReactNode }): ReactNode {
  const { from, to } = view;
  return (
    <div className="graph-deeds">
      {children}
      <Button onClick={() => change({ ...view, focus: reference, open: [], shown: [], selected: undefined, camera: undefined })}>Focus</Button>
      <Button onClick={() => change({ ...view, from: reference, to: to?.what === reference.what ? to : undefined })}>Path from here</Button>
      <Button disabled={from === undefined || from.what !== reference.what || from.id === reference.id} onClick={() => change({ ...view, to: reference })}>Path to here</Button>
      <Button onClick={() => change({ ...view, blast: reference, lose: undefined })}>Lose it</Button>
    </div>
  );
}
