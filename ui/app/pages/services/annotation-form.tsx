import { Button, ColumnLayout, Form, FormField, Input, Select, SpaceBetween } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import { strategyTitles } from '../../../../model/intent.ts';
import type { Annotation } from '../../../../server/api.ts';
import { act } from '../../act.ts';
import { client } from '../../client.ts';
import { contentOf, draftOf, mistakesIn, type AnnotationDraft } from '../../state/annotating.ts';

const tiers = [{ value: '', label: 'not said' }, ...[0, 1, 2, 3, 4].map((tier) => ({ value: String(tier), label: tier === 0 ? '0, the most critical' : String(tier) }))];
const strategies = [{ value: '', label: 'as the estate' }, ...Object.entries(strategyTitles).map(([value, label]) => ({ value, label }))];
const durations = [['rto', 'RTO', 'Back within'], ['rpo', 'RPO', 'Data lost at most'], ['pause', 'Pause', 'Without writes, once']] as const;

export function AnnotationForm({ service, before, onDone }: { readonly service: string; readonly before: Annotation | undefined; readonly onDone: () => void }): ReactNode {
  const [draft, setDraft] = useState(() => draftOf(before));
  const [busy, setBusy] = useState(false);
  const mistakes = mistakesIn(draft);
  const change = (part: Partial<AnnotationDraft>): void => setDraft((now) => ({ ...now, ...part }));
  const save = async (): Promise<void> => {
    if (Object.keys(mistakes).length > 0) return;
    setBusy(true);
    const done = await act(`Objectives of ${service}`, () => client.annotate(service, contentOf(draft, before)));
    setBusy(false);
    if (done) onDone();
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <Form actions={<SpaceBetween direction="horizontal" size="xs"><Button formAction="none" variant="link" onClick={onDone}>Cancel</Button><Button variant="primary" loading={busy}>Save</Button></SpaceBetween>}>
        <SpaceBetween size="s">
          <FormField label="Owner"><Input value={draft.owner} placeholder="Team, person or address" onChange={({ detail }) => change({ owner: detail.value })} /></FormField>
          <ColumnLayout columns={2}>
            <FormField label="Tier"><Select selectedOption={tiers.find(({ value }) => value === draft.tier) ?? null} options={tiers} onChange={({ detail }) => change({ tier: detail.selectedOption.value ?? '' })} /></FormField>
            <FormField label="Strategy"><Select selectedOption={strategies.find(({ value }) => value === draft.strategy) ?? null} options={strategies} onChange={({ detail }) => change({ strategy: detail.selectedOption.value ?? '' })} /></FormField>
          </ColumnLayout>
          <ColumnLayout columns={3}>{durations.map(([name, label, description]) => <FormField key={name} label={label} description={description} errorText={mistakes[name] ?? ''}><Input value={draft[name]} placeholder="15m" onChange={({ detail }) => change({ [name]: detail.value })} /></FormField>)}</ColumnLayout>
        </SpaceBetween>
      </Form>
    </form>
  );
}
