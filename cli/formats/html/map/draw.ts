import { severities } from '../../../../model/intent.ts';
import { drawings } from '../../../../ui/report/icons.ts';
import { html, printable, raw, type Markup } from '../../../../ui/report/markup.ts';
import { counted, statusWords } from '../../../../ui/report/words.ts';
import { nodeHeight, nodeWidth, type Layout, type Placed } from './layout.ts';

/** Characters of a name that fit into a node. */
const longest = 20;
/** Edges above which lines hide each other, so that they are drawn for one node at a time. */
const mostEdges = 90;

export function isDense({ placed }: Pick<Layout, 'placed'>): boolean {
  return [...placed.values()].reduce((sum, { node }) => sum + node.needs.length, 0) > mostEdges;
}

/** The map as SVG. Nodes are links to the services; edges lie below them and point at what is needed. */
export function draw({ placed, columns, width, height, top }: Layout, hrefOf: (id: string) => string): Markup {
  const nodes = [...placed.values()];
  const lines = nodes.flatMap((from) => from.node.needs.flatMap((id) => placed.get(id) ?? []).map((to) => edge(from, to)));
  const hubs = nodes.some(({ hub }) => hub);
  return html`<svg class="map${isDense({ placed }) && ' dense'}" id="service-map" viewBox="0 0 ${width} ${height}" style="max-width:${width}px;min-width:${Math.round(width * 0.85)}px" role="group" aria-label="Service map. Each node is a link to its service.">
<defs><marker id="map-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 .6 8 4 0 7.4z"/></marker></defs>
${hubs && html`<text class="map-title" x="12" y="26">Needed by many</text>`}
${columns.map(({ x, title }) => title !== '' && html`<text class="map-title" x="${x}" y="${top + 14}">${title}</text>`)}
<g class="edges" aria-hidden="true">${lines}</g>
<g>${nodes.map((placedNode) => drawnNode(placedNode, hrefOf))}</g></svg>`;
}

function edge(from: Placed, to: Placed): Markup {
  const kind = from.hub || to.hub ? 'edge to-hub' : 'edge';
  return html`<path class="${kind}" data-from="${from.node.id}" data-to="${to.node.id}" marker-end="url(#map-arrow)" d="${curve(from, to)}"/>`;
}

/** From the side of what needs to the near side of what is needed; around the right side where both stand in one column. */
function curve(from: Placed, to: Placed): string {
  const [startY, endY] = [from.y + nodeHeight / 2, to.y + nodeHeight / 2];
  if (to.hub) return `M${from.x + nodeWidth / 2} ${from.y}C${from.x + nodeWidth / 2} ${from.y - 40} ${to.x + nodeWidth / 2} ${to.y + nodeHeight + 40} ${to.x + nodeWidth / 2} ${to.y + nodeHeight}`;
  if (to.x < from.x) {
    const bend = Math.max(30, (from.x - to.x - nodeWidth) / 2);
    return `M${from.x} ${startY}C${from.x - bend} ${startY} ${to.x + nodeWidth + bend} ${endY} ${to.x + nodeWidth} ${endY}`;
  }
  const startX = from.x + nodeWidth;
  if (to.x > from.x) return `M${startX} ${startY}C${startX + 30} ${startY} ${to.x - 30} ${endY} ${to.x} ${endY}`;
  const endX = to.x + nodeWidth;
  return `M${startX} ${startY}C${startX + 36} ${startY} ${endX + 36} ${endY} ${endX} ${endY}`;
}

function drawnNode({ node, x, y }: Placed, hrefOf: (id: string) => string): Markup {
  const { id, services, status } = node;
  const note = noteOf(services);
  const label = services.length > 1 ? `${id} (${services.length})` : id;
  return html`<a class="node is-${status}" href="${hrefOf(id)}" data-node="${id}" aria-label="${`${label}: ${statusWords[status]}. ${note}`}">
<title>${label}: ${statusWords[status]}, ${note}</title>
<rect x="${x}" y="${y}" width="${nodeWidth}" height="${nodeHeight}" rx="5"/>
<svg class="node-icon" x="${x + 10}" y="${y + 8}" width="14" height="14" viewBox="0 0 16 16">${raw(drawings[status])}</svg>
<text class="node-name" x="${x + 31}" y="${y + 19}">${cut(label)}</text>
<text class="node-note" x="${x + 31}" y="${y + 34}">${statusWords[status]}${note !== '' && html` · ${note}`}</text></a>`;
}

function noteOf(services: readonly Placed['node']['services'][number][]): string {
  for (const severity of severities) {
    const gaps = services.reduce((sum, service) => sum + (service.severities[severity] ?? 0), 0);
    if (gaps > 0) return `${gaps} ${severity}`;
  }
  const unknown = services.reduce((sum, { counts }) => sum + counts.unknown, 0);
  return unknown > 0 ? `${unknown} unknown` : counted(services.reduce((sum, { resources }) => sum + resources, 0), 'resource');
}

/** By whole characters, so that no surrogate pair is split. */
function cut(text: string): string {
  const characters = [...printable(text)];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : characters.join('');
}
