import { Link } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { FindingKey } from '../../../../model/finding-query.ts';
import { categories } from '../../../../model/rule-category.ts';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { SeverityBadges } from '../../parts/badges.tsx';
import { PageTable } from '../../parts/page-table.tsx';
import { addressOf, filterQuery, opened, type FindingsView } from '../../state/findings-view.ts';
import { number } from '../../state/words.ts';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';

/** Verdicts counted by what they have in common. */
export function Groups({ snapshot, wish, show, link, view, group, filter }: PageProps & { readonly view: FindingsView; readonly group: FindingKey; readonly filter: ReactNode }): ReactNode {
  const { offset, limit } = view;
  const asked = { ...wish, ...filterQuery(view), by: group, offset, limit };
  const answer = useAnswer(JSON.stringify([snapshot, asked]), (signal) => client.groups(snapshot, asked, signal));
  return (
    <Answered answer={answer} what="Counting">
      {(page) => (
        <PageTable
          title={`Findings by ${group}`} label={`Findings by ${group}`} page={page} loading={answer.loading} filter={filter} empty="No verdict passes the filters"
          onPart={(part) => show('findings', addressOf({ ...view, offset: Number(part.offset), limit: Number(part.limit) }))}
          columns={[
            { id: 'value', header: group.slice(0, 1).toUpperCase() + group.slice(1), isRowHeader: true, width: 320, cell: ({ values: [value = ''] }) => <Link href={link('findings', addressOf(opened(view, group, value)))}>{group === 'category' && Object.hasOwn(categories, value) ? categories[value as keyof typeof categories] : value}</Link> },
            { id: 'severities', header: 'Gaps by severity', width: 340, cell: ({ severities }) => <SeverityBadges counts={severities} /> },
            { id: 'gap', header: 'Gaps', cell: ({ counts }) => number(counts.gap) },
            { id: 'blocking', header: 'Blocking', cell: ({ blocking }) => number(blocking) },
            { id: 'unknown', header: 'Unknown', cell: ({ counts }) => number(counts.unknown) },
            { id: 'exempt', header: 'Exempt', cell: ({ counts }) => number(counts.exempt) },
            { id: 'ready', header: 'Ready', cell: ({ counts }) => number(counts.ready) },
          ]}
        />
      )}
    </Answered>
  );
}
