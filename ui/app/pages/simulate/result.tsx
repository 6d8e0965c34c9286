import { Box, Container, ExpandableSection, Header, Link, SpaceBetween, Table } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { durationText } from '../../../../model/duration.ts';
import { timeText, type Outcome, type StoreLoss } from '../../../../model/simulation.ts';
import { client, type SimulationPage } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { Standing } from '../../parts/badges.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { stepsInOrder } from '../../state/losses.ts';
import { counted, number } from '../../state/words.ts';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';
import { Prose } from '../../parts/prose.tsx';

const outcomes: readonly Outcome[] = ['stops', 'degrades', 'unknown', 'recovers', 'survives'];

export function Result(props: PageProps & { readonly lost: readonly string[] }): ReactNode {
  const { snapshot, wish, lost } = props;
  const asked = { ...wish, lose: lost, limit: 500 };
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

function Sum({ simulation: { services, total, target, notes } }: { readonly simulation: SimulationPage }): ReactNode {
  return (
    <Container header={<Header variant="h2" description={`${target === undefined ? 'Nothing was said of where to be back.' : `What is lost is made anew in ${target}.`} A reading of the graph, not a promise: a rehearsal finds what no document tells.`}>What is left</Header>}>
      <SpaceBetween size="s">
        <ul className="figures">{outcomes.map((outcome) => <li key={outcome}><Box fontSize="heading-xl" fontWeight="bold">{number(services.filter((each) => each.outcome === outcome).length)}</Box><Standing state={outcome} /></li>)}</ul>
        {services.length < total.services && <Box color="text-body-secondary">Counted over the worst {number(services.length)} of {number(total.services)} services.</Box>}
        {notes.length > 0 && <ul className="plain-list quiet">{notes.map((note) => <li key={note}>{note}</li>)}</ul>}
      </SpaceBetween>
    </Container>
  );
}

function Services({ simulation: { services, total }, link }: Part): ReactNode {
  return (
    <Table
      items={services.slice(0, 100)} header={<Header counter={`(${number(total.services)})`} description={services.length > 100 ? 'The worst hundred.' : ''}>Services</Header>} ariaLabels={{ tableLabel: 'Services after the loss' }} wrapLines resizableColumns empty={<Nothing title="No service is known" />}
      columnDefinitions={[
        { id: 'id', header: 'Service', isRowHeader: true, width: 130, cell: ({ id }) => <Link href={link('services', { service: id })}>{id}</Link> },
        { id: 'outcome', header: 'Outcome', width: 120, cell: ({ outcome }) => <Standing state={outcome} /> },
        { id: 'why', header: 'Why', width: 310, cell: ({ why }) => <ul className="plain-list">{why.slice(0, 4).map((each) => <li key={each}>{each}</li>)}{why.length > 4 && <li>and {why.length - 4} more</li>}</ul> },
        { id: 'rto', header: 'Back in', width: 190, cell: ({ rto }) => timeText(rto, 'not while it lasts') },
        { id: 'rpo', header: 'Data lost', width: 180, cell: ({ rpo }) => timeText(rpo, 'everything') },
        { id: 'waits', header: 'Waits for', width: 130, cell: ({ waitsFor }) => waitsFor.join(', ') || '–' },
      ]}
    />
  );
}

const lossText = ({ state, seconds, basis }: StoreLoss): string => (seconds === undefined ? (state === 'unknown' ? 'not known' : 'some') : seconds === null ? 'everything' : seconds === 0 ? 'nothing' : `${durationText(seconds)}, ${basis ?? 'assumed'}`);

function Stores({ simulation: { stores, total }, link }: Part): ReactNode {
  return (
    <Table
      items={stores.slice(0, 100)} header={<Header counter={`(${number(total.stores)})`} description="What becomes of the data that is in what is lost.">Data</Header>} ariaLabels={{ tableLabel: 'Data after the loss' }} wrapLines empty={<Nothing title="No store of data is lost" />}
      columnDefinitions={[
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
  return (
    <Container header={<Header variant="h2" counter={`(${counted(total.steps, 'step')})`} description="Steps under the same number can be taken at the same time. Those on the path that decides when a service is back are bold.">Order of recovery</Header>}>
      {steps.length === 0 ? <Nothing title="Nothing has to be done" /> : (
        <ol className="steps">
          {stepsInOrder(steps).slice(0, 60).map(({ order, steps: own }) => (
            <li key={order}><span className="phase">{order}</span><ul className="plain-list">{own.map(({ service, text, seconds, basis, blocked, critical, irreversible }, index) => <li key={`${index} ${text}`}><Link href={link('services', { service })}>{service}</Link>: {critical ? <strong>{text}</strong> : text} <span className="quiet">{durationText(seconds)}, {basis}</span>{blocked !== undefined && <Box color="text-status-error">Blocked: {blocked}</Box>}{irreversible !== undefined && <Box color="text-status-warning">Cannot be undone: {irreversible}</Box>}</li>)}</ul></li>
          ))}
        </ol>
      )}
    </Container>
  );
}

function Silent({ simulation: { silent, total }, link }: Part): ReactNode {
  if (silent.length === 0) return null;
  const row = ({ service, what, why, source }: SimulationPage['silent'][number], index: number): ReactNode => <li key={`${index} ${what}`}><Link href={link('services', { service })}>{service}</Link><span>{what}: <Prose text={why} />{source?.file !== undefined && <span className="quiet"> {source.file}{source.line === undefined ? '' : `:${source.line}`}</span>}</span></li>;
  return (
    <Container header={<Header variant="h2" counter={`(${number(total.silent)})`} description="Code and configuration elsewhere that depends on what is lost, and that no dependency in the graph tells.">Still points at what is lost</Header>}>
      <ul className="rows wide">{silent.slice(0, 20).map(row)}</ul>
      {silent.length > 20 && <ExpandableSection headerText={`${silent.length - 20} more`}><ul className="rows wide">{silent.slice(20).map(row)}</ul></ExpandableSection>}
    </Container>
  );
}
