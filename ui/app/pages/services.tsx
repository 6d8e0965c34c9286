import { Alert, Box, ColumnLayout, Container, Header, KeyValuePairs, Link, SpaceBetween } from '@cloudscape-design/components';
import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { Standing, severityText } from '../parts/badges.tsx';
import { useAnswer } from '../use-answer.ts';
import type { PageOf } from './page.ts';

/** One card for each service, or all about one. */
export const Services: PageOf = ({ snapshot, wish, query, link }) => {
  const answer = useAnswer(JSON.stringify([snapshot, wish]), (signal) => client.services(snapshot, { ...wish, limit: 500 }, signal));
  return (
    <Answered answer={answer}>
      {({ items, total }) => {
        const shown = query['service'] === undefined ? items : items.filter(({ id }) => id === query['service']);
        return (
          <SpaceBetween size="l">
            {total > items.length && <Alert>The first {items.length} of {total} services are shown.</Alert>}
            {shown.length === 0 && <Alert type="warning">There is no such service.</Alert>}
            {shown.map(({ id, status, basis, score, severities, counts, resources, dependsOn, wave, recovery }) => (
              <Container key={id} header={<Header variant="h2" actions={<SpaceBetween direction="horizontal" size="s"><Link href={link('findings', { service: id })}>Findings</Link><Link href={link('graph', { service: id })}>Graph</Link></SpaceBetween>}>{id}</Header>}>
                <ColumnLayout columns={3} variant="text-grid">
                  <KeyValuePairs items={[{ label: 'Status', value: <Standing state={status} /> }, { label: 'Score', value: score.percent === null ? 'none' : `${score.percent.toFixed(1)} %` }, { label: 'Gaps', value: severityText(severities) }, { label: 'Unknown', value: counts.unknown }]} />
                  <KeyValuePairs items={[{ label: 'Resources', value: `${resources}, grouped by ${basis}` }, { label: 'Migration wave', value: wave }, { label: 'Needs', value: dependsOn.length === 0 ? 'nothing else' : dependsOn.map((other) => <div key={other}><Link href={link('services', { service: other })}>{other}</Link></div>) }]} />
                  <div>
                    <Box variant="awsui-key-label">Without {recovery?.lost ?? 'home'}</Box>
                    {recovery === undefined ? 'nothing of it is there' : <><Standing state={recovery.outcome} /><ul>{[...recovery.why, ...recovery.rto.why].slice(0, 8).map((each) => <li key={each}>{each}</li>)}</ul></>}
                  </div>
                </ColumnLayout>
              </Container>
            ))}
          </SpaceBetween>
        );
      }}
    </Answered>
  );
};
