import { terminalText } from '../escape.ts';
import { edgeColumns, edgeFields, nodeColumns, nodeFields, type GraphFormat } from './graph-format.ts';

const typed = (field: string): string => `${field}:${field === 'resources' || field === 'count' ? 'Int' : field === 'ms' ? 'Double' : 'String'}`;

/**
 * Files for Neptune's bulk loader (Gremlin load format), one of vertices and one of edges. It is a machine that reads them: nothing is
 * marked as text against formulas, for that would change ids.
 */
export const neptuneCsv: GraphFormat<Iterable<string>> = function* ({ nodes, edges }, { part }) {
  if (part === 'vertices') {
    const fields = nodeFields.filter((field) => field !== 'id' && field !== 'type');
    yield line(['~id', '~label', ...fields.map(typed)]);
    for (const node of nodes) {
      const cells = nodeColumns(node);
      yield line([node.id, label(node.type), ...fields.map((field) => cells[field])]);
    }
    return;
  }
  const fields = edgeFields.filter((field) => field !== 'from' && field !== 'to' && field !== 'type');
  yield line(['~id', '~from', '~to', '~label', ...fields.map(typed)]);
  for (const edge of edges) {
    const cells = edgeColumns(edge);
    yield line([`${edge.from} ${edge.type} ${edge.to}`, edge.from, edge.to, edge.type, ...fields.map((field) => cells[field])]);
  }
};

/** A semicolon would make two labels of one. */
const label = (type: string): string => type.replaceAll(';', ',');

const line = (cells: readonly string[]): string => `${cells.map((cell) => `"${terminalText(cell).replaceAll('"', '""')}"`).join(',')}\n`;
