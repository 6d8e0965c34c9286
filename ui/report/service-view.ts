import type { Digest, RuleGaps } from './digest.ts';
import { everyGap, hashOfFilter } from './filter.ts';
import { icon, severityBadge, severityCount, statusBadge } from './icons.ts';
import { html, named, prose, type Markup } from './markup.ts';
import { severityOrder, type Report } from './report.ts';
import { serviceLink } from './subject-row.ts';
import type { WireOutlook, WireService } from './wire.ts';
import { counted, percentText, severityWords } from './words.ts';

/** Rules named as the worst gaps of a service in its row. */
export const worstShown = 2;

export function serviceRow(report: Report, digest: Digest, service: WireService): Markup {
  const gaps = [...(digest.services.get(service.id)?.gaps ?? [])];
  const { counts, severities, score, wave, dependsOn } = service;
  return html`<tr>
<th scope="row" data-label="Service">${serviceLink(digest, service.id)}</th>
<td data-label="Status">${statusBadge(service.status)}</td>
<td data-label="Worst gaps" class="worst">${gaps.length === 0 ? html`<span class="none">none</span>` : html`<ul>${gaps.slice(0, worstShown).map(([rule, found]) => gapItem(report, { service: service.id, rule, ...found }))}</ul>${gaps.length > worstShown && html`<span class="none">and ${counted(gaps.length - worstShown, 'more cause')}</span>`}`}</td>
${severityOrder.slice(0, 4).map((severity) => html`<td class="number" data-label="${severityWords[severity]}">${severityCount(severity, severities[severity] ?? 0)}</td>`)}
<td class="number" data-label="Unknown">${counts.unknown === 0 ? html`<span class="none">–</span>` : counts.unknown}</td>
<td class="number" data-label="Score">${scoreCell(score.percent)}</td>
<td class="number" data-label="Wave">${wave}</td>
<td data-label="Depends on" class="needs">${dependsOn.length === 0 ? html`<span class="none">nothing</span>` : needs(digest, dependsOn)}</td></tr>`;
}

/** Gaps of one rule in one service. */
export interface ServiceGap extends RuleGaps {
  readonly service: string;
  readonly rule: number;
}

export function gapItem(report: Report, { service, rule, times, severity }: ServiceGap): Markup {
  const { id = '', title = '' } = report.wire.rules[rule] ?? {};
  return html`<li><span class="sev-${severity}">${icon(severity)}<span class="away">${severityWords[severity]}: </span></span><a href="${hashOfFilter({ ...everyGap, service, rule: id })}" title="${title}">${prose(title)}</a>${times > 1 && html`<span class="none">×${times}</span>`}</li>`;
}

export function scoreCell(percent: number | null): Markup {
  if (percent === null) return html`<span class="none">–</span>`;
  return html`${percent.toFixed(1)}`;
}

/** The first few by name, the others by number. */
export function needs(digest: Digest, ids: readonly string[], most = 3): Markup {
  const shown = ids.slice(0, most);
  return html`${shown.map((id, index) => html`${index > 0 && ', '}${serviceLink(digest, id)}`)}${ids.length > shown.length && html` <span class="none">and ${ids.length - shown.length} more</span>`}`;
}

/** A service's own section. The body may be left to the browser, which fills it when the section is opened. */
export function serviceSection(report: Report, digest: Digest, { service, body }: { service: WireService; body: boolean }): Markup {
  const { gaps = new Map(), blockers = 0 } = digest.services.get(service.id) ?? {};
  const summary = gaps.size === 0 ? 'no gap known' : `${counted(service.counts.gap, 'gap')} of ${counted(gaps.size, 'cause')}${blockers > 0 ? `, ${counted(blockers, 'blocker')}` : ''}`;
  return html`<details class="service" id="${digest.anchors.get(service.id) ?? ''}" data-service="${service.id}">
<summary><h4>${named(service.id)}</h4>${statusBadge(service.status)}<span class="service-facts">${summary} · score ${percentText(service.score.percent)} · wave ${service.wave}</span></summary>
<div class="service-body">${body ? serviceBody(report, digest, service) : html`<p class="scriptless">What stands in its way shows when scripts may run.</p>`}</div></details>`;
}

