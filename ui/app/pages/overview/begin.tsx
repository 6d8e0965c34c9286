import { Box, ColumnLayout, Container, Header, Link } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { inTheWayQuestion, movingQuestion, stoppingQuestion } from '../../../../model/page-questions.ts';
import type { ReadinessSummary } from '../../../../server/api.ts';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { SeverityBadges, Standing } from '../../parts/badges.tsx';
import { Outlook } from '../../parts/outlook.tsx';
import { hasEstate } from '../../request.ts';
import { briefly, counted, number } from '../../state/words.ts';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';

type Props = PageProps & { readonly readiness: ReadinessSummary };

/** The three questions that a meeting begins with, each with its first answers and the way to the rest. */
export function Begin(props: Props): ReactNode {
  return (
    <Container header={<Header variant="h2" description="The worst first; each leads to the whole answer.">Where to begin</Header>}>
      <ColumnLayout columns={3} variant="text-grid" minColumnWidth={260}>
        <InTheWay {...props} />
        <Stopping {...props} />
        <Moving {...props} />
      </ColumnLayout>
    </Container>
  );
}

/** Rules with the worst gaps: one thing to do closes all gaps of a rule. */
function InTheWay({ snapshot, wish, readiness: { rules, causes = [] }, link }: Props): ReactNode {
  const answer = useAnswer(JSON.stringify([snapshot, wish, 'by rule']), (signal) => client.groups(snapshot, inTheWayQuestion(wish), signal));
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  const [cause] = causes;
  return (
    <section aria-label="What is in the way">
      <Box variant="h3">What is in the way?</Box>
      <Answered answer={answer} what="Counting">
        {({ items, total }) => (
          <>
            {items.length === 0 && <Box color="text-body-secondary">No gap is known.</Box>}
            <ul className="begin">{items.map(({ values: [rule = ''], severities, blocking }) => <li key={rule}><Link href={link('findings', { rule })}>{titles.get(rule) ?? rule}</Link><span><SeverityBadges counts={severities} />{blocking > 0 && <span className="quiet"> blocking</span>}</span></li>)}</ul>
            {cause !== undefined && <p className="quiet">{counted(cause.subjects.length, 'gap follows', 'gaps follow')} from one: <Link href={link('findings', { finding: cause.fingerprint })}>{briefly(cause.title)}</Link></p>}
            {total > items.length && <Link href={link('findings', { group: 'rule' })}>All {number(total)} kinds of gap</Link>}
          </>
        )}
      </Answered>
    </section>
  );
}

/** Services that fare worst when home is lost, as the estate stands. */
function Stopping({ snapshot, wish, readiness: { intent: { home } }, link }: Props): ReactNode {
  const answer = useAnswer(JSON.stringify([snapshot, wish, 'outlook']), (signal) => client.services(snapshot, stoppingQuestion(wish), signal));
  const lost = home.join(',');
  return (
    <section aria-label={`What breaks without ${home.join(' and ')}`}>
      <Box variant="h3">What breaks without {home.join(' and ')}?</Box>
      <Answered answer={answer} what="Losing home">
        {({ items }) => (
          <>
            <ul className="begin">{items.map(({ id, recovery }) => <li key={id}><Link href={link('services', { service: id })}>{id}</Link><span><Outlook recovery={recovery} /></span></li>)}</ul>
            {hasEstate() && <><Link href={link('simulate', { lose: lost })}>All services and the order of recovery</Link><br /><Link href={link('graph', { lose: lost })}>See it spread in the graph</Link></>}
          </>
        )}
      </Answered>
    </section>
  );
}

/** Services of the first wave: they need nothing that moves later. */
function Moving({ snapshot, wish, link }: Props): ReactNode {
  const answer = useAnswer(JSON.stringify([snapshot, wish, 'first']), (signal) => client.services(snapshot, movingQuestion(wish), signal));
  return (
    <section aria-label="What can move first">
      <Box variant="h3">What can move first?</Box>
      <Answered answer={answer} what="Ordering">
        {({ items }) => (
          <>
            <ul className="begin">{items.map(({ id, wave, status, severities }) => <li key={id}><span><Link href={link('services', { service: id })}>{id}</Link> <span className="quiet">wave {wave}</span></span><span><Standing state={status} /> <SeverityBadges counts={severities} /></span></li>)}</ul>
            {hasEstate() && <Link href={link('plan')}>All waves, with dates and steps</Link>}
          </>
        )}
      </Answered>
    </section>
  );
}
