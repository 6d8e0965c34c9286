import { Button, KeyValuePairs, Link, SpaceBetween } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { SeverityBadges } from '../../parts/badges.tsx';
import { counted } from '../../state/words.ts';
import { FindingsOf } from './findings.tsx';
import { Neighbours } from './neighbours.tsx';
import { Deeds } from './deeds.tsx';
import type { PanelProps } from './panel-props.ts';
import { presenceText } from './presence.ts';

/** A service, or the part of it in a group. */
export function ServicePanel(props: PanelProps & { readonly id: string; readonly service: string; readonly isOpen: boolean }): ReactNode {
  const { picture, judged, view, change, link, onOpen, id, service, isOpen } = props;
  const box = picture.boxes.find((each) => each.id === id);
  const members = picture.nodes.filter((node) => node.id === id || node.box === id);
  const laid = judged?.nodes?.[id];
  const regions = [...new Set(members.flatMap(({ regions: own = [], region }) => [...own, ...(region === undefined ? [] : [region])]))].sort();
  return (
    <SpaceBetween size="s">
      <Deeds view={view} change={change} reference={{ what: 'service', id: service }}>
        <Button variant="primary" onClick={() => onOpen(id)}>{isOpen ? 'Close' : 'Open'}</Button>
      </Deeds>
      <KeyValuePairs
        columns={2}
        items={[
          { label: 'Resources', value: counted(box?.resources ?? members[0]?.resources ?? 0, 'resource') },
          { label: 'Regions', value: regions.length === 0 ? 'not told' : regions.join(', ') },
          ...(laid === undefined ? [] : [
            { label: 'Gaps', value: <SeverityBadges counts={laid.gaps} /> },
            { label: 'In the target', value: presenceText(laid) },
            { label: 'Owner', value: laid.owners.length === 0 ? 'nobody is named' : laid.owners.slice(0, 3).map(({ owner }) => owner).join(', ') },
          ]),
          { label: 'More', value: <><Link href={link('services', { service })}>Service</Link> · <Link href={link('findings', { service })}>Findings</Link></> },
        ]}
      />
      <FindingsOf {...props} of={{ service }} />
      <Neighbours picture={picture} view={view} change={change} ids={new Set(members.map((node) => node.id))} />
    </SpaceBetween>
  );
}
