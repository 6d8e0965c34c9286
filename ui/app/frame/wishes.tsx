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
  // What is left to the configuration is said: nobody should have to look it up there.
  const settled = useAnswer(snapshot === '' ? undefined : JSON.stringify([snapshot, wish, 'intent']), (signal) => client.intent(snapshot, wish, signal)).data;
  const homes = regionOptions(regions.data?.items ?? [], wish.home === '' ? settled?.home.join(', ') || undefined : undefined);
  const targets = regionOptions(regions.data?.items ?? [], wish.target === '' ? settled?.target : undefined);
  const kept = snapshots.map(({ id, name, uploadedAt, resources }) => ({ value: id, label: name, description: `${uploadedAt.slice(0, 16).replace('T', ' ')}, ${resources} resources` }));
  const chosen = kept.find(({ value }) => value === snapshot) ?? (snapshot === '' ? null : { value: snapshot, label: snapshot.slice(0, 12) });
  const strategies = [unless(settled === undefined || wish.strategy !== '' ? undefined : strategyTitles[settled.strategy]), ...Object.entries(strategyTitles).map(([value, label]) => ({ value, label }))];
  return (
    <div className="wishes" role="group" aria-label="What is looked at, and what for">
      <SpaceBetween direction="horizontal" size="xs">
        <Select inlineLabelText="Snapshot" selectedOption={chosen} options={kept} placeholder="none" empty="No snapshot is kept" filteringType={kept.length > 8 ? 'auto' : 'none'} onChange={({ detail }) => change({ snapshot: detail.selectedOption.value })} />
        <Select inlineLabelText="Home" filteringType="auto" selectedOption={optionOf(homes, wish.home)} options={homes} onChange={({ detail }) => change({ home: detail.selectedOption.value })} />
        <Select inlineLabelText="Target" filteringType="auto" selectedOption={optionOf(targets, wish.target)} options={targets} onChange={({ detail }) => change({ target: detail.selectedOption.value })} />
        <Select inlineLabelText="Strategy" selectedOption={optionOf(strategies, wish.strategy)} options={strategies} onChange={({ detail }) => change({ strategy: detail.selectedOption.value })} />
      </SpaceBetween>
    </div>
  );
}

/** The choice to choose nothing, with what is taken then. */
const unless = (taken: string | undefined): SelectProps.Option => ({ value: '', label: taken === undefined ? 'as configured' : `${taken} (default)`, description: 'As the configuration says, or as the resources suggest' });

function regionOptions(regions: readonly RegionInfo[], taken: string | undefined): SelectProps.Option[] {
  return [unless(taken), ...regions.map(({ code, name, optIn }) => ({ value: code, label: code, description: name, filteringTags: [name], ...(optIn === true ? { tags: ['opt-in'] } : {}) }))];
}

const optionOf = (options: readonly SelectProps.Option[], value: string): SelectProps.Option => options.find((option) => option.value === value) ?? { value, label: value };
