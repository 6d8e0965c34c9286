import { Box, Button, Container, Header, KeyValuePairs, SegmentedControl, SpaceBetween, StatusIndicator } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { planQuestion } from '../../../model/page-questions.ts';
import { client, type PlanPage } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { GanttChart } from '../parts/gantt-chart.tsx';
import { LongText } from '../parts/long-text.tsx';
import { Meanwhile } from '../parts/meanwhile.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { save } from '../save.ts';
import { ganttOf, waveTitle } from '../state/gantt.ts';
import { planCsv } from '../state/plan-csv.ts';
import { number } from '../state/words.ts';
import { useAnswer } from '../use-answer.ts';
import type { PageOf, PageProps } from './page.ts';
import { Debt } from './plan/debt.tsx';
import { Wave } from './plan/wave.tsx';

const goals = [{ id: 'expand', text: 'The target joins' }, { id: 'move', text: 'Home is given up' }];

/** Waves in which nothing depends on a later one, when they are, and for each service how it moves. */
export const Plan: PageOf = (props) => {
  const { snapshot, wish, query, show } = props;
  const goal = query['goal'] ?? 'expand';
  const answer = useAnswer(JSON.stringify([snapshot, wish, goal, 'plan']), (signal) => client.plan(snapshot, planQuestion(wish, query), signal));
  return (
    <SpaceBetween size="l">
      <SegmentedControl selectedId={goal} label="Goal" options={goals} onChange={({ detail }) => show('plan', { ...query, goal: detail.selectedId })} />
      <Answered answer={answer} what="Planning" meanwhile={<Meanwhile {...props} />}>{(plan) => (plan.waves.length === 0 ? <Nothing title="There is nothing to move" /> : <Planned {...props} plan={plan} />)}</Answered>
    </SpaceBetween>
  );
};

function Planned(props: PageProps & { readonly plan: PlanPage }): ReactNode {
  const { plan, query, show } = props;
  const { home, target, waves, services, total, notes, constraints, today } = plan;
  const gantt = ganttOf(waves);
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2" description={`${home.join(', ')} → ${target}, planned on ${today}. Dates count waves, not work: set their length and freezes in the configuration.`}
            actions={<SpaceBetween direction="horizontal" size="xs"><Button iconName="download" onClick={() => save('plan.csv', planCsv(plan), 'text/csv')}>CSV</Button><Button iconName="download" onClick={() => save('plan.json', `${JSON.stringify(plan, null, 2)}\n`, 'application/json')}>JSON</Button></SpaceBetween>}
          >When what moves</Header>
        }
      >
        <SpaceBetween size="m">
          <GanttChart gantt={gantt} title={waveTitle} onChoose={(wave) => { show('plan', { ...query, wave: String(wave) }); document.getElementById(`wave-${wave}`)?.scrollIntoView({ block: 'start' }); }} />
          <KeyValuePairs columns={4} items={[{ label: 'Services', value: number(total.services) }, { label: 'Waves', value: waves.filter((each) => each.number > 0).length }, { label: 'Gaps in the foundations', value: number(total.foundations) }, { label: 'Dependencies that tie services together', value: number(total.debt) }]} />
          {constraints.length > 0 && <ul className="plain-list">{constraints.map(({ text, met, because }) => <li key={text}><StatusIndicator type={met ? 'success' : 'warning'}>{text}</StatusIndicator>{because !== undefined && <span className="quiet"> {because}</span>}</li>)}</ul>}
          {notes.length > 0 && <ul className="plain-list quiet">{notes.map((note) => <li key={note}><LongText>{note}</LongText></li>)}</ul>}
        </SpaceBetween>
      </Container>
      {waves.map((wave) => <Wave key={wave.number} {...props} wave={wave} />)}
      {services.length < total.services && <Box color="text-body-secondary">The first {number(services.length)} of {number(total.services)} services are told in full; the JSON of <code>regionready plan</code> has all of them.</Box>}
      <Debt {...props} />
    </SpaceBetween>
  );
}
