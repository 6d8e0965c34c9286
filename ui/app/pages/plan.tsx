import { Box, Container, ExpandableSection, Header, Link, SegmentedControl, SpaceBetween } from '@cloudscape-design/components';
import type { PlannedService } from '../../../model/plan.ts';
import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { SeverityBadge } from '../parts/badges.tsx';
import { useAnswer } from '../use-answer.ts';
import type { PageOf } from './page.ts';

const titles = { 'new-build': 'New build', 'planned-transition': 'Planned transition', 'live-migration': 'Live migration', remediate: 'Remediate first' };

/** Waves in which nothing depends on a later one, and for each service how it moves. */
export const Plan: PageOf = ({ snapshot, wish, query, show, link }) => {
  const goal = query['goal'] ?? 'expand';
  const answer = useAnswer(JSON.stringify([snapshot, wish, goal]), (signal) => client.plan(snapshot, { ...wish, goal, limit: 500 }, signal));
  return (
    <SpaceBetween size="l">
      <SegmentedControl selectedId={goal} label="Goal" options={[{ id: 'expand', text: 'The target joins' }, { id: 'move', text: 'Home is given up' }]} onChange={({ detail }) => show('plan', { goal: detail.selectedId })} />
      <Answered answer={answer}>
        {({ waves, services, foundations }) => (
          <SpaceBetween size="l">
            {waves.map(({ number, starts, ends }) => (
              <Container key={number} header={<Header variant="h2" description={`${starts} to ${ends}`}>{number === 0 ? 'Foundations' : `Wave ${number}`}</Header>}>
                {number === 0
                  ? foundations.length === 0 ? 'No gap of accounts, network, identity or operations is known.' : <ul>{foundations.map(({ fingerprint, severity, message }) => <li key={fingerprint}><SeverityBadge severity={severity} /> {message}</li>)}</ul>
                  : services.filter(({ wave }) => wave === number).map((service) => <Planned key={service.id} service={service} href={link('findings', { service: service.id })} />)}
              </Container>
            ))}
          </SpaceBetween>
        )}
      </Answered>
    </SpaceBetween>
  );
};

function Planned({ service: { id, approach, reasons, with: others, preconditions, steps, rollback }, href }: { readonly service: PlannedService; readonly href: string }): React.ReactNode {
  return (
    <ExpandableSection headerText={`${id}: ${titles[approach]}`} headerDescription={others.length === 0 ? `${steps.length} steps` : `together with ${others.join(', ')}`}>
      <Box variant="p">Because {reasons.join('; ')}.</Box>
      {preconditions.length > 0 && <Box variant="p"><Link href={href}>{preconditions.length} gaps</Link> are to be closed before.</Box>}
      <ol>{steps.map(({ phase, text, irreversible }, index) => <li key={`${index} ${text}`}><strong>{phase}</strong>: {text}{irreversible !== undefined && <em> Cannot be undone: {irreversible}</em>}</li>)}</ol>
      <Box variant="p">Rollback: {rollback}</Box>
    </ExpandableSection>
  );
}
