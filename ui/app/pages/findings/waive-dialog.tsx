import { Alert, Box, Button, DatePicker, FormField, Modal, RadioGroup, SpaceBetween, Textarea } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import type { Judgement } from '../../../../model/readiness.ts';
import { act } from '../../act.ts';
import { client } from '../../client.ts';
import { waiversFor, type WaiverReach } from '../../state/waiving.ts';
import { counted } from '../../state/words.ts';

/** Asks why gaps are accepted, how far that reaches and until when. Who did it the server knows. */
export function WaiveDialog({ findings, onClose, onDone }: { readonly findings: readonly Judgement[]; readonly onClose: () => void; readonly onDone: () => void }): ReactNode {
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [reach, setReach] = useState<WaiverReach>('finding');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const waivers = waiversFor(findings, { reach, reason, until });
  const waive = async (): Promise<void> => {
    setTried(true);
    if (reason.trim() === '') return;
    setBusy(true);
    const done = await act(`Waive ${counted(findings.length, 'finding')}`, async () => {
      for (const waiver of waivers) await client.waive(waiver);
    });
    setBusy(false);
    if (done) onDone();
  };
  return (
    <Modal
      visible onDismiss={onClose} closeAriaLabel="Close" header={`Waive ${counted(findings.length, 'finding')}`}
      footer={<Box float="right"><SpaceBetween direction="horizontal" size="xs"><Button variant="link" onClick={onClose}>Cancel</Button><Button variant="primary" loading={busy} onClick={() => void waive()}>Waive</Button></SpaceBetween></Box>}
    >
      <SpaceBetween size="m">
        <Alert type="info">A waived gap is exempt in every judgement from then on. The list of waivers keeps who accepted it, when and why; it can be withdrawn there.</Alert>
        <ul className="plain-list">{findings.slice(0, 5).map(({ fingerprint, title, rule }) => <li key={fingerprint}>{title} <span className="quiet">{rule}</span></li>)}{findings.length > 5 && <li>and {findings.length - 5} more</li>}</ul>
        <FormField label="What it covers"><RadioGroup value={reach} onChange={({ detail }) => setReach(detail.value as WaiverReach)} items={[{ value: 'finding', label: 'These rules on these subjects' }, { value: 'subject', label: 'Every rule on these subjects' }, { value: 'rule', label: 'These rules everywhere' }]} /></FormField>
        <FormField label="Why" errorText={tried && reason.trim() === '' ? 'A waiver without a reason helps nobody later.' : ''}><Textarea value={reason} rows={3} placeholder="Made again from events within minutes; RPO agreed with the owner" onChange={({ detail }) => setReason(detail.value)} /></FormField>
        <FormField label="Until" description="Last day on which it holds. Without one it holds until it is withdrawn."><DatePicker value={until} placeholder="YYYY-MM-DD" openCalendarAriaLabel={(day) => `Choose a day${day === null ? '' : `, ${day} is chosen`}`} onChange={({ detail }) => setUntil(detail.value)} /></FormField>
      </SpaceBetween>
    </Modal>
  );
}
