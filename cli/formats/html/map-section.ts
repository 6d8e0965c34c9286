import type { Readiness } from '../../../model/readiness.ts';
import type { Digest } from '../../../ui/report/digest.ts';
import { statusBadge } from '../../../ui/report/icons.ts';
import { html, named, printable, type Markup } from '../../../ui/report/markup.ts';
import type { Report } from '../../../ui/report/report.ts';
import { serviceLink } from '../../../ui/report/subject-row.ts';
import { counted } from '../../../ui/report/words.ts';
import { draw, isDense } from './map/draw.ts';
import { hubDegree, layout } from './map/layout.ts';
import { mapNodes, rest, type MapNode } from './map/nodes.ts';
import { serviceSections } from './services-section.ts';
import { table, type Section } from './section.ts';

export function mapSection({ services }: Readiness, report: Report, digest: Digest): Section {
  const nodes = mapNodes(services);
  const drawn = layout(nodes);
  const hubs = [...drawn.placed.values()].filter(({ hub }) => hub).length;
  const isGrouped = nodes.some((node) => node.services.length > 1);
  const body = nodes.length === 0
    ? html`<p class="empty">There is no service to draw.</p>`
    : html`<div class="scroll map-frame" tabindex="0" role="group" aria-label="Service map, scrollable">${draw(drawn, (id) => hrefOf(nodes, id, digest))}</div>${twin(nodes, digest)}${serviceSections(report, digest)}`;
  const lead = html`What needs what at run time. Arrows point at what is needed; columns are the steps of a migration, from left to right. ${isDense(drawn) ? 'There are too many lines to show at once: point at a box to see its own.' : hubs > 0 && `The lines of what more than ${hubDegree} others need show when it is pointed at.`} ${isGrouped && html`<b>${counted(services.length, 'service')} are too many to draw: a box stands for those whose names begin alike and shows the worst status among them.</b>`}`;
  return { id: 'map', title: 'Service map', lead, body };
}

function hrefOf(nodes: readonly MapNode[], id: string, { anchors }: Digest): string {
  const members = nodes.find((node) => node.id === id)?.services ?? [];
  const [only, ...others] = members;
  if (only !== undefined && others.length === 0) return `#${anchors.get(printable(only.id)) ?? 'services'}`;
  return id === rest ? '#services' : `#services?q=${encodeURIComponent(id)}`;
}

/** The same as a table, for those who cannot see the drawing. */
function twin(nodes: readonly MapNode[], digest: Digest): Markup {
  const single = new Set(nodes.filter(({ services }) => services.length === 1).map(({ id }) => id));
  const shown = (id: string): Markup => (single.has(id) ? serviceLink(digest, printable(id)) : named(id));
  const rows = nodes.map(({ id, services, status, level, needs }) => [
    shown(id), statusBadge(status), `Step ${level + 1}`,
    needs.length === 0 ? 'nothing' : needs.map((other, index) => html`${index > 0 && ', '}${shown(other)}`),
    services.length,
  ]);
  return html`<details class="words twin"><summary>The map as a table</summary>${table({ caption: 'Service map', head: ['Node', 'Status', 'Step', 'Needs', 'Services'], rows, numbers: [4] })}</details>`;
}
