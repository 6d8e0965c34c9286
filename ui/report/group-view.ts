import type { Digest } from './digest.ts';
import { icon, severityBadge } from './icons.ts';
import { html, prose, slug, webLink, type Markup } from './markup.ts';
import type { Group } from './groups.ts';
import type { Report } from './report.ts';
import { subjectRow } from './subject-row.ts';
import type { WireRule } from './wire.ts';
import { counted } from './words.ts';

/** Subjects that a group shows before it is opened, and that are added at each further step. */
export const preview = 3;
export const step = 50;

export function groupAnchor(rule: WireRule): string {
  return `rule-${slug(rule.id)}`;
}

/** A cause with its subjects, of which the first `shown` are there. */
export function groupView(report: Report, digest: Digest, { group, shown, open }: { group: Group; shown: number; open: boolean }): Markup {
  const rule = report.wire.rules[group.rule];
  if (rule === undefined) return html``;
  const size = group.verdicts.length;
  return html`<details class="cause" id="${groupAnchor(rule)}" data-rule="${group.rule}"${open && html` open`}>
<summary><span class="cause-severity">${severityBadge(group.severity)}</span><h3 class="cause-title">${prose(rule.title)}</h3>
<span class="cause-facts">${group.blocking > 0 && html`<span class="flag is-blocked">${icon('blocked')}${group.blocking} blocking</span>`}<span class="cause-size">${counted(size, 'subject')}</span><span class="cause-services">${counted(group.services, 'service')}</span></span></summary>
<div class="cause-body">${advice(rule)}
<div class="scroll" tabindex="0" role="group" aria-label="Subjects of ${rule.title}"><table class="subjects"><caption class="away">Subjects of ${rule.title}</caption>
<thead><tr><th scope="col">Subject</th><th scope="col">Service</th><th scope="col">Finding</th><th scope="col">Evidence</th></tr></thead>
<tbody>${group.verdicts.slice(0, shown).map((verdict) => subjectRow(report, digest, verdict))}</tbody></table></div>
${more(size, shown)}</div></details>`;
}

export function advice({ id, category, why, fix, effect, links }: WireRule): Markup {
  const steps = (fix ?? '').split('\n').filter((line) => line.trim() !== '');
  return html`<div class="advice">
<p class="cause-id"><code>${id}</code> · ${category}</p>
<dl>${why !== undefined && html`<div><dt>Why it matters</dt><dd>${prose(why)}</dd></div>`}
${effect !== undefined && html`<div><dt>Left open</dt><dd>${prose(effect)}</dd></div>`}
${steps.length > 0 && html`<div><dt>How to close it</dt><dd>${steps.length === 1 ? prose(steps[0] ?? '') : html`<ol>${steps.map((line) => html`<li>${prose(line)}</li>`)}</ol>`}</dd></div>`}
${links.length > 0 && html`<div><dt>Read more</dt><dd><ul class="links">${links.map((link) => html`<li>${webLink(link)}</li>`)}</ul></dd></div>`}
${why === undefined && fix === undefined && html`<div><dt>Why and how</dt><dd>This report was made without the texts of the rules.</dd></div>`}</dl></div>`;
}

export function more(size: number, shown: number): Markup | false {
  if (shown >= size) return false;
  return html`<p class="more"><span>${counted(Math.min(shown, size), 'subject')} of ${size} shown.</span> <button type="button" class="more-button script-only" data-more>Show ${Math.min(step, size - shown)} more</button><span class="scriptless">The others show when scripts may run.</span></p>`;
}
