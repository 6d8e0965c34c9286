import { xmlText } from '../escape.ts';
import { edgeColumns, edgeFields, nodeColumns, nodeFields, numbersOf, type GraphFormat } from './graph-format.ts';

const numeric: ReadonlySet<string> = new Set(['count', 'ms', 'resources']);

/** GraphML 1.0, for yEd, Gephi, NetworkX and others. Ids there must be XML names, so that ours stand in the attribute `id`. */
export const graphml: GraphFormat<Iterable<string>> = function* (document) {
  const numbers = numbersOf(document);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';
  for (const [kind, fields] of [['node', nodeFields], ['edge', edgeFields.filter((field) => field !== 'from' && field !== 'to')]] as const) {
    for (const field of fields) yield `  <key id="${kind}-${field}" for="${kind}" attr.name="${field}" attr.type="${numeric.has(field) ? 'double' : 'string'}"/>\n`;
  }
  yield '  <graph id="estate" edgedefault="directed">\n';
  for (const [index, node] of document.nodes.entries()) yield `    <node id="n${index}">${data('node', nodeColumns(node))}</node>\n`;
  for (const [index, edge] of document.edges.entries()) {
    const { from, to, ...columns } = edgeColumns(edge);
    yield `    <edge id="e${index}" source="n${numbers.get(from)}" target="n${numbers.get(to)}">${data('edge', columns)}</edge>\n`;
  }
  yield '  </graph>\n</graphml>\n';
};

function data(kind: string, columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns).map(([field, value]) => (value === '' ? '' : `<data key="${kind}-${field}">${xmlText(value)}</data>`)).join('');
}
