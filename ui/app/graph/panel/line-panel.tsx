import { KeyValuePairs, SpaceBetween } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { PictureLine } from '../../../../model/picture.ts';
import { crossingText, kindsText, proofText, verbOf } from '../words.ts';
import { NodeLink } from './node-link.tsx';
import type { PanelProps } from './panel-props.ts';

/** A connection: of what it is made, how it is known, and where it leads out of the region. */
export function LinePanel({ picture, view, change, line }: PanelProps & { readonly line: PictureLine }): ReactNode {
  const { from, to, count, how } = line;
  return (
    <SpaceBetween size="s">
      <div><NodeLink picture={picture} view={view} change={change} id={from} /> {verbOf(line)} <NodeLink picture={picture} view={view} change={change} id={to} /></div>
      <KeyValuePairs
        columns={1}
        items={[
          { label: count === 1 ? 'Edge' : `${count} edges`, value: kindsText(line) },
          { label: 'How sure', value: proofText(line) },
          ...(line.crossing === undefined ? [] : [{ label: 'Regions', value: crossingText(line) }]),
          { label: 'Evidence', value: how === undefined ? 'Open the services at its ends to see which resources it connects, and how each edge is known.' : <ul className="graph-list">{how.map((proof) => <li key={proof}>{proof}</li>)}</ul> },
        ]}
      />
    </SpaceBetween>
  );
}
