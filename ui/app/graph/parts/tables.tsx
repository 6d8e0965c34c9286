import { Box, ExpandableSection, Tabs } from '@cloudscape-design/components';
import { memo, type ReactNode } from 'react';
import type { Picture } from '../../../../model/picture.ts';
import { Paged } from '../../parts/paged.tsx';
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

const nothing = <Box textAlign="center">Nothing passes the filters.</Box>;

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
              <Paged variant="embedded" empty={nothing} label="Nodes of the picture" items={picture.nodes} columns={[
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
              <Paged variant="embedded" empty={nothing} label="Connections of the picture" items={picture.lines} columns={[
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
