import { Box, ColumnLayout, Container, Header, Link, SpaceBetween } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { ServiceReadiness } from '../../../../model/readiness.ts';
import { timeText, type Time } from '../../../../model/simulation.ts';
import { Standing } from '../../parts/badges.tsx';
import { hasEstate } from '../../request.ts';
import { Nothing } from '../../parts/nothing.tsx';
import type { PageProps } from '../page.ts';

/** What the loss of home would do to it: the times, and the chain that decides each. */
export function RecoveryOf({ found: { recovery }, link }: PageProps & { readonly found: ServiceReadiness }): ReactNode {
  if (recovery === undefined) return <Container header={<Header variant="h2">When home is lost</Header>}><Nothing title="Nothing of it is at home">The loss of home does not touch it.</Nothing></Container>;
  const { lost, outcome, why, rto, rpo } = recovery;
  return (
    <Container header={<Header variant="h2" description="As it stands today, from the graph; a rehearsal finds what no document tells." actions={hasEstate() && <Link href={link('simulate', { lose: lost })}>Simulate it</Link>}>When {lost} is lost</Header>}>
      <SpaceBetween size="m">
        <div><Standing state={outcome} /><ul className="plain-list">{why.map((each) => <li key={each}>{each}</li>)}</ul></div>
        <ColumnLayout columns={2} variant="text-grid">
          <Chain title="Back in (RTO)" time={rto} never="not while it lasts" />
          <Chain title="Data lost (RPO)" time={rpo} never="everything" />
        </ColumnLayout>
      </SpaceBetween>
    </Container>
  );
}

function Chain({ title, time, never }: { readonly title: string; readonly time: Time; readonly never: string }): ReactNode {
  return (
    <div>
      <Box variant="awsui-key-label">{title}</Box>
      <Box fontWeight="bold" color={time.met === false ? 'text-status-error' : 'inherit'}>{timeText(time, never)}</Box>
      {time.why.length > 0 && <ol className="chain">{time.why.map((each, index) => <li key={`${index} ${each}`}>{each}</li>)}</ol>}
    </div>
  );
}
