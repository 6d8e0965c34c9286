import { ExpandableSection } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { PictureLine } from '../../../../model/picture.ts';
import { kindsText, verbOf } from '../words.ts';
import { NodeLink } from './node-link.tsx';
import type { PanelProps } from './panel-props.ts';

/** What a node is connected with in the picture, by direction; heaviest first. */
export function Neighbours({ picture, view, change, ids }: Pick<PanelProps, 'picture' | 'view' | 'change'> & { readonly ids: ReadonlySet<string> }): ReactNode {
  const heaviest = (lines: readonly PictureLine[]): readonly PictureLine[] => lines.toSorted((a, b) => b.count - a.count);
  const out = heaviest(picture.lines.filter(({ from, to }) => ids.has(from) && !ids.has(to)));
  const into = heaviest(picture.lines.filter(({ from, to }) => ids.has(to) && !ids.has(from)));
  const list = (title: string, lines: readonly PictureLine[], end: 'from' | 'to'): ReactNode => (
    <ExpandableSection headerText={`${title} (${lines.length})`} defaultExpanded={lines.length > 0 && lines.length <= 12}>
      {lines.length === 0 ? <span className="quiet">Nothing that the filters let through.</span> : <ul className="graph-list">{lines.slice(0, 60).map((line) => <li key={`${line.from} ${line.to}`}><NodeLink picture={picture} view={view} change={change} id={line[end]} /> <span className="quiet">{verbOf(line)}{line.count > 1 ? ` · ${kindsText(line)}` : ''}</span></li>)}</ul>}
      {lines.length > 60 && <span className="quiet">and {lines.length - 60} more in the table</span>}
    </ExpandableSection>
  );
  return <>{list('Points at', out, 'to')}{list('Is pointed at by', into, 'from')}</>;
}
