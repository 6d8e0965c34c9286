import { ButtonDropdown, Multiselect, Select, type AutosuggestProps } from '@cloudscape-design/components';
import { memo, type ReactNode, type RefObject } from 'react';
import { edgeTypeNames, edgeTypes, type Confidence, type EdgeType } from '../../../../model/edge.ts';
import type { Grouping } from '../../../../model/picture.ts';
import { deepest, everyConfidence, type Overlay, type Ref, type View } from '../state/view.ts';
import { Search } from './search.tsx';

const divisions: Readonly<Record<Grouping, string>> = { none: 'Services only', region: 'Region lanes', account: 'Accounts', vpc: 'VPCs' };
const overlayTitles: Readonly<Record<Overlay, string>> = { findings: 'Findings', replication: 'Copies in the target', latency: 'Latency', ownership: 'Owners', none: 'Nothing' };
const confidenceTitles: Readonly<Record<Confidence, string>> = { declared: 'declared in a property', mentioned: 'mentioned in a text', inferred: 'inferred from names' };

const option = <T extends string>([value, label]: readonly [T, string]): { readonly value: T; readonly label: string } => ({ value, label });
const chosenOf = <T extends string>(titles: Readonly<Record<T, string>>, value: T): { readonly value: T; readonly label: string } => option([value, titles[value]]);
const optionsOf = <T extends string>(titles: Readonly<Record<T, string>>): { readonly value: T; readonly label: string }[] => (Object.entries(titles) as [T, string][]).map(option);
const kindTitles = Object.fromEntries(edgeTypeNames.map((type) => [type, edgeTypes[type].title])) as Readonly<Record<EdgeType, string>>;

interface Props {
  readonly snapshot: string;
  readonly view: Pick<View, 'by' | 'overlay' | 'kinds' | 'sure' | 'focus' | 'depth'>;
  readonly regions: readonly string[];
  readonly field: RefObject<AutosuggestProps.Ref | null>;
  /** Changes a part of what is shown. */
  readonly alter: (part: Partial<View>) => void;
  readonly onFound: (ref: Ref) => void;
  readonly onExport: (format: string) => void;
}

/** What is shown, how it is divided and coloured, and what is done with it. Dear to render, and the same while services are opened and closed. */
export const Toolbar = memo(function Toolbar({ snapshot, view, regions, field, alter, onFound, onExport }: Props): ReactNode {
  return (
    <div className="graph-bar" role="group" aria-label="What is shown">
      <div className="graph-search"><Search snapshot={snapshot} field={field} onFound={onFound} /></div>
      <Select inlineLabelText="Divide by" selectedOption={chosenOf(divisions, view.by)} options={optionsOf(divisions)} onChange={({ detail }) => alter({ by: detail.selectedOption.value as Grouping, selected: undefined, camera: undefined })} />
      <Select inlineLabelText="Colour by" selectedOption={chosenOf(overlayTitles, view.overlay)} options={optionsOf(overlayTitles)} onChange={({ detail }) => alter({ overlay: detail.selectedOption.value as Overlay })} />
      <div className="graph-filter"><Multiselect hideTokens placeholder={view.kinds.length === edgeTypeNames.length ? 'Every kind of edge' : `Kinds of edge: ${view.kinds.length} of ${edgeTypeNames.length}`} selectedAriaLabel="chosen" ariaLabel="Kinds of edge" selectedOptions={view.kinds.map((kind) => chosenOf(kindTitles, kind))} options={optionsOf(kindTitles)} filteringType="auto" enableSelectAll i18nStrings={{ selectAllText: 'All kinds of edge' }} onChange={({ detail }) => alter({ kinds: edgeTypeNames.filter((type) => detail.selectedOptions.some(({ value }) => value === type)) })} /></div>
      <div className="graph-filter"><Multiselect hideTokens placeholder={view.sure.length === everyConfidence.length ? 'However sure' : `Only ${view.sure.join(', ') || 'none'}`} selectedAriaLabel="chosen" ariaLabel="How sure edges are" selectedOptions={view.sure.map((sure) => chosenOf(confidenceTitles, sure))} options={optionsOf(confidenceTitles)} onChange={({ detail }) => alter({ sure: everyConfidence.filter((each) => detail.selectedOptions.some(({ value }) => value === each)) })} /></div>
      {view.focus !== undefined && <Select inlineLabelText="Steps around" selectedOption={{ value: String(view.depth) }} options={Array.from({ length: deepest + 1 }, (_, depth) => ({ value: String(depth) }))} onChange={({ detail }) => alter({ depth: Number(detail.selectedOption.value), camera: undefined })} />}
      <ButtonDropdown items={regions.map((region) => ({ id: region, text: region }))} disabled={regions.length === 0} onItemClick={({ detail }) => alter({ lose: detail.id, blast: undefined })}>Lose a region</ButtonDropdown>
      <ButtonDropdown items={[{ id: 'png', text: 'Picture (PNG)' }, { id: 'svg', text: 'Drawing (SVG)' }, { id: 'json', text: 'Data (JSON)' }]} onItemClick={({ detail }) => onExport(detail.id)}>Export</ButtonDropdown>
    </div>
  );
});
