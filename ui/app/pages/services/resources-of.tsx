import { Link } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { PageTable } from '../../parts/page-table.tsx';
import { hasEstate } from '../../request.ts';
import { useAnswer } from '../../use-answer.ts';
import type { ServiceProps } from './one.tsx';

/** What it consists of. */
export function ResourcesOf({ snapshot, service, query, show, link }: ServiceProps): ReactNode {
  const { offset = '0', limit = '25' } = query;
  const answer = useAnswer(JSON.stringify([snapshot, service, offset, limit, 'resources']), (signal) => client.resources(snapshot, { service, offset, limit }, signal));
  return (
    <Answered answer={answer}>
      {(page) => (
        <PageTable
          title="Resources" label="Resources of the service" page={page} loading={answer.loading} empty="It has no resources: only code belongs to it" onPart={(part) => show('services', { ...query, ...part })}
          columns={[
            { id: 'name', header: 'Name', isRowHeader: true, width: 300, cell: ({ id, name }) => (!hasEstate() ? name : <Link href={link('graph', { node: id })}>{name}</Link>) },
            { id: 'type', header: 'Type', width: 280, cell: ({ resourceType }) => resourceType },
            { id: 'region', header: 'Region', width: 160, cell: ({ region }) => region ?? <span className="quiet">not told</span> },
            { id: 'account', header: 'Account', width: 160, cell: ({ account }) => account ?? <span className="quiet">not told</span> },
            { id: 'findings', header: 'Findings', cell: ({ id }) => <Link href={link('findings', { resource: id, state: 'gap,unknown' })}>on it</Link> },
          ]}
        />
      )}
    </Answered>
  );
}
