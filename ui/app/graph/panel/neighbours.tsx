import { ExpandableSection } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { PictureLine } from '../../../../model/picture.ts';
import { kindsText, verbOf } from '../words.ts';
import { NodeLink } from './node-link.tsx';
import type { PanelProps } from './panel-props.ts';

interface Neighbour {
  readonly id: string;
  readonly verb: string;
  readonly count: number;
  readonly types: Readonly<Record<string, number>>;
}

/** What nodes are connected with in the picture, by direction; heaviest first. */
export function Neighbours({ picture, view, change, ids }: Pick<PanelProps, 'picture' | 'view' | 'change'> & { readonly ids: ReadonlySet<string> }): ReactNode {
  const list = (title: string, end: 'from' | 'to'): ReactNode => {
    const others = summed(picture.lines, { ids, end });
    return (
      <ExpandableSection headerText={`${title} (${others.length})`} defaultExpanded={others.length > 0 && others.length <= 12}>
        {others.length === 0 ? <span className="quiet">Nothing that the filters let through.</span> : <ul className="graph-list">{others.slice(0, most).map(({ id, verb, types }) => <li key={id}><NodeLink picture={picture} view={view} change={change} id={id} /> <span className="quiet">{verb} · {kindsText({ types })}</span></li>)}</ul>}
        {others.length > most && <span className="quiet">and {others.length - most} more in the table</span>}
      </ExpandableSection>
    );
  };
  return <>{list('Points at', 'to')}{list('Is pointed at by', 'from')}</>;
}

const most = 60;

function summed(lines: readonly PictureLine[], { ids, end }: { readonly ids: ReadonlySet<string>; readonly end: 'from' | 'to' }): readonly Neighbour[] {
  const found = new Map<string, Neighbour>();
  for (const line of lines) {
    const [id, own] = end === 'to' ? [line.to, line.from] : [line.from, line.to];
    if (!ids.has(own) || ids.has(id)) continue;
    const known = found.get(id) ?? { id, verb: verbOf(line), count: 0, types: {} };
    const types = { ...known.types };
    for (const [type, count] of Object.entries(line.types)) types[type] = (types[type] ?? 0) + count;
    found.set(id, { ...known, verb: known.verb === verbOf(line) ? known.verb : 'needs', count: known.count + line.count, types });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}
