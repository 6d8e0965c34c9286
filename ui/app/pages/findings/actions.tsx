import { Button, ButtonDropdown, SpaceBetween } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import type { Judgement } from '../../../../model/readiness.ts';
import { client } from '../../client.ts';
import { notify } from '../../notices.ts';
import { isReport } from '../../request.ts';
import { save } from '../../save.ts';
import { filterQuery, type FindingsView } from '../../state/findings-view.ts';
import { errorText } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';
import { WaiveDialog } from './waive-dialog.tsx';

const formats = [
  { id: 'csv', text: 'CSV, for spreadsheets', extension: 'csv', type: 'text/csv' },
  { id: 'json', text: 'JSON, the readiness document', extension: 'json', type: 'application/json' },
  { id: 'sarif', text: 'SARIF, for code scanning', extension: 'sarif', type: 'application/sarif+json' },
  { id: 'markdown', text: 'Markdown, for a pull request', extension: 'md', type: 'text/markdown' },
  { id: 'html', text: 'HTML report, one file', extension: 'html', type: 'text/html' },
];

interface Props extends PageProps {
  readonly view: FindingsView;
  readonly chosen: readonly Judgement[];
  readonly onDone: () => void;
}

/** What one can do with findings: accept those that were chosen, and take all that pass the filters elsewhere. */
export function Actions({ snapshot, wish, view, chosen, onDone }: Props): ReactNode {
  const [waiving, setWaiving] = useState(false);
  const [busy, setBusy] = useState(false);
  const offered = isReport() ? formats.filter(({ id }) => id === 'json') : formats;
  const write = async (id: string): Promise<void> => {
    const format = formats.find((each) => each.id === id);
    if (format === undefined) return;
    setBusy(true);
    try {
      const text = await client.document(snapshot, { ...wish, ...filterQuery(view), format: id });
      save(`findings.${format.extension}`, typeof text === 'string' ? text : JSON.stringify(text), format.type);
    } catch (thrown) {
      notify('error', `The findings could not be exported. ${errorText(thrown)}`);
    }
    setBusy(false);
  };
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <ButtonDropdown loading={busy} items={offered.map(({ id, text }) => ({ id, text }))} onItemClick={({ detail }) => void write(detail.id)}>Export</ButtonDropdown>
      {!isReport() && <Button disabled={chosen.length === 0} onClick={() => setWaiving(true)}>Waive {chosen.length > 1 ? chosen.length : ''}</Button>}
      {waiving && <WaiveDialog findings={chosen} onClose={() => setWaiving(false)} onDone={() => { setWaiving(false); onDone(); }} />}
    </SpaceBetween>
  );
}
