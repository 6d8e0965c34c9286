import { Button, Container, Header, Link, SpaceBetween } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { verdictStates } from '../../../../model/readiness.ts';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { Standing } from '../../parts/badges.tsx';
import { Markdown } from '../../parts/markdown.tsx';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';

/** The page of a rule: why, what to do, what it looks at, and examples of each verdict; above it, how the estate fares. */
export function OneRule({ snapshot, wish, rule, link }: PageProps & { readonly rule: string }): ReactNode {
  const answer = useAnswer(JSON.stringify(['rule', rule]), (signal) => client.rule(rule, signal));
  const asked = { ...wish, rule, state: verdictStates, by: 'rule' };
  const counts = useAnswer(snapshot === '' ? undefined : JSON.stringify([snapshot, asked]), (signal) => client.groups(snapshot, asked, signal));
  const [here] = counts.data?.items ?? [];
  return (
    <SpaceBetween size="m">
      <Link href={link('rules')}>All rules</Link>
      <Answered answer={answer}>
        {({ id, title, page }) => (
          <Container header={<Header variant="h2" description={id} actions={<Button href={link('findings', { rule: id, state: 'gap,unknown' })}>Findings</Button>}>{title}</Header>}>
            {here !== undefined && <SpaceBetween direction="horizontal" size="l">{verdictStates.map((state) => <span key={state}><Standing state={state} /> {here.counts[state]}</span>)}</SpaceBetween>}
            <Markdown text={page.replace(/^# .*\n+.*\n/, '')} />
          </Container>
        )}
      </Answered>
    </SpaceBetween>
  );
}
