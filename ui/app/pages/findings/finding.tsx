import { Box, Button, Container, Grid, Header, KeyValuePairs, Link, SpaceBetween, Tabs } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import type { Judgement } from '../../../../model/readiness.ts';
import { shareCause } from '../../../../model/share-cause.ts';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { SeverityBadge, Standing } from '../../parts/badges.tsx';
import { CodeFrame } from '../../parts/code-frame.tsx';
import { Code } from '../../parts/code.tsx';
import { hasEstate, isReport } from '../../request.ts';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';
import { WaiveDialog } from './waive-dialog.tsx';
import { Prose } from '../../parts/prose.tsx';

/** One verdict: what, why, on what evidence, where, and how to close it. */
export function Finding(props: PageProps & { readonly fingerprint: string; readonly back: string }): ReactNode {
  const { snapshot, wish, fingerprint, back } = props;
  const answer = useAnswer(JSON.stringify([snapshot, wish, fingerprint]), (signal) => client.finding(snapshot, { fingerprint, wish }, signal));
  return (
    <SpaceBetween size="m">
      <Link href={back}>All findings</Link>
      <Answered answer={answer} what="Judging the estate">
        {(judgement) => (
          <Grid gridDefinition={[{ colspan: { default: 12, m: 8 } }, { colspan: { default: 12, m: 4 } }]}>
            <SpaceBetween size="l">
              <What judgement={judgement} />
              {judgement.occurrence !== undefined && <Container header={<Header variant="h2">Code</Header>}><CodeFrame occurrence={judgement.occurrence} edit={judgement.edit} /></Container>}
              {judgement.state === 'gap' && <Remedy {...props} judgement={judgement} />}
              <Order {...props} judgement={judgement} />
              <Evidence judgement={judgement} />
            </SpaceBetween>
            <Facts {...props} judgement={judgement} />
          </Grid>
        )}
      </Answered>
    </SpaceBetween>
  );
}

function What({ judgement }: { readonly judgement: Judgement }): ReactNode {
  const { title, state, severity, blocking, message, effect, ask } = judgement;
  const [waiving, setWaiving] = useState(false);
  return (
    <Container header={<Header variant="h2" actions={!isReport() && (state === 'gap' || state === 'unknown') && <Button onClick={() => setWaiving(true)}>Waive</Button>}>{title}</Header>}>
      <SpaceBetween size="s">
        <SpaceBetween direction="horizontal" size="s"><Standing state={state} /><SeverityBadge severity={severity} />{blocking === true && <Box variant="small">blocking: the strategy cannot be reached until it is closed</Box>}</SpaceBetween>
        <Box variant="p" fontSize="heading-s"><Prose text={message} /></Box>
        {effect !== undefined && <Box variant="p"><strong>Left open:</strong> {effect}</Box>}
        {ask !== undefined && <Box variant="p"><strong>What would answer:</strong> <Prose text={ask} /></Box>}
      </SpaceBetween>
      {waiving && <WaiveDialog findings={[judgement]} onClose={() => setWaiving(false)} onDone={() => setWaiving(false)} />}
    </Container>
  );
}

/** Gaps that are named in full; there may be one for everything that a service needs. */
const mostBefore = 20;

