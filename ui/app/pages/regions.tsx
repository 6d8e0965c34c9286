import { Button, FormField, Header, Multiselect, SpaceBetween, Table } from '@cloudscape-design/components';
import { useState } from 'react';
import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { Standing } from '../parts/badges.tsx';
import { useAnswer } from '../use-answer.ts';
import type { PageOf } from './page.ts';

/** Candidate regions side by side. */
export const Regions: PageOf = ({ snapshot, wish, query, show }) => {
  const regions = useAnswer('regions', (signal) => client.regions(signal));
  const targets = (query['targets'] ?? wish.target).split(',').filter((code) => code !== '');
  const [chosen, setChosen] = useState<readonly string[]>(targets);
  const asked = { target: targets, strategy: wish.strategy };
  const answer = useAnswer(targets.length === 0 ? undefined : JSON.stringify([snapshot, asked]), (signal) => client.compare(snapshot, asked, signal));
  return (
    <SpaceBetween size="l">
      <Answered answer={regions}>
        {({ items }) => (
          <SpaceBetween direction="horizontal" size="s" alignItems="end">
            <FormField label="Candidates"><Multiselect deselectAriaLabel={({ label }) => `Remove ${label ?? 'region'}`} filteringType="auto" selectedOptions={chosen.map((value) => ({ value, label: value }))} options={items.filter(({ status }) => status === 'general').map(({ code, name }) => ({ value: code, label: code, description: name }))} placeholder="Choose regions" onChange={({ detail }) => setChosen(detail.selectedOptions.flatMap(({ value }) => value ?? []))} /></FormField>
            <Button variant="primary" onClick={() => show('regions', { targets: chosen.join(',') })}>Compare</Button>
          </SpaceBetween>
        )}
      </Answered>
      <Answered answer={answer}>
        {({ candidates, home }) => (
          <Table
            items={candidates}
            header={<Header counter={`(${candidates.length})`} description={`From ${home.join(', ')}. Points are a weighted mean of what is known; the reasons stand beside them.`}>Candidates, best first</Header>}
            ariaLabels={{ tableLabel: 'Candidates' }} wrapLines empty="No candidate was chosen."
            columnDefinitions={[
              { id: 'region', header: 'Region', isRowHeader: true, cell: ({ region, name }) => <>{region}<br />{name}</> },
              { id: 'points', header: 'Points', cell: ({ points, known, disqualified }) => (disqualified.length > 0 ? 'not possible' : `${points ?? 'none'} (${Math.round(known * 100)} % known)`) },
              { id: 'status', header: 'Today', cell: ({ strategies }) => strategies.map(({ strategy, status }) => <Standing key={strategy} state={status} />) },
              { id: 'lacks', header: 'Lacks', cell: ({ lacks, disqualified }) => <ul>{[...disqualified, ...lacks.filter(({ state }) => state === 'gap').map(({ message }) => message)].slice(0, 5).map((each) => <li key={each}>{each}</li>)}</ul> },
              { id: 'why', header: 'Why', minWidth: 280, cell: ({ parts }) => <ul>{parts.filter(({ weight }) => weight > 0).map(({ criterion, value, weight, why }) => <li key={criterion}>{criterion}: {value === undefined ? 'not known' : `${weight} × ${value.toFixed(2)}`}, {why}</li>)}</ul> },
              { id: 'zones', header: 'Zones', cell: ({ zones }) => zones ?? 'not told' },
              { id: 'access', header: 'Accounts', cell: ({ optIn }) => (optIn === null ? 'not told' : optIn ? 'opt-in' : 'default') },
            ]}
          />
        )}
      </Answered>
    </SpaceBetween>
  );
};
