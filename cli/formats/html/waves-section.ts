import type { Readiness } from '../../../model/readiness.ts';
import type { Digest } from '../../../ui/report/digest.ts';
import { icon } from '../../../ui/report/icons.ts';
import { html, type Markup } from '../../../ui/report/markup.ts';
import type { Report } from '../../../ui/report/report.ts';
import { serviceLink } from '../../../ui/report/subject-row.ts';
import { printable } from '../../../ui/report/markup.ts';
import { counted, statusWords } from '../../../ui/report/words.ts';
import type { Section } from './section.ts';

/** Services shown of a wave before the rest is folded away. */
const unfolded = 40;

export function wavesSection({ waves }: Readiness, report: Report, digest: Digest): Section {
  const body = waves.length === 0
    ? html`<p class="empty">There is no service to order.</p>`
    : html`<ol class="waves">${waves.map((wave, index) => waveItem(wave, index, { report, digest }))}</ol>`;
  return {
    id: 'waves', title: 'Migration waves', size: waves.length, body,
    lead: 'An order in which services can move: whatever a service needs has moved before it, or moves with it. Services in a frame depend on each other in a circle and move together.',
  };
}

function waveItem(wave: readonly (readonly string[])[], index: number, around: { report: Report; digest: Digest }): Markup {
  const services = wave.flat();
  const blocked = services.filter((id) => around.report.services.get(printable(id))?.status === 'blocked').length;
  const shown = wave.slice(0, unfolded);
  const rest = wave.slice(unfolded);
  return html`<li class="wave"><div class="wave-head"><h3>Wave ${index + 1}</h3><p>${counted(services.length, 'service')}${blocked > 0 && html`, <span class="is-blocked">${icon('blocked')}${blocked} blocked</span>`}</p></div>
<div><ul class="chips">${shown.map((group) => groupItem(group, around))}</ul>
${rest.length > 0 && html`<details class="words"><summary>${counted(rest.flat().length, 'more service')}</summary><ul class="chips">${rest.map((group) => groupItem(group, around))}</ul></details>`}</div></li>`;
}

function groupItem(group: readonly string[], around: { report: Report; digest: Digest }): Markup {
  const chips = group.map((id) => {
    const status = around.report.services.get(printable(id))?.status ?? 'unknown';
    return html`<span class="chip is-${status}" title="${statusWords[status]}">${icon(status)}<span class="away">${statusWords[status]}: </span>${serviceLink(around.digest, printable(id))}</span>`;
  });
  return group.length === 1 ? html`<li>${chips}</li>` : html`<li class="together"><span class="together-label">together</span>${chips}</li>`;
}
