import { Container, ExpandableSection, Header, Link, Table } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { criteria, type Candidate } from '../../../../model/comparison.ts';
import { candidatesQuestion } from '../../../../model/page-questions.ts';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { ScoreBar, SeverityBadge, Standing } from '../../parts/badges.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { Prose } from '../../parts/prose.tsx';
import { RegionChoice } from '../../parts/region-choice.tsx';
import { listText } from '../../state/lists.ts';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';

const most = 10;

/** Candidate regions side by side: each judged for the whole estate. */
export function Candidates({ snapshot, wish, query, targets, home, show, link }: PageProps & { readonly targets: readonly string[]; readonly home: readonly string[] }): ReactNode {
  const asked = candidatesQuestion(wish, targets);
  const answer = useAnswer(targets.length === 0 ? undefined : JSON.stringify([snapshot, asked]), (signal) => client.compare(snapshot, asked, signal));
  const choice = <RegionChoice label="Candidates" most={most} chosen={targets} without={home} onChange={(codes) => show('regions', { ...query, targets: listText(codes) })} />;
  if (targets.length === 0) return <Container header={<Header variant="h2">Candidates</Header>}><Nothing title="No candidate was chosen" action={choice}>Choose regions on the map or here; each is judged for the whole estate.</Nothing></Container>;
  return (
    <Answered answer={answer} what={`Judging for ${targets.join(', ')}`}>
      {({ candidates }) => (
        <Table
          items={candidates} wrapLines ariaLabels={{ tableLabel: 'Candidates' }} trackBy="region" filter={choice} variant="container" resizableColumns
          header={<Header counter={`(${candidates.length})`} description={`From ${home.join(', ')}. Points are a weighted mean of what is known; the reasons stand beside them.`}>Candidates, best first</Header>}
          columnDefinitions={[
            { id: 'region', header: 'Region', isRowHeader: true, width: 150, cell: ({ region, name }) => <><Link href={link('overview', { target: region })}>{region}</Link><div className="quiet">{name}</div></> },
            { id: 'points', header: 'Points', width: 120, cell: ({ points, known, disqualified }) => (disqualified.length > 0 ? 'not possible' : <>{points ?? 'none'}<div className="quiet">{Math.round(known * 100)} % known</div></>) },
            { id: 'status', header: 'Today', width: 190, cell: ({ strategies }) => strategies.map(({ strategy, status, score }) => <div key={strategy}><Standing state={status} /><ScoreBar score={score} /></div>) },
            { id: 'lacks', header: 'Lacks', width: 330, cell: (candidate) => <Lacks candidate={candidate} /> },
            { id: 'why', header: 'Why', width: 400, cell: (candidate) => <Why candidate={candidate} /> },
          ]}
        />
      )}
    </Answered>
  );
}

function Lacks({ candidate: { disqualified, lacks } }: { readonly candidate: Candidate }): ReactNode {
  const said = new Set(disqualified.map((each) => each.replace(/\.$/, '')));
  const gaps = lacks.filter(({ state, message }) => state === 'gap' && !said.has(message.replace(/\.$/, '')));
  if (disqualified.length + gaps.length === 0) return lacks.length === 0 ? 'nothing that we know of' : `${lacks.length} not known`;
  const list = (from: number, to: number): ReactNode => <ul className="plain-list">{gaps.slice(from, to).map(({ rule, title, message, severity }) => <li key={`${rule} ${title}`}><SeverityBadge severity={severity} /> <Prose text={message} /></li>)}</ul>;
  return (
    <>
      {disqualified.length > 0 && <ul className="plain-list">{disqualified.slice(0, 4).map((each) => <li key={each}><strong>{each}</strong></li>)}{disqualified.length > 4 && <li>and {disqualified.length - 4} more of that weight</li>}</ul>}
      {list(0, 4)}
      {gaps.length > 4 && <ExpandableSection headerText={`${gaps.length - 4} more`}>{list(4, gaps.length)}</ExpandableSection>}
    </>
  );
}

function Why({ candidate: { parts } }: { readonly candidate: Candidate }): ReactNode {
  return <ul className="plain-list">{parts.filter(({ weight }) => weight > 0).map(({ criterion, value, weight, why }) => <li key={criterion}><strong>{criteria[criterion].title}</strong>{value === undefined ? ': not known' : ` ${value.toFixed(2)} × ${weight}`}. {why}</li>)}</ul>;
}
