import { Box, Button, FormField, Input, Modal, SegmentedControl, SpaceBetween } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import { act } from '../../act.ts';
import { client } from '../../client.ts';
import { emptyScan, mistakesInScan, newScanOf, type ScanDraft } from '../../state/scan-draft.ts';

const fields = {
  // regionready-ignore code-region-list-missing-rt -- an example of what to type
  regions: ['Regions', 'Every enabled one if none is given', 'eu-west-1, eu-central-1'],
  accounts: ['Accounts', 'The one of the credentials if none is given; all for those of the organization', '111122223333'],
  role: ['Role', 'To assume in each account', 'regionready-read'],
  paths: ['Paths', 'Templates and code, below the folder that the server was given for scans', 'infra, services'],
} as const;

/** Defines a scan. */
export function ScanForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [draft, setDraft] = useState<ScanDraft>(emptyScan);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const mistakes = mistakesInScan(draft);
  const wrong = (name: string): string => (tried ? (mistakes[name] ?? '') : '');
  const change = (part: Partial<ScanDraft>): void => setDraft((now) => ({ ...now, ...part }));
  const define = async (): Promise<void> => {
    setTried(true);
    if (Object.keys(mistakes).length > 0) return;
    setBusy(true);
    const done = await act(`Define ${draft.name}`, () => client.defineScan(newScanOf(draft)));
    setBusy(false);
    if (done) onClose();
  };
  const shown = [...(draft.reads === 'paths' ? [] : (['regions', 'accounts', 'role'] as const)), ...(draft.reads === 'aws' ? [] : (['paths'] as const))];
  return (
    <Modal visible onDismiss={onClose} closeAriaLabel="Close" header="Define a scan" footer={<Box float="right"><SpaceBetween direction="horizontal" size="xs"><Button variant="link" onClick={onClose}>Cancel</Button><Button variant="primary" loading={busy} onClick={() => void define()}>Define</Button></SpaceBetween></Box>}>
      <SpaceBetween size="m">
        <FormField label="Name" errorText={wrong('name')}><Input value={draft.name} placeholder="production" onChange={({ detail }) => change({ name: detail.value })} /></FormField>
        <SegmentedControl label="Reads" selectedId={draft.reads} options={[{ id: 'aws', text: 'AWS' }, { id: 'paths', text: 'Templates and code' }, { id: 'both', text: 'Both' }]} onChange={({ detail }) => change({ reads: detail.selectedId as ScanDraft['reads'] })} />
        {shown.map((name) => <FormField key={name} label={fields[name][0]} description={fields[name][1]} errorText={wrong(name)}><Input value={draft[name]} placeholder={fields[name][2]} onChange={({ detail }) => change({ [name]: detail.value })} /></FormField>)}
        <FormField label="Every" description="Only when somebody asks for it if empty" errorText={wrong('every')}><Input value={draft.every} placeholder="1d" onChange={({ detail }) => change({ every: detail.value })} /></FormField>
        <FormField label="Targets" description="What they offer is asked for, and a judgement for each is kept"><Input value={draft.targets} placeholder="eu-central-1" onChange={({ detail }) => change({ targets: detail.value })} /></FormField>
      </SpaceBetween>
    </Modal>
  );
}
