import { Box, ExpandableSection, Link, SpaceBetween, Tabs } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import type { Judgement } from '../../../../model/readiness.ts';
import { client } from '../../client.ts';
import type { PageProps } from '../../pages/page.ts';
import { Answered } from '../../parts/answered.tsx';
import { SeverityBadge } from '../../parts/badges.tsx';
import { CodeFrame } from '../../parts/code-frame.tsx';
import { Code } from '../../parts/code.tsx';
import { useAnswer } from '../../use-answer.ts';
import { Prose } from '../../parts/prose.tsx';
import { counted } from '../../state/words.ts';

const most = 8;

/** Gaps and unknowns of a service or resource, worst first, each with its evidence, code and what closes it. */
export function FindingsOf({ snapshot, wish, link, of }: Pick<PageProps, 'snapshot' | 'wish' | 'link'> & { readonly of: { readonly service?: string; readonly resource?: string } }): ReactNode {
  const answer = useAnswer(JSON.stringify([snapshot, wish, of]), (signal) => client.findings(snapshot, { ...wish, ...of, state: ['gap', 'unknown'], limit: most }, signal));
  return (
    <Answered answer={answer} what="Judging the estate">
      {({ items, total }) => (
        <ExpandableSection headerText={`Findings (${total})`} defaultExpanded>
          {items.length === 0 && <span className="quiet">No gap and nothing unknown for this target.</span>}
          <ul className="graph-findings">{items.map((judgement) => <li key={judgement.fingerprint}><FindingOf snapshot={snapshot} wish={wish} link={link} judgement={judgement} /></li>)}</ul>
          {total > items.length && <Link href={link('findings', of.service === undefined ? { text: items[0]?.title } : { service: of.service })}>All {counted(total, 'finding')}</Link>}
        </ExpandableSection>
      )}
    </Answered>
  );
}

function FindingOf({ snapshot, wish, link, judgement }: Pick<PageProps, 'snapshot' | 'wish' | 'link'> & { readonly judgement: Judgement }): ReactNode {
  const { state, severity, rule, message, ask, effect, evidence, occurrence, fingerprint } = judgement;
  const [open, setOpen] = useState(false);
  return (
    <SpaceBetween size="xxs">
      <div>{state === 'gap' ? <SeverityBadge severity={severity} /> : <span className="quiet">unknown</span>} <Link href={link('findings', { finding: fingerprint })}>{rule}</Link></div>
      <Box variant="small" color="text-body-secondary"><Prose text={ask === undefined ? message : `${message} ${ask}`} /></Box>
      {effect !== undefined && <Box variant="small" color="text-body-secondary"><strong>Left open:</strong> {effect}</Box>}
      {occurrence !== undefined && <CodeFrame occurrence={occurrence} edit={judgement.edit} />}
      <ExpandableSection variant="inline" headerText="Evidence and remedy" expanded={open} onChange={({ detail }) => setOpen(detail.expanded)}>
        <ul className="graph-list">{evidence.map(({ what, value, source }) => <li key={`${what} ${value}`}><strong>{what}</strong>: {value} <span className="quiet">{source?.file === undefined ? '' : `${source.file}${source.line === undefined ? '' : `:${source.line}`}`}</span></li>)}</ul>
        {open && state === 'gap' && <Remedy snapshot={snapshot} wish={wish} fingerprint={fingerprint} />}
      </ExpandableSection>
    </SpaceBetween>
  );
}

function Remedy({ snapshot, wish, fingerprint }: Pick<PageProps, 'snapshot' | 'wish'> & { readonly fingerprint: string }): ReactNode {
  const answer = useAnswer(JSON.stringify([snapshot, wish, fingerprint, 'remedy']), (signal) => client.remedies(snapshot, { fingerprint, wish }, signal));
  return (
    <Answered answer={answer}>
      {({ fix, texts }) => (
        <SpaceBetween size="xs">
          {fix !== undefined && <Box variant="small"><Prose text={fix} /></Box>}
          {Object.keys(texts).length > 0 && <Tabs ariaLabel="Code that closes it" tabs={Object.entries(texts).map(([id, text]) => ({ id, label: id, content: <Code label={`${id} code`} text={text} /> }))} />}
        </SpaceBetween>
      )}
    </Answered>
  );
}
