import type { Digest } from '../../../ui/report/digest.ts';
import { html, type Markup } from '../../../ui/report/markup.ts';
import { severityOrder, type Report } from '../../../ui/report/report.ts';
import { byStatus, serviceRow, serviceSection } from '../../../ui/report/service-view.ts';
import { statusBadge } from '../../../ui/report/icons.ts';
import { counted, severityWords, statusMeanings, statusWords } from '../../../ui/report/words.ts';
import { statuses } from '../../../model/readiness.ts';
import type { Section } from './section.ts';

/** Rows that are in the page before scripts run, and services whose section is filled by then. */
const staticRows = 60;
const staticBodies = 24;

export function servicesSection(report: Report, digest: Digest): Section {
  const services = byStatus(report);
  const rows = services.slice(0, staticRows);
  const columns: readonly (readonly [key: string, title: string, number: boolean])[] = [
    ['id', 'Service', false], ['status', 'Status', false], ['', 'Worst gaps', false],
    ...severityOrder.slice(0, 4).map((severity) => [severity, severityWords[severity], true] as const),
    ['unknown', 'Unknown', true], ['score', 'Score', true], ['wave', 'Wave', true], ['', 'Depends on', false],
  ];
  const body = html`
<form class="tools script-only" id="service-tools" role="search" aria-label="Services">
<label class="field grow"><span>Find a service</span><input type="search" name="q" autocomplete="off"></label>
<label class="field"><span>Status</span><select name="status"><option value="">every status</option>${statuses.map((status) => html`<option value="${status}">${statusWords[status]}</option>`)}</select></label>
<p class="tool-result" role="status" id="service-result">${counted(services.length, 'service')}</p></form>
<div class="scroll" tabindex="0" role="group" aria-label="Table of services"><table class="services" id="service-table"><caption class="away">Services, worst first</caption>
<thead><tr>${columns.map(([key, title, number]) => html`<th scope="col"${number && html` class="number"`}${key === 'status' && html` aria-sort="ascending"`}>${key === '' ? title : html`<button type="button" class="sort" data-sort="${key}">${title}</button>`}</th>`)}</tr></thead>
<tbody>${rows.map((service) => serviceRow(report, digest, service))}</tbody></table></div>
<p class="more"${rows.length >= services.length && html` hidden`} id="service-more"><span>${rows.length} of ${services.length} shown.</span> <button type="button" class="script-only" data-all>Show all</button><span class="scriptless">The others stand in the list of sections below the map.</span></p>
<details class="words"><summary>What the statuses mean</summary><dl class="facts">${statuses.map((status) => html`<div><dt>${statusBadge(status)}</dt><dd>${statusMeanings[status]}</dd></div>`)}</dl></details>`;
  return { id: 'services', title: 'Services', size: services.length, lead: 'What moves together, worst first. A service is a group of resources and code with the same application tag, stack or module, or one that the configuration names.', body };
}

/** A section for each service, closed; long lists show their first ones until asked for all. */
export function serviceSections(report: Report, digest: Digest): Markup {
  const services = byStatus(report);
  return html`<div class="service-list" id="service-list"><h3>Service by service</h3>
${services.map((service, index) => serviceSection(report, digest, { service, body: index < staticBodies }))}
${services.length > 12 && html`<p class="more script-only"><button type="button" data-list>Show all ${services.length} services</button></p>`}</div>`;
}
