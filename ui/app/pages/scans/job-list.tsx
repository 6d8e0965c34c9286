import { Button, Link } from '@cloudscape-design/components';
import { useEffect, type ReactNode } from 'react';
import { act } from '../../act.ts';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { PageTable } from '../../parts/page-table.tsx';
import { changed } from '../../revision.ts';
import { moment } from '../../state/words.ts';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';
import { JobStanding } from './job-parts.tsx';

const overNow = (state: string): boolean => state !== 'queued' && state !== 'running';

/** Jobs, newest first; while one is under way the list is asked for again. */
export function JobList({ query, show, link }: PageProps): ReactNode {
  const { offset = '0', limit = '25' } = query;
  const answer = useAnswer(JSON.stringify(['jobs', offset, limit]), (signal) => client.jobs({ offset, limit }, signal));
  const active = answer.data?.items.some(({ state }) => !overNow(state)) === true;
  useEffect(() => {
    if (!active) return undefined;
    const timer = window.setInterval(changed, 4000);
    return () => window.clearInterval(timer);
  }, [active]);
  return (
    <Answered answer={answer}>
      {(page) => (
        <PageTable
          title="Jobs" label="Jobs" page={page} loading={false} onPart={(part) => show('scans', { ...query, ...part })} empty={<Nothing title="No scan has run yet" />}
          columns={[
            { id: 'name', header: 'Scan', isRowHeader: true, width: 220, cell: ({ id, name }) => <Link href={link('scans', { job: id })}>{name}</Link> },
            { id: 'state', header: 'State', width: 240, cell: (job) => <JobStanding job={job} /> },
            { id: 'asked', header: 'Asked for', width: 200, cell: ({ madeAt, madeBy }) => <>{moment(madeAt)}<div className="quiet">by {madeBy}</div></> },
            { id: 'ran', header: 'Ran', width: 230, cell: ({ startedAt, endedAt }) => (startedAt === undefined ? '–' : `${moment(startedAt)} to ${endedAt === undefined ? 'now' : moment(endedAt)}`) },
            { id: 'snapshot', header: 'Made', width: 140, cell: ({ snapshot }) => (snapshot === undefined ? '–' : <Link href={link('overview', { snapshot })}>its snapshot</Link>) },
            { id: 'cancel', header: 'Cancel', cell: ({ id, name, state }) => (overNow(state) ? '' : <Button variant="inline-link" ariaLabel={`Cancel ${name}`} onClick={() => void act(`Cancel ${name}`, () => client.cancelJob(id))}>Cancel</Button>) },
          ]}
        />
      )}
    </Answered>
  );
}