export function serviceBody(report: Report, digest: Digest, service: WireService): Markup {
  const gaps = [...(digest.services.get(service.id)?.gaps ?? [])];
  const neededBy = digest.neededBy.get(service.id) ?? [];
  const { counts, score, basis, resources } = service;
  const explorable = report.wire.graph !== undefined;
  return html`<div class="columns"><div><h5>What stands in the way</h5>
${gaps.length === 0 ? html`<p>No gap is known.${counts.unknown > 0 && html` ${counted(counts.unknown, 'verdict')} could not be given.`}</p>` : html`<ul class="gap-list">${gaps.map(([rule, found]) => html`<li>${gapLine(report, { service: service.id, rule, ...found })}</li>`)}</ul>`}
</div><dl class="facts">
<div><dt>Verdicts</dt><dd>${counted(counts.ready, 'ready', 'ready')}, ${counted(counts.gap, 'gap')}, ${counts.unknown} unknown, ${counts.exempt} exempt</dd></div>
<div><dt>Score</dt><dd>${percentText(score.percent)} = ${score.ready} of ${counted(score.judged, 'point')}</dd></div>
${service.recovery !== undefined && outlookFact(service.recovery)}<div><dt>Needs at run time</dt><dd>${service.dependsOn.length === 0 ? 'nothing else' : needs(digest, service.dependsOn, 40)}</dd></div>
<div><dt>Needed by</dt><dd>${neededBy.length === 0 ? 'nothing else' : needs(digest, neededBy, 40)}</dd></div>
<div><dt>Made of</dt><dd>${counted(resources, 'resource')}, grouped by ${basisWords[basis]}</dd></div></dl></div>
<p class="service-links"><a href="${hashOfFilter({ ...everyGap, service: service.id })}">${counted(counts.gap, 'gap')}</a>${counts.unknown > 0 && html`<a href="${hashOfFilter({ ...everyGap, state: 'unknown', service: service.id })}">${counts.unknown} unknown</a>`}${explorable && html`<button type="button" class="script-only" data-explore="${service.id}">Explore its resources</button>`}</p>`;
}

/** What the loss of home would do, with the chain that decides it. */
export function outlookFact({ lost, outcome, why, back, loses, path }: WireOutlook): Markup {
  return html`<div><dt>Without ${lost}</dt><dd>${outcomeText[outcome]}${why.length > 0 && html`: ${why.join('; ')}`}. Back: ${back}. Data lost: ${loses}.${path.length > 0 && html` <details><summary>What decides the time</summary><ol>${path.map((step) => html`<li>${step}</li>`)}</ol></details>`}</dd></div>
`;
}

export const outcomeText = { stops: 'stops', degrades: 'a part works on', unknown: 'nobody told enough', recovers: 'works again after recovery', survives: 'survives' };

export const basisWords = { configured: 'the configuration', tag: 'tag', stack: 'stack', module: 'module', use: 'who uses them', community: 'their connections', shared: 'their use by several services', none: 'nothing in particular' };

export function gapLine(report: Report, { service, rule, times, severity }: ServiceGap): Markup {
  const { id = '', title = '' } = report.wire.rules[rule] ?? {};
  return html`${severityBadge(severity)} <a href="${hashOfFilter({ ...everyGap, service, rule: id })}">${prose(title)}</a> <span class="none">×${times}</span>`;
}

/** Order of the services table: worst first. */
export function byStatus(report: Report): WireService[] {
  const rank = { blocked: 0, gaps: 1, unknown: 2, ready: 3 };
  const weight = ({ severities }: WireService): readonly number[] => severityOrder.map((severity) => severities[severity] ?? 0);
  return [...report.wire.services].sort((a, b) => {
    const [mine, other] = [weight(a), weight(b)];
    const first = mine.findIndex((value, index) => value !== other[index]);
    return rank[a.status] - rank[b.status] || (first < 0 ? 0 : (other[first] ?? 0) - (mine[first] ?? 0)) || b.counts.unknown - a.counts.unknown || (a.id < b.id ? -1 : 1);
  });
}
