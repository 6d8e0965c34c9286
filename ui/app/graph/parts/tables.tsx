import { Box, ExpandableSection, Pagination, Table, Tabs, type TableProps } from '@cloudscape-design/components';
import { memo, useState, type ReactNode } from 'react';
import type { Picture } from '../../../../model/picture.ts';
import { counted } from '../../state/words.ts';
import { lineId } from '../drawing/drawing.ts';
import type { Colours } from '../drawing/overlay.ts';
import { shortType } from '../drawing/text.ts';
import { crossingText, kindsText, placeText, proofText, verbOf } from '../words.ts';

interface Props {
  readonly picture: Picture;
  readonly colours: Colours;
  readonly marked: ReadonlySet<string>;
  readonly onPick: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

const perPage = 25;

/** The same as the picture, for those who cannot see or point: the same filters, words for the colours, and the same deeds. */
export const Tables = memo(function Tables({ picture, colours, marked, onPick, onOpen }: Props): ReactNode {
  const pick = (id: string, text: string): ReactNode => <button type="button" className="graph-link" onClick={() => onPick(id)}>{text}</button>;
  const legend = colours.legend?.title ?? 'Colour';
  const openOf = (id: string, service: string): ReactNode => <button type="button" className="graph-link" onClick={() => onOpen(id)} aria-label={`${picture.boxes.some((box) => box.id === id) ? 'Close' : 'Open'} ${service}`}>{picture.boxes.some((box) => box.id === id) ? 'close' : 'open'}</button>;
  return (
    <ExpandableSection variant="container" headerText="The same as a table" headerDescription="Everything that the picture shows, with the same filters" defaultExpanded>
      <Tabs
        ariaLabel="The picture as tables"
        tabs={[
          {
            id: 'nodes', label: `Nodes (${picture.nodes.length})`,
            content: (
              <Paged label="Nodes of the picture" items={picture.nodes} columns={[
                { id: 'name', header: 'Name', isRowHeader: true, cell: ({ id }) => <>{pick(id, placeText(picture, id))}{marked.has(id) ? ' (on the path)' : ''}</> },
                { id: 'type', header: 'Type', cell: ({ what, type, box, service }) => (what === 'service' ? 'service' : what === 'rest' ? 'gathered' : shortType(type ?? '')) + (box === undefined ? '' : ` of ${service}`) },
                { id: 'where', header: 'Region', cell: ({ regions, region }) => regions?.join(', ') || region || 'not told' },
                { id: 'resources', header: 'Resources', cell: ({ resources }) => resources },
                { id: 'said', header: legend, cell: ({ id }) => colours.ofNode(id).text },
                { id: 'deed', header: 'In place', cell: ({ id, what, box, service = '' }) => (what === 'service' ? openOf(id, service) : box === undefined ? '' : openOf(box, service)) },
              ]} />
            ),
          },
          {
            id: 'lines', label: `Connections (${picture.lines.length})`,
            content: (
              <Paged label="Connections of the picture" items={picture.lines} columns={[
                { id: 'from', header: 'From', isRowHeader: true, cell: ({ from }) => pick(from, placeText(picture, from)) },
                { id: 'verb', header: 'How', cell: (line) => <>{pick(lineId(line), verbOf(line))}{marked.has(lineId(line)) ? ' (on the path)' : ''}</> },
                { id: 'to', header: 'To', cell: ({ to }) => pick(to, placeText(picture, to)) },
                { id: 'kinds', header: 'Edges', cell: (line) => kindsText(line) },
                { id: 'sure', header: 'How sure', cell: proofText },
                { id: 'far', header: 'Other regions', cell: crossingText },
              ]} />
            ),
          },
        ]}
      />
    </ExpandableSection>
  );
});

function Paged<T>({ label, items, columns }: { readonly label: string; readonly items: readonly T[]; readonly columns: readonly TableProps.ColumnDefinition<T>[] }): ReactNode {
  const [page, setPage] = useState(1);
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const at = Math.min(page, pages);
  return (
    <Table
      items={items.slice((at - 1) * perPage, at * perPage)} columnDefinitions={columns} variant="embedded" wrapLines ariaLabels={{ tableLabel: label }} empty={<Box textAlign="center">Nothing passes the filters.</Box>}
      pagination={pages === 1 ? undefined : <Pagination currentPageIndex={at} pagesCount={pages} onChange={({ detail }) => setPage(detail.currentPageIndex)} ariaLabels={{ nextPageLabel: `Next page of ${label}`, previousPageLabel: `Previous page of ${label}`, pageLabel: (number) => `Page ${number} of ${label}` }} />}
      footer={pages === 1 ? undefined : <Box color="text-body-secondary" variant="small">{counted(items.length, 'row')}</Box>}
    />
  );
}

