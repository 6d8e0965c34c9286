import { Box, ColumnLayout, Container, Header, KeyValuePairs, Link, SpaceBetween, Table } from '@cloudscape-design/components';
import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { Standing, severityText } from '../parts/badges.tsx';
import { useAnswer } from '../use-answer.ts';
import type { PageOf } from './page.ts';

/** Are we ready, and if not, which services hold us back. */
export const Overview: PageOf = ({ snapshot, wish, link }) => {
  const key = JSON.stringify([snapshot, wish]);
  const readiness = useAnswer(key, (signal) => client.readiness(snapshot, wish, signal));
  const services = useAnswer(key, (signal) => client.services(snapshot, { ...wish, limit: 500 }, signal));
  const blind = useAnswer(key, (signal) => client.blindSpots(snapshot, { ...wish, limit: 20 }, signal));
  return (
    <SpaceBetween size="l">
      <Answered answer={readiness}>
        {({ intent, status, score, counts, severities, coverage, blindSpots }) => (
          <Container header={<Header variant="h2" description={`${intent.home.join(', ')} → ${intent.target}, ${intent.strategy}, judged on ${intent.today}`}>Are we ready?</Header>}>
            <ColumnLayout columns={4} variant="text-grid">
              <div><Box variant="awsui-key-label">Status</Box><Standing state={status} /></div>
              <div><Box variant="awsui-key-label">Score</Box><Box variant="h2">{score.percent === null ? 'none' : `${score.percent.toFixed(1)} %`}</Box><Box color="text-body-secondary">{score.ready} of {score.judged} points; unknown counts as not ready</Box></div>
              <KeyValuePairs items={[{ label: 'Gaps', value: <Link href={link('findings')}>{counts.gap} ({severityText(severities)})</Link> }, { label: 'Unknown', value: <Link href={link('findings', { state: 'unknown' })}>{counts.unknown}</Link> }, { label: 'Exempt', value: counts.exempt }, { label: 'Ready', value: counts.ready }]} />
              <KeyValuePairs items={[{ label: 'Resources', value: coverage.resources }, { label: 'Judged', value: coverage.judged }, { label: 'Edges', value: coverage.edges }, { label: 'Blind spots', value: blindSpots }]} />
            </ColumnLayout>
          </Container>
        )}
      </Answered>
      <Answered answer={services}>
        {({ items }) => (
          <Table
            items={[...items].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status))}
            header={<Header counter={`(${items.length})`}>Services, worst first</Header>}
            ariaLabels={{ tableLabel: 'Services' }}
            empty="No service is known."
            columnDefinitions={[
              { id: 'id', header: 'Service', isRowHeader: true, cell: ({ id }) => <Link href={link('services', { service: id })}>{id}</Link> },
              { id: 'status', header: 'Status', cell: ({ status }) => <Standing state={status} /> },
              { id: 'score', header: 'Score', cell: ({ score }) => (score.percent === null ? 'none' : `${score.percent.toFixed(1)} %`) },
              { id: 'gaps', header: 'Gaps', cell: ({ severities }) => severityText(severities) },
              { id: 'unknown', header: 'Unknown', cell: ({ counts }) => counts.unknown },
              { id: 'home', header: 'Without home', cell: ({ recovery }) => (recovery === undefined ? 'not touched' : <Standing state={recovery.outcome} />) },
              { id: 'wave', header: 'Wave', cell: ({ wave }) => wave },
            ]}
          />
        )}
      </Answered>
      <Answered answer={blind}>
        {({ items, total }) => (
          <Container header={<Header variant="h2" counter={`(${total})`} description="Everything inside is unknown, never ready.">Where nobody could look</Header>}>
            {items.length === 0 ? 'Everything that was given could be read.' : <ul>{items.map(({ asked, message, remedy }) => <li key={`${asked} ${message}`}><strong>{asked}</strong>: {message} {remedy}</li>)}</ul>}
          </Container>
        )}
      </Answered>
    </SpaceBetween>
  );
};

const order = ['blocked', 'gaps', 'unknown', 'ready'];
