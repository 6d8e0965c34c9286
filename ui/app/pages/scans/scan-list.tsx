import { Button, Header, Link, SpaceBetween, Table } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import type { Scan } from '../../../../server/jobs/api.ts';
import { act } from '../../act.ts';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { moment, number } from '../../state/words.ts';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';
import { ScanForm } from './scan-form.tsx';

/** Scans that are defined: run now, or by themselves. */
export function ScanList({ show, link }: PageProps): ReactNode {
  const answer = useAnswer('scans', (signal) => client.scans({ limit: 200 }, signal));
  const [defining, setDefining] = useState(false);
  const run = ({ id, name }: Scan): Promise<boolean> => act(`Run ${name}`, async () => show('scans', { job: (await client.runScan(id)).id }));
  return (
    <Answered answer={answer}>
      {({ items, total }) => (
        <>
          <Table
            items={items} trackBy="id" wrapLines ariaLabels={{ tableLabel: 'Scans' }} empty={<Nothing title="No scan is defined" action={<Button onClick={() => setDefining(true)}>Define one</Button>}>A scan reads AWS, templates and code again and again, and keeps each snapshot.</Nothing>}
            header={<Header counter={`(${number(total)})`} description="They run in this server or in processes of regionready work, with the credentials of these." actions={<Button variant="primary" onClick={() => setDefining(true)}>Define a scan</Button>}>Scans</Header>}
            columnDefinitions={[
              { id: 'name', header: 'Name', isRowHeader: true, cell: ({ name, madeBy }) => <>{name}<div className="quiet">by {madeBy}</div></> },
              { id: 'reads', header: 'Reads', cell: ({ aws, paths }) => [...(aws === undefined ? [] : [`AWS${aws.regions === undefined ? '' : ` in ${aws.regions.join(', ')}`}`]), ...paths].join(', ') },
              { id: 'every', header: 'Every', cell: ({ every }) => every ?? 'when asked' },
              { id: 'next', header: 'Next', cell: ({ next }) => (next === undefined ? '–' : moment(next)) },
              { id: 'judge', header: 'Judges for', cell: ({ judge }) => judge.map(({ target }) => target).join(', ') || '–' },
              { id: 'do', header: 'Do', cell: (scan) => <SpaceBetween direction="horizontal" size="xs"><Button variant="inline-link" ariaLabel={`Run ${scan.name} now`} onClick={() => void run(scan)}>Run now</Button><Button variant="inline-link" ariaLabel={`Delete ${scan.name}`} onClick={() => void act(`Delete ${scan.name}`, () => client.removeScan(scan.id))}>Delete</Button></SpaceBetween> },
            ]}
          />
          {defining && <ScanForm onClose={() => setDefining(false)} />}
          {items.length > 0 && <Link href={link('snapshots')}>Snapshots that they made</Link>}
        </>
      )}
    </Answered>
  );
}