/** What is to be closed before it, in order, and what it follows from. */
function Order({ snapshot, wish, link, judgement }: PageProps & { readonly judgement: Judgement }): ReactNode {
  const { before = [], cause } = judgement;
  const linked = [...(cause === undefined ? [] : [cause]), ...before.slice(0, mostBefore)];
  const answer = useAnswer(JSON.stringify([snapshot, wish, linked, 'linked']), (signal) => Promise.all(linked.map((fingerprint) => client.finding(snapshot, { fingerprint, wish }, signal))));
  if (linked.length === 0) return null;
  const named = ({ fingerprint, title, rule }: Judgement): ReactNode => <><Link href={link('findings', { finding: fingerprint })}>{title}</Link> <span className="quiet">{rule}</span></>;
  return (
    <Container header={<Header variant="h2">In which order</Header>}>
      <Answered answer={answer}>
        {(all) => {
          const root = all.find(({ fingerprint }) => fingerprint === cause);
          const first = all.filter((each) => !shareCause(judgement, each));
          return (
            <SpaceBetween size="s">
              {root !== undefined && <Box variant="p">It follows from {named(root)}: to close that one closes this one too.</Box>}
              {first.length > 0 ? <div>Close first:<ol>{first.map((each) => <li key={each.fingerprint}>{named(each)}</li>)}</ol></div> : before.length > 0 && <Box variant="p">What it needs is closed with it.</Box>}
            </SpaceBetween>
          );
        }}
      </Answered>
    </Container>
  );
}

const remedyTitles: Readonly<Record<string, string>> = { cloudformation: 'CloudFormation', terraform: 'Terraform', cli: 'AWS CLI' };

function Remedy({ snapshot, wish, judgement: { fingerprint, edit } }: PageProps & { readonly judgement: Judgement }): ReactNode {
  const answer = useAnswer(JSON.stringify([snapshot, wish, fingerprint, 'remedy']), (signal) => client.remedies(snapshot, { fingerprint, wish }, signal));
  return (
    <Container header={<Header variant="h2" description="Generated for this resource; review it as any change.">How to close it</Header>}>
      <Answered answer={answer}>
        {({ fix, texts }) => (
          <SpaceBetween size="s">
            {fix !== undefined && <Box variant="p"><Prose text={fix} /></Box>}
            {Object.keys(texts).length > 0
              ? <Tabs tabs={Object.entries(texts).map(([id, text]) => ({ id, label: remedyTitles[id] ?? id, content: <Code label={`${remedyTitles[id] ?? id} code`} text={text} /> }))} />
              : edit === undefined && <Box color="text-body-secondary">No code can close this alone; the words above say what to do.</Box>}
          </SpaceBetween>
        )}
      </Answered>
    </Container>
  );
}

function Evidence({ judgement: { evidence } }: { readonly judgement: Judgement }): ReactNode {
  return (
    <Container header={<Header variant="h2" counter={`(${evidence.length})`}>What it rests on</Header>}>
      {evidence.length === 0 ? <Box color="text-body-secondary">No evidence was recorded.</Box> : <dl className="evidence">{evidence.map(({ what, value, source }, index) => <div key={`${index} ${what}`}><dt>{what}</dt><dd>{value}{source?.file !== undefined && <span className="quiet"> {source.file}{source.line === undefined ? '' : `:${source.line}`}</span>}</dd></div>)}</dl>}
    </Container>
  );
}

function Facts({ judgement: { rule, service, resources, subject, source, targets, fingerprint }, link }: PageProps & { readonly judgement: Judgement }): ReactNode {
  return (
    <Container header={<Header variant="h2">Where</Header>}>
      <KeyValuePairs
        items={[
          { label: 'Rule', value: <Link href={link('rules', { rule })}>{rule}</Link> },
          { label: 'Service', value: <Link href={link('services', { service })}>{service}</Link> },
          { label: 'Resources', value: resources.length === 0 ? 'none of the estate' : resources.slice(0, 10).map((id) => <div key={id} className="id">{!hasEstate() ? id : <Link href={link('graph', { node: id })}>{id}</Link>}</div>) },
          { label: 'Subject', value: <span className="id">{subject}</span> },
          { label: 'Told by', value: source === undefined ? 'not told' : `${source.scanner}${source.file === undefined ? '' : `, ${source.file}${source.line === undefined ? '' : `:${source.line}`}`}${source.asOf === undefined ? '' : `, as of ${source.asOf.slice(0, 10)}`}` },
          { label: 'Targets', value: targets.join(', ') || 'every one' },
          { label: 'Fingerprint', value: <Box variant="code">{fingerprint}</Box> },
        ]}
      />
    </Container>
  );
}
