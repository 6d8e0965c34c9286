import { xmlAttributes } from '../escape.ts';
import { bounded, cutText } from './bounded.ts';
import { layout, type Box } from './drawio-layout.ts';
import { edgeCaption, nodeCaption, numbersOf, type GraphFormat } from './graph-format.ts';

/** What the editor still moves without waiting. */
const bounds = { nodes: 1500, edges: 4000 };

/** html=0: a name is text, and never markup that the editor would run. */
const styles = {
  frame: 'swimlane;html=0;startSize=30;rounded=1;fillColor=#eaeded;strokeColor=#7d8998;',
  node: 'rounded=1;html=0;whiteSpace=wrap;fillColor=#f5f7fa;strokeColor=#5f6b7a;fontSize=11;',
  edge: 'edgeStyle=orthogonalEdgeStyle;html=0;rounded=1;endArrow=block;strokeColor=#7d8998;fontSize=10;',
  away: 'edgeStyle=orthogonalEdgeStyle;html=0;rounded=1;endArrow=block;strokeColor=#d13212;strokeWidth=2;fontSize=10;',
  note: 'shape=note;html=0;whiteSpace=wrap;fillColor=#fff8c5;strokeColor=#9a6700;',
} as const;

/** An uncompressed draw.io file: services as frames from left to right, whoever needs on the left. */
export const drawio: GraphFormat<Iterable<string>> = function* ({ level, nodes, edges }) {
  const shown = bounded({ nodes, edges }, bounds);
  const numbers = numbersOf(shown);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<mxfile host="regionready">\n  <diagram id="estate" name="Estate">\n    <mxGraphModel grid="1" gridSize="10" page="0" math="0">\n      <root>\n        <mxCell id="0"/>\n        <mxCell id="1" parent="0"/>\n';
  const note = cutText(shown);
  if (note !== undefined) yield vertex({ id: 'cut', value: note, style: styles.note, parent: '1' }, { x: 0, y: -120, width: 480, height: 70 });
  for (const [index, { service, nodes: places, ...box }] of layout(shown.nodes, shown.edges).entries()) {
    const parent = level === 'service' ? '1' : `g${index}`;
    if (level === 'resource') yield vertex({ id: parent, value: service, style: styles.frame, parent: '1' }, box);
    for (const { node, ...place } of places) {
      const at = level === 'service' ? { ...place, x: place.x + box.x, y: place.y + box.y } : place;
      yield vertex({ id: `n${numbers.get(node.id)}`, value: `${node.name} (${nodeCaption(node)})`, style: styles.node, parent }, at);
    }
  }
  for (const [index, edge] of shown.edges.entries()) {
    const cell = { id: `e${index}`, value: edgeCaption(edge), style: edge.crossings === undefined ? styles.edge : styles.away, edge: 1, parent: '1', source: `n${numbers.get(edge.from)}`, target: `n${numbers.get(edge.to)}` };
    yield `        <mxCell${xmlAttributes(cell)}><mxGeometry relative="1" as="geometry"/></mxCell>\n`;
  }
  yield '      </root>\n    </mxGraphModel>\n  </diagram>\n</mxfile>\n';
};

function vertex(cell: { readonly id: string; readonly value: string; readonly style: string; readonly parent: string }, { x, y, width, height }: Box): string {
  return `        <mxCell${xmlAttributes({ ...cell, vertex: 1 })}><mxGeometry${xmlAttributes({ x, y, width, height, as: 'geometry' })}/></mxCell>\n`;
}
