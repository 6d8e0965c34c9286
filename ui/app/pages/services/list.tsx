import { Link, Select, SpaceBetween } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import { servicesQuestion } from '../../../../model/page-questions.ts';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { ScoreBar, SeverityBadges, Standing } from '../../parts/badges.tsx';
import { Meanwhile } from '../../parts/meanwhile.tsx';
import { Outlook } from '../../parts/outlook.tsx';
import { PageTable } from '../../parts/page-table.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { number } from '../../state/words.ts';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';

const statuses = [{ value: '', label: 'every status' }, ...['blocked', 'gaps', 'unknown', 'ready'].map((value) => ({ value, label: value }))];

export function ServiceList({ snapshot, wish, query, show, link }: PageProps): ReactNode {
  const { status = '', text = '', sort = 'worst' } = query;
  const [typed, setTyped] = useState(text);
  const asked = servicesQuestion(wish, query);
  const answer = useAnswer(JSON.stringify([snapshot, asked, 'services']), (signal) => client.services(snapshot, asked, signal));
  const change = (part: Readonly<Record<string, string | undefined>>): void => show('services', { ...query, offset: undefined, ...part });
  return (
    <Answered answer={answer} what="Judging the estate" meanwhile={<Meanwhile snapshot={snapshot} link={link} />}>
      {(page) => (
        <PageTable
          title="Services" label="Services" page={page} loading={answer.loading} empty="No service passes the filter" onPart={(part) => show('services', { ...query, ...part })}
          description="What is moved together: by configuration, tag, stack or module, else by how things hang together."
          filter={
            <SpaceBetween direction="horizontal" size="s">
              <SearchField label="Find a service" placeholder="Find a service" typed={typed} told={text} onType={setTyped} onPause={(found) => change({ text: found })} />
              <Select inlineLabelText="Status" selectedOption={statuses.find(({ value }) => value === status) ?? null} options={statuses} onChange={({ detail }) => change({ status: detail.selectedOption.value })} />
            </SpaceBetween>
          }
          sorting={{ field: sort, descending: false, onSort: (field) => change({ sort: field }) }}
          columns={[
            { id: 'id', header: 'Service', isRowHeader: true, width: 165, sortingField: 'name', cell: ({ id }) => <Link href={link('services', { service: id })}>{id}</Link> },
            { id: 'status', header: 'Status', width: 115, sortingField: 'worst', cell: ({ status: each }) => <Standing state={each} /> },
            { id: 'score', header: 'Score', width: 150, cell: ({ score }) => <ScoreBar score={score} /> },
            { id: 'gaps', header: 'Gaps', width: 185, cell: ({ severities }) => <SeverityBadges counts={severities} /> },
            { id: 'unknown', header: 'Unknown', width: 120, cell: ({ counts }) => number(counts.unknown) },
            { id: 'home', header: 'When home is lost', width: 160, sortingField: 'outlook', cell: ({ recovery }) => <Outlook recovery={recovery} /> },
            { id: 'wave', header: 'Wave', width: 95, sortingField: 'wave', cell: ({ wave }) => wave },
            { id: 'resources', header: 'Resources', width: 140, sortingField: 'resources', cell: ({ resources }) => number(resources) },
          ]}
        />
      )}
    </Answered>
  );
}
