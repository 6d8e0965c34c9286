import { Button, Container, FormField, Header, Input, SpaceBetween, Table } from '@cloudscape-design/components';
import { useState } from 'react';
import type { Time } from '../../../model/simulation.ts';
import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { Standing } from '../parts/badges.tsx';
import { useAnswer } from '../use-answer.ts';
import type { PageOf } from './page.ts';

/** Loses something on paper. */
export const Simulate: PageOf = ({ snapshot, wish, query, show }) => {
  const lose = query['lose'] ?? '';
  const [text, setText] = useState(lose);
  const asked = { ...wish, lose: lose.split(',').map((each) => each.trim()).filter((each) => each !== ''), limit: 200 };
  const answer = useAnswer(lose === '' ? undefined : JSON.stringify([snapshot, asked]), (signal) => client.simulate(snapshot, asked, signal));
  return (
    <SpaceBetween size="l">
      <SpaceBetween direction="horizontal" size="s" alignItems="end">
        <FormField label="What is lost" constraintText="A region, zone:…, account:…, service:dynamodb@region, control-plane:iam; several at once with commas"><Input value={text} onChange={({ detail }) => setText(detail.value)} onKeyDown={({ detail }) => detail.key === 'Enter' && show('simulate', { lose: text })} /></FormField>
        <Button variant="primary" onClick={() => show('simulate', { lose: text })}>Lose it</Button>
      </SpaceBetween>
      {lose !== '' && (
        <Answered answer={answer}>
          {({ services, stores, steps, silent, notes }) => (
            <SpaceBetween size="l">
              <Table
                items={services} header={<Header counter={`(${services.length})`}>Services</Header>} ariaLabels={{ tableLabel: 'Services after the loss' }} wrapLines empty="No service is known."
                columnDefinitions={[
                  { id: 'id', header: 'Service', isRowHeader: true, cell: ({ id }) => id },
                  { id: 'outcome', header: 'Outcome', cell: ({ outcome }) => <Standing state={outcome} /> },
                  { id: 'rto', header: 'Back in', cell: ({ rto }) => timeText(rto, 'no end in sight') },
                  { id: 'rpo', header: 'Data lost', cell: ({ rpo }) => timeText(rpo, 'everything') },
                  { id: 'why', header: 'Why', minWidth: 300, cell: ({ why }) => <ul>{why.slice(0, 5).map((each) => <li key={each}>{each}</li>)}</ul> },
                ]}
              />
              <Listed title="Data" rows={stores.map(({ title, state, why }) => `${title}: ${state}. ${why}`)} />
              <Listed title="Order of recovery" rows={steps.map(({ order, service, text: step, blocked }) => `${order}. ${service}: ${step}${blocked === undefined ? '' : ` (blocked: ${blocked})`}`)} />
              <Listed title="Still points at what is lost" rows={silent.map(({ service, what, why }) => `${service}: ${what} – ${why}`)} />
              <Listed title="Notes" rows={notes} />
            </SpaceBetween>
          )}
        </Answered>
      )}
    </SpaceBetween>
  );
};

function Listed({ title, rows }: { readonly title: string; readonly rows: readonly string[] }): React.ReactNode {
  return rows.length === 0 ? null : <Container header={<Header variant="h2" counter={`(${rows.length})`}>{title}</Header>}><ul>{rows.map((row, index) => <li key={`${index} ${row}`}>{row}</li>)}</ul></Container>;
}

function timeText({ seconds, basis, met }: Time, never: string): string {
  const time = seconds === null ? never : seconds === 0 ? 'none' : `${seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`}, ${basis}`;
  return met === undefined ? time : `${time}; objective ${met ? 'met' : 'missed'}`;
}
