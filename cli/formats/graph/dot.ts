import { terminalText } from '../escape.ts';
import { edgeCaption, nodeCaption, numbersOf, type GraphFormat } from './graph-format.ts';

/** Graphviz. Resources of a service stand in a frame. */
export const dot: GraphFormat<Iterable<string>> = function* (document) {
  const { level, nodes, edges } = document;
  const numbers = numbersOf(document);
  yield 'digraph estate {\n  rankdir=LR;\n  node [shape=box, style="rounded,filled", fillcolor="#f5f7fa", fontname="Helvetica", fontsize=10];\n  edge [fontname="Helvetica", fontsize=9, color="#5f6b7a"];\n';
  const place = (id: string): string => `n${numbers.get(id)}`;
  const line = (node: (typeof nodes)[number]): string => `${place(node.id)} [label=${quoted([node.name, nodeCaption(node)])}, tooltip=${quoted([node.id])}];\n`;
  if (level === 'service') for (const node of nodes) yield `  ${line(node)}`;
  else {
    for (const [index, [service, members]] of [...Map.groupBy(nodes, (node) => node.service)].entries()) {
      yield `  subgraph cluster_${index} {\n    label=${quoted([service])}; color="#b6bec9";\n`;
      for (const node of members) yield `    ${line(node)}`;
      yield '  }\n';
    }
  }
  for (const edge of edges) {
    const away = edge.crossings === undefined ? '' : ', color="#d13212", penwidth=2';
    yield `  ${place(edge.from)} -> ${place(edge.to)} [label=${quoted([edgeCaption(edge)])}${away}];\n`;
  }
  yield '}\n';
};

/** A quoted string of lines. A backslash would begin an escape (\N is the node's name), and a quote end the string. */
function quoted(lines: readonly string[]): string {
  return `"${lines.map((line) => terminalText(line).replace(/["\\]/g, '\\$&')).join('\\n')}"`;
}
