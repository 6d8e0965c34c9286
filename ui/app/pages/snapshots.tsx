import { Button, Header, Table } from '@cloudscape-design/components';
import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { go } from '../route.ts';
import { useAnswer } from '../use-answer.ts';
import type { PageOf } from './page.ts';

/** Snapshots that the server keeps. */
export const Snapshots: PageOf = ({ snapshot, wish }) => {
  const answer = useAnswer('snapshots', (signal) => client.snapshots(signal));
  return (
    <Answered answer={answer}>
      {({ items }) => (
        <Table
          items={items} header={<Header counter={`(${items.length})`} description="regionready scan … --push <this server> keeps another one.">Snapshots, newest first</Header>} ariaLabels={{ tableLabel: 'Snapshots' }} empty="No snapshot was uploaded yet."
          columnDefinitions={[
            { id: 'name', header: 'Name', isRowHeader: true, cell: ({ name }) => name },
            { id: 'at', header: 'Uploaded', cell: ({ uploadedAt }) => uploadedAt },
            { id: 'resources', header: 'Resources', cell: ({ resources }) => resources },
            { id: 'facts', header: 'Facts', cell: ({ facts }) => facts },
            { id: 'open', header: 'Shown', cell: ({ id, name }) => (id === snapshot ? 'yes' : <Button ariaLabel={`Show ${name}`} onClick={() => go('overview', { ...wish, snapshot: id })}>Show</Button>) },
          ]}
        />
      )}
    </Answered>
  );
};
