import { csvCell } from '../escape.ts';
import { edgeColumns, edgeFields, nodeColumns, nodeFields, type GraphFormat } from './graph-format.ts';

/** Tables for spreadsheets, one of nodes and one of edges: RFC 4180, one line of headings. */
export const graphCsv: GraphFormat<Iterable<string>> = function* (document, { part }) {
  if (part === 'nodes') yield* table(nodeFields, document.nodes, nodeColumns);
  else yield* table(edgeFields, document.edges, edgeColumns);
};

function* table<T, Field extends string>(fields: readonly Field[], rows: readonly T[], columns: (row: T) => Readonly<Record<Field, string>>): Iterable<string> {
  yield `${fields.join(',')}\r\n`;
  for (const row of rows) {
    const cells = columns(row);
    yield `${fields.map((field) => csvCell(cells[field])).join(',')}\r\n`;
  }
}
