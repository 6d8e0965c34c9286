import { Tabs } from '@cloudscape-design/components';
import type { PageOf } from './page.ts';
import { GapChanges, KeptChanges, ResourceChanges } from './snapshots/changes.tsx';
import { KeptList } from './snapshots/kept-list.tsx';
import { SnapshotList } from './snapshots/snapshot-list.tsx';

/** What is kept: snapshots and judgements, and what changed between two of either. */
export const Snapshots: PageOf = (props) => {
  const { show: tab = 'snapshots', before, after } = props.query;
  const { show } = props;
  if (before !== undefined && after !== undefined) {
    const sides = { before, after };
    return tab === 'readinesses'
      ? <KeptChanges {...props} {...sides} />
      : <Tabs activeTabId={tab} onChange={({ detail }) => show('snapshots', { show: detail.activeTabId, before, after })} tabs={[{ id: 'snapshots', label: 'Resources', content: <ResourceChanges {...props} {...sides} /> }, { id: 'gaps', label: 'Gaps', content: <GapChanges {...props} {...sides} /> }]} />;
  }
  return (
    <Tabs
      activeTabId={tab} onChange={({ detail }) => show('snapshots', { show: detail.activeTabId === 'snapshots' ? undefined : detail.activeTabId })}
      tabs={[{ id: 'snapshots', label: 'Snapshots', content: <SnapshotList {...props} /> }, { id: 'readinesses', label: 'Judgements that were kept', content: <KeptList {...props} /> }]}
    />
  );
};
