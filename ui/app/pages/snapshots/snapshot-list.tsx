import { Box, Button, Header, Link, Modal, SpaceBetween, StatusIndicator, Table } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import type { SnapshotInfo } from '../../../../server/api.ts';
import { act } from '../../act.ts';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { bytes, moment, number } from '../../state/words.ts';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';
import { Upload } from './upload.tsx';

/** Snapshots, newest first: shown, compared, added and deleted. */
export function SnapshotList({ snapshot, link, show }: PageProps): ReactNode {
  const answer = useAnswer('snapshots', (signal) => client.snapshots(signal));
  const [chosen, setChosen] = useState<readonly SnapshotInfo[]>([]);
  const [removing, setRemoving] = useState<SnapshotInfo | undefined>();
  const [older, newer] = [...chosen].sort((a, b) => (a.uploadedAt < b.uploadedAt ? -1 : 1));
  return (
    <SpaceBetween size="l">
      <Upload {...(answer.data?.items.length === 0 ? { first: true } : {})} onDone={({ id }) => show('overview', { snapshot: id })} />
      <Answered answer={answer}>
        {({ items, total }) => (
          <Table
            items={items} trackBy="id" selectionType="multi" selectedItems={chosen} onSelectionChange={({ detail }) => setChosen(detail.selectedItems.slice(-2))} wrapLines empty={<Nothing title="No snapshot was added yet" />}
            ariaLabels={{ tableLabel: 'Snapshots', selectionGroupLabel: 'Selected', allItemsSelectionLabel: () => 'Select the last two', itemSelectionLabel: (_, { name, uploadedAt }) => `Select ${name} of ${moment(uploadedAt)}` }}
            header={<Header counter={`(${number(total)})`} description="Choose two to see what changed." actions={<Button disabled={newer === undefined} onClick={() => show('snapshots', { before: older?.id, after: newer?.id })}>What changed</Button>}>Snapshots, newest first</Header>}
            columnDefinitions={[
              { id: 'name', header: 'Name', isRowHeader: true, cell: ({ id, name }) => (id === snapshot ? <StatusIndicator type="success">{name}, shown</StatusIndicator> : <Link href={link('overview', { snapshot: id })}>{name}</Link>) },
              { id: 'at', header: 'Added', cell: ({ uploadedAt, uploadedBy }) => <>{moment(uploadedAt)}<div className="quiet">by {uploadedBy}</div></> },
              // Several facts may be on one resource, which only the built estate knows.
              { id: 'facts', header: 'Facts', cell: ({ facts, resources }) => <>{number(facts)}<div className="quiet">{number(resources)} on resources</div></> },
              { id: 'size', header: 'Size', cell: ({ bytes: size }) => bytes(size) },
              { id: 'tool', header: 'Scanned by', cell: ({ tool }) => `regionready ${tool}` },
              { id: 'remove', header: 'Delete', cell: (each) => <Button variant="inline-link" ariaLabel={`Delete ${each.name} of ${moment(each.uploadedAt)}`} onClick={() => setRemoving(each)}>Delete</Button> },
            ]}
          />
        )}
      </Answered>
      {removing !== undefined && <Remove snapshot={removing} onClose={() => setRemoving(undefined)} />}
    </SpaceBetween>
  );
}

function Remove({ snapshot: { id, name, uploadedAt }, onClose }: { readonly snapshot: SnapshotInfo; readonly onClose: () => void }): ReactNode {
  const remove = async (): Promise<void> => {
    onClose();
    await act(`Delete ${name}`, () => client.removeSnapshot(id));
  };
  return (
    <Modal visible onDismiss={onClose} closeAriaLabel="Close" header={`Delete ${name}?`} footer={<Box float="right"><SpaceBetween direction="horizontal" size="xs"><Button variant="link" onClick={onClose}>Cancel</Button><Button variant="primary" onClick={() => void remove()}>Delete</Button></SpaceBetween></Box>}>
      The snapshot of {moment(uploadedAt)} and every judgement of it that was kept are deleted. This cannot be undone.
    </Modal>
  );
}
