import { Box, Container, Header, Link, SpaceBetween } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { durationText } from '../../../../model/duration.ts';
import { outcomes, timeText, type SimulatedStep, type StoreLoss } from '../../../../model/simulation.ts';
import { simulationQuestion } from '../../../../model/page-questions.ts';
import { client, type SimulationPage } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { Standing } from '../../parts/badges.tsx';
import { More } from '../../parts/more.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { Paged } from '../../parts/paged.tsx';
import { stepsInOrder } from '../../state/losses.ts';
import { counted, firstOf, number } from '../../state/words.ts';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';
import { Prose } from '../../parts/prose.tsx';

export function Result(props: PageProps & { readonly lost: readonly string[] }): ReactNode {
  const { snapshot, wish, lost } = props;
  const asked = simulationQuestion(wish, lost);
  const answer = useAnswer(JSON.stringify([snapshot, asked]), (signal) => client.simulate(snapshot, asked, signal));
  return (
    <Answered answer={answer} what={`Losing ${lost.join(' and ')}`}>
      {(simulation) => (
        <SpaceBetween size="l">
          <Sum simulation={simulation} />
          <Services {...props} simulation={simulation} />
          <Stores {...props} simulation={simulation} />
          <Recovery {...props} simulation={simulation} />
          <Silent {...props} simulation={simulation} />
        </SpaceBetween>
      )}
    </Answered>
  );
}

interface Part extends PageProps {
  readonly simulation: SimulationPage;
}

function Sum({ simulation: { outcomes: counts, target, notes } }: { readonly simulation: SimulationPage }): ReactNode {
  return (
    <Container header={<Header variant="h2" description={`${target === undefined ? 'Nothing was said of where to be back.' : `What is lost is made anew in ${target}.`} A reading of the graph, not a promise: a rehearsal finds what no document tells.`}>What is left</Header>}>
      <SpaceBetween size="s">
        <ul className="figures">{outcomes.map((outcome) => <li key={outcome}><Box fontSize="heading-xl" fontWeight="bold">{number(counts[outcome])}</Box><Standing state={outcome} /></li>)}</ul>
        {notes.length > 0 && <ul className="plain-list quiet">{notes.map((note) => <li key={note}>{note}</li>)}</ul>}
      </SpaceBetween>
    </Container>
  );
}

/** That a part only came, if so. */
const ofAll = (items: readonly unknown[], total: number): string => (items.length < total ? ` Of ${number(total)} the first ${number(items.length)} are told here.` : '');

function Services({ simulation: { services, total }, link }: Part): ReactNode {
  return (
    <Paged
      items={services} label="Services after the loss" header={<Header counter={`(${number(total.services)})`} description={`The worst first.${ofAll(services, total.services)}`}>Services</Header>} resizableColumns empty={<Nothing title="No service is known" />}
      columns={[
        { id: 'id', header: 'Service', isRowHeader: true, width: 130, cell: ({ id }) => <Link href={link('services', { service: id })}>{id}</Link> },
        { id: 'outcome', header: 'Outcome', width: 140, cell: ({ outcome }) => <Standing state={outcome} /> },
        { id: 'why', header: 'Why', width: 310, cell: ({ why }) => <ul className="plain-list">{why.slice(0, 4).map((each) => <li key={each}>{each}</li>)}{why.length > 4 && <li>and {why.length - 4} more</li>}</ul> },
        { id: 'rto', header: 'Back in', width: 180, cell: ({ rto }) => timeText(rto, 'not while it lasts') },
        { id: 'rpo', header: 'Data lost', width: 170, cell: ({ rpo }) => timeText(rpo, 'everything') },
        { id: 'waits', header: 'Waits for', width: 130, cell: ({ waitsFor }) => firstOf(waitsFor) || '–' },
      ]}
    />
  );
}

const lossText = ({ state, seconds, basis }: StoreLoss): string => (seconds === undefined ? (state === 'unknown' ? 'not known' : 'some') : seconds === null ? 'everything' : seconds === 0 ? 'nothing' : `${durationText(seconds)}, ${basis ?? 'assumed'}`);

function Stores({ simulation: { stores, total }, link }: Part): ReactNode {
  return (
    <Paged
      items={stores} label="Data after the loss" header={<Header counter={`(${number(total.stores)})`} description={`What becomes of the data that is in what is lost.${ofAll(stores, total.stores)}`}>Data</Header>} empty={<Nothing title="No store of data is lost" />}
      columns={[
        { id: 'title', header: 'Store', isRowHeader: true, cell: ({ id, title }) => <Link href={link('graph', { node: id })}>{title}</Link> },
        { id: 'service', header: 'Service', cell: ({ service }) => <Link href={link('services', { service })}>{service}</Link> },
        { id: 'lost', header: 'Data lost', cell: lossText },
        { id: 'why', header: 'Why', minWidth: 300, cell: ({ why, way }) => [way, why].filter((each) => each !== undefined).join('. ') },
        { id: 'copies', header: 'Copies', cell: ({ copies }) => copies.slice(0, 3).map((id) => <div key={id} className="id">{id}</div>) },
      ]}
    />
  );
}

function Recovery({ simulation: { steps, total }, link }: Part): ReactNode {
  const step = ({ service, text, seconds, basis, blocked, critical, irreversible }: SimulatedStep, index: number): ReactNode => <li key={`${index} ${text}`}><Link href={link('services', { service })}>{service}</Link>: {critical ? <strong>{text}</strong> : text} <span className="quiet">{durationText(seconds)}, {basis}</span>{blocked !== undefined && <Box color="text-status-error">Blocked: {blocked}</Box>}{irreversible !== undefined && <Box color="text-status-warning">Cannot be undone: {irreversible}</Box>}</li>;
  return (
    <Container header={<Header variant="h2" counter={`(${counted(total.steps, 'step')})`} description={`Steps under the same number can be taken at the same time. Those on the path that decides when a service is back are bold.${ofAll(steps, total.steps)}`}>Order of recovery</Header>}>
      {steps.length === 0 ? <Nothing title="Nothing has to be done" /> : (
        <More items={stepsInOrder(steps)} step={12}>
          {(orders) => <ol className="steps">{orders.map(({ order, steps: own }) => <li key={order}><span className="phase">{order}</span><div><More items={own} step={12}>{(shown) => <ul className="plain-list">{shown.map(step)}</ul>}</More></div></li>)}</ol>}
        </More>
      )}
    </Container>
  );
}

function Silent({ simulation: { silent, total }, link }: Part): ReactNode {
  if (silent.length === 0) return null;
  const row = ({ service, what, why, source }: SimulationPage['silent'][number], index: number): ReactNode => <li key={`${index} ${what}`}><Link href={link('services', { service })}>{service}</Link><span>{what}: <Prose text={why} />{source?.file !== undefined && <span className="quiet"> {source.file}{source.line === undefined ? '' : `:${source.line}`}</span>}</span></li>;
  return (
    <Container header={<Header variant="h2" counter={`(${number(total.silent)})`} description="Code and configuration elsewhere that depends on what is lost, and that no dependency in the graph tells.">Still points at what is lost</Header>}>
      <More items={silent} step={20}>{(shown) => <ul className="rows wide">{shown.map(row)}</ul>}</More>
    </Container>
  );
}
