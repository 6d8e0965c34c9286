import { Multiselect } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { client } from '../client.ts';
import { useAnswer } from '../use-answer.ts';

interface Props {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly without?: readonly string[];
  readonly most: number;
  readonly onChange: (codes: readonly string[]) => void;
}

/** Regions, several of them. Announced ones are not offered: nothing is known of them. */
export function RegionChoice({ label, chosen, without = [], most, onChange }: Props): ReactNode {
  const regions = useAnswer('regions', (signal) => client.regions(signal));
  const options = (regions.data?.items ?? []).filter(({ status, code }) => status === 'general' && !without.includes(code)).map(({ code, name }) => ({ value: code, label: code, description: name, disabled: chosen.length >= most && !chosen.includes(code) }));
  return (
    <Multiselect
      ariaLabel={label} placeholder={`${label} (at most ${most})`} filteringType="auto" filteringPlaceholder="Code or place" options={options} statusType={regions.loading ? 'loading' : 'finished'}
      selectedOptions={chosen.map((value) => ({ value, label: value }))} deselectAriaLabel={({ label: name }) => `Remove ${name ?? 'region'}`}
      onChange={({ detail }) => onChange(detail.selectedOptions.flatMap(({ value }) => value ?? []))}
    />
  );
}
