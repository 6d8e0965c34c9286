import type { GraphDocument } from '../../../model/graph-document.ts';
import { terminalText } from '../escape.ts';
import { bounded, cutText, type Bounded } from './bounded.ts';
import { edgeCaption, nodeCaption, numbersOf, type GraphFormat } from './graph-format.ts';

/** What Mermaid draws by default, maxTextSize and maxEdges of its configuration; GitHub and GitLab do not let a diagram raise them. */
const mostText = 50_000;
const mostEdges = 500;
/** Nodes beyond which no diagram can be read. */
const mostNodes = 400;

/** A flowchart that every Mermaid draws: as much of the graph as its limits let in, and a note of what they keep out. */
export const mermaid: GraphFormat<string> = (document) => {
  for (let nodes = mostNodes; ; nodes = Math.floor(nodes / 1.5)) {
    const text = flowchart(document, bounded(document, { nodes, edges: mostEdges }));
    if (text.length <= mostText || nodes <= 1) return text;
  }
};

function flowchart({ level }: GraphDocument, shown: Bounded): string {
  const numbers = numbersOf(shown);
  const node = (each: Bounded['nodes'][number]): string => `n${numbers.get(each.id)}["${text(each.name)}<br/>${text(nodeCaption(each))}"]`;
  const services = level === 'service' ? [] : [...Map.groupBy(shown.nodes, ({ service }) => service)];
  const cut = cutText(shown);
  return [
    'flowchart LR',
    ...(cut === undefined ? [] : [`  %% ${cut}`, `  cut["${text(cut)}"]`]),
    ...(level === 'service' ? shown.nodes.map((each) => `  ${node(each)}`) : []),
    ...services.flatMap(([service, members], index) => [`  subgraph s${index}["${text(service)}"]`, ...members.map((each) => `    ${node(each)}`), '  end']),
    ...shown.edges.map((edge) => `  n${numbers.get(edge.from)} ${edge.crossings === undefined ? '-->' : '==>'}|"${text(edgeCaption(edge))}"| n${numbers.get(edge.to)}`),
    '',
  ].join('\n');
}

/** Longest text of a label. */
const mostLabel = 120;

/**
 * Text in a quoted label, by Mermaid's own entity codes: everything that could end the quotes, be HTML or Markdown, or begin a directive
 * (%%{init …), which Mermaid looks for in the whole text.
 */
function text(raw: string): string {
  const clean = terminalText(raw);
  const short = clean.length > mostLabel ? `${clean.slice(0, mostLabel - 1)}…` : clean;
  return Array.from(short, (character) => (/[\p{L}\p{N} .,:/()_+*~=→…-]/u.test(character) ? character : `#${character.codePointAt(0)};`)).join('');
}
