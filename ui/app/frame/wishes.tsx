import { Select, SpaceBetween, type SelectProps } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { strategyTitles } from '../../../model/intent.ts';
import type { SnapshotInfo } from '../../../server/api.ts';
import { client, type RegionInfo } from '../client.ts';
import type { Part, Wish } from '../pages/page.ts';
import { useAnswer } from '../use-answer.ts';

interface Props {
  readonly snapshots: readonly SnapshotInfo[];
  readonly snapshot: string;
  readonly wish: Wish;
  readonly change: (part: Part) => void;
}

/** Which snapshot is looked at, and what is wanted of it. */
export function Wishes({ snapshots, snapshot, wish, change }: Props): ReactNode {
  const regions = useAnswer('regions', (signal) => client.regions(signal));
  const places = regionOptions(regions.data?.items ?? []);
  const kept = snapshots.map(({ id, name, uploadedAt, resources }) => ({ value: id, label: name, description: `${uploadedAt.slice(0, 16).replace('T', ' ')}, ${resources} resources` }));
  const chosen = kept.find(({ value }) => value === snapshot) ?? (snapshot === '' ? null : { value: snapshot, label: snapshot.slice(0, 12) });
  const strategies = [asConfigured, ...Object.entries(strategyTitles).map(([value, label]) => ({ value, label }))];
  return (
    <div className="wishes" role="group" aria-label="What is looked at, and what for">
      <SpaceBetween direction="horizontal" size="xs">
        <Select inlineLabelText="Snapshot" selectedOption={chosen} options={kept} placeholder="none" empty="No snapshot is kept" filteringType={kept.length > 8 ? 'auto' : 'none'} onChange={({ detail }) => change({ snapshot: detail.selectedOption.value })} />
        <Select inlineLabelText="Home" filteringType="auto" selectedOption={optionOf(places, wish.home)} options={places} onChange={({ detail }) => change({ home: detail.selectedOption.value })} />
        <Select inlineLabelText="Target" filteringType="auto" selectedOption={optionOf(places, wish.target)} options={places} onChange={({ detail }) => change({ target: detail.selectedOption.value })} />
        <Select inlineLabelText="Strategy" selectedOption={optionOf(strategies, wish.strategy)} options={strategies} onChange={({ detail }) => change({ strategy: detail.selectedOption.value })} />
      </SpaceBetween>
    </div>
  );
}

const asConfigured: SelectProps.Option = { value: '', label: 'as configured' };

function regionOptions(regions: readonly RegionInfo[]): SelectProps.Option[] {
  return [asConfigured, ...regions.map(({ code, name, optIn }) => ({ value: code, label: code, description: name, filteringTags: [name], ...(optIn === true ? { tags: ['opt-in'] } : {}) }))];
}

const optionOf = (options: readonly SelectProps.Option[], value: string): SelectProps.Option => options.find((option) => option.value === value) ?? { value, label: value };
