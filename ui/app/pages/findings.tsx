import { Box, ExpandableSection, FormField, Input, Link, Modal, Select, SpaceBetween, Tabs } from '@cloudscape-design/components';
import { useState } from 'react';
import type { Judgement } from '../../../model/readiness.ts';
import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { SeverityBadge, Standing } from '../parts/badges.tsx';
import { PageTable } from '../parts/page-table.tsx';
import { useAnswer } from '../use-answer.ts';
import type { PageOf, PageProps } from './page.ts';

const states = ['gap', 'unknown', 'exempt', 'ready'];
const severities = ['critical', 'high', 'medium', 'low', 'info'];
const option = (value: string, label = value): { value: string; label: string } => ({ value, label });

/** Verdicts: filtered on the server, each with its evidence and the code that closes it. */
export const Findings: PageOf = (props) => {
  const { snapshot, wish, query, show } = props;
  const [open, setOpen] = useState<Judgement | undefined>();
  const { state = 'gap', severity = '', service = '', rule = '', text = '', offset = '0' } = query;
  const asked = { ...wish, state, severity, service, rule, text, offset, limit: 50 };
  const answer = useAnswer(JSON.stringify([snapshot, asked]), (signal) => client.findings(snapshot, asked, signal));
  const change = (part: Readonly<Record<string, string | undefined>>): void => show('findings', { ...query, offset: undefined, ...part });
  const filter = (
    <SpaceBetween direction="horizontal" size="s" alignItems="end">
      <FormField label="Verdict"><Select selectedOption={option(state)} options={states.map((each) => option(each))} onChange={({ detail }) => change({ state: detail.selectedOption.value })} /></FormField>
      <FormField label="Severity"><Select selectedOption={option(severity, severity || 'every severity')} options={[option('', 'every severity'), ...severities.map((each) => option(each))]} onChange={({ detail }) => change({ severity: detail.selectedOption.value })} /></FormField>
      <FormField label="Service"><Input value={service} placeholder="exact name" onChange={({ detail }) => change({ service: detail.value })} /></FormField>
      <FormField label="Rule"><Input value={rule} placeholder="exact id" onChange={({ detail }) => change({ rule: detail.value })} /></FormField>
      <FormField label="Text"><Input type="search" value={text} placeholder="subject or message" onChange={({ detail }) => change({ text: detail.value })} /></FormField>
    </SpaceBetween>
  );
  return (
    <>
      <Answered answer={answer}>
        {(page) => (
          <PageTable
            title="Findings" label="Findings" page={page} loading={answer.loading} filter={filter} empty="No verdict passes the filters." onOffset={(at) => show('findings', { ...query, offset: String(at) })}
            columns={[
              { id: 'title', header: 'What', isRowHeader: true, width: 220, cell: (judgement) => <Link href="#" onFollow={(event) => { event.preventDefault(); setOpen(judgement); }}>{judgement.title}</Link> },
              { id: 'severity', header: 'Severity', width: 120, cell: ({ severity: each }) => <SeverityBadge severity={each} /> },
              { id: 'rule', header: 'Rule', width: 200, cell: ({ rule: id }) => id },
              { id: 'service', header: 'Service', width: 130, cell: ({ service: id }) => id },
              { id: 'message', header: 'Why', width: 420, cell: ({ message }) => message },
              { id: 'where', header: 'Where', width: 220, cell: ({ source }) => (source?.file === undefined ? '' : `${source.file}${source.line === undefined ? '' : `:${source.line}`}`) },
            ]}
          />
        )}
      </Answered>
      {open !== undefined && <Detail {...props} judgement={open} onClose={() => setOpen(undefined)} />}
    </>
  );
};

function Detail({ snapshot, wish, judgement, onClose }: PageProps & { readonly judgement: Judgement; readonly onClose: () => void }): React.ReactNode {
  const { fingerprint, title, state, severity, rule, message, evidence, ask, occurrence } = judgement;
  const remedy = useAnswer(state === 'gap' ? JSON.stringify([snapshot, fingerprint, wish]) : undefined, (signal) => client.remedies(snapshot, { fingerprint, wish }, signal));
  return (
    <Modal visible size="large" onDismiss={onClose} header={title} closeAriaLabel="Close">
      <SpaceBetween size="m">
        <SpaceBetween direction="horizontal" size="s"><Standing state={state} /><SeverityBadge severity={severity} /><Box variant="code">{rule}</Box></SpaceBetween>
        <Box variant="p">{message}</Box>
        {ask !== undefined && <Box variant="p"><strong>What would answer:</strong> {ask}</Box>}
        {occurrence !== undefined && <pre className="code">{`${occurrence.file}:${occurrence.span.line}\n${occurrence.snippet}`}</pre>}
        <ExpandableSection defaultExpanded headerText="Evidence"><ul>{evidence.map(({ what, value, source }) => <li key={`${what} ${value}`}><strong>{what}</strong>: {value}{source?.file === undefined ? '' : ` (${source.file}${source.line === undefined ? '' : `:${source.line}`})`}</li>)}</ul></ExpandableSection>
        {state === 'gap' && (
          <Answered answer={remedy}>
            {({ fix, texts }) => (
              <SpaceBetween size="s">
                {fix !== undefined && <Box variant="p"><strong>What to do:</strong> {fix}</Box>}
                {Object.keys(texts).length > 0 && <Tabs tabs={Object.entries(texts).map(([id, code]) => ({ id, label: id, content: <pre className="code">{code}</pre> }))} />}
              </SpaceBetween>
            )}
          </Answered>
        )}
      </SpaceBetween>
    </Modal>
  );
}
