import type { Source } from '../../model/source.ts';
import { icon, severityBadge } from './icons.ts';
import { html, named, placed, prose, type Markup } from './markup.ts';
import { codeFrame } from './code-frame.ts';
import type { Digest } from './digest.ts';
import { everyGap, hashOfFilter } from './filter.ts';
import { remedyView } from './remedy-view.ts';
import { evidenceOf, filled, messageOf, placeOf, serviceOf, subjectOf, textOf, titleOf, ruleOf, type ReadEvidence, type Report } from './report.ts';

/** One verdict as a row of its group: subject, service, what was found, what it rests on. */
export function subjectRow(report: Report, digest: Digest, verdict: number): Markup {
  const mark = textOf(report, report.mark.get(verdict));
  const title = titleOf(report, verdict);
  const subject = subjectOf(report, verdict);
  const place = placeOf(report, verdict);
  return html`<tr${mark !== '' && html` id="f-${mark}"`}>
<th scope="row" data-label="Subject"><span class="name" title="${subject}">${placed(title)}</span>${place !== '' && place !== title && html`<span class="place">${placed(place)}</span>`}</th>
<td data-label="Service">${serviceLink(digest, serviceOf(report, verdict))}</td>
<td data-label="Finding"><p>${prose(messageOf(report, verdict))}</p>${details(report, verdict)}${codeFrame(report, verdict)}${remedyView(report, verdict)}</td>
<td data-label="Evidence">${evidenceList(report, verdict, place)}${mark !== '' && html`<a class="permalink" href="#f-${mark}" title="Link to this finding">#${mark}<span class="away">, link to this finding on ${title}</span></a>`}</td>
</tr>`;
}

export function serviceLink({ anchors }: Digest, service: string): Markup {
  const anchor = anchors.get(service);
  return anchor === undefined ? named(service === 'estate' ? 'estate-wide' : service) : html`<a href="#${anchor}">${named(service)}</a>`;
}

export function details(report: Report, verdict: number): Markup {
  const fix = filled(report, verdict, report.fix.get(verdict));
  const effect = textOf(report, report.effect.get(verdict));
  const before = report.before.get(verdict) ?? [];
  const ask = filled(report, verdict, report.ask.get(verdict));
  const edit = textOf(report, report.edit.get(verdict));
  const targets = textOf(report, report.targets.get(verdict));
  const severity = report.severity[verdict] ?? 'info';
  return html`${severity !== ruleOf(report, verdict).severity && html`<p>${severityBadge(severity)}</p>`}
${report.blocking.has(verdict) && html`<p class="flag is-blocked">${icon('blocked')}Blocking</p>`}
${report.baselined.has(verdict) && html`<p class="flag">${icon('exempt')}Known: accepted for now by the baseline.</p>`}
${targets !== '' && html`<p class="flag">Holds for ${targets}.</p>`}
${fix !== '' && html`<p><span class="term">For this subject</span> ${prose(fix)}</p>`}
${effect !== '' && html`<p><span class="term">Left open</span> ${prose(effect)}</p>`}
${before.length > 0 && html`<p><span class="term">Close first</span> ${before.map((other, at) => html`${at > 0 && ', '}<a href="${hashOfFilter({ ...everyGap, rule: ruleOf(report, other).id, text: titleOf(report, other) })}" title="${ruleOf(report, other).title}">${placed(titleOf(report, other))}</a> (<code>${ruleOf(report, other).id}</code>)`)}</p>`}
${edit !== '' && html`<p><span class="term">Change</span> ${prose(edit)}</p>`}
${ask !== '' && html`<p><span class="term">Would answer</span> ${prose(ask)}</p>`}`;
}

export function evidenceList(report: Report, verdict: number, place: string): Markup | false {
  const pieces = evidenceOf(report, verdict);
  return pieces.length > 0 && html`<dl class="evidence">${pieces.map((piece) => evidenceItem(piece, place))}</dl>`;
}

export function evidenceItem({ what, value, source }: ReadEvidence, place: string): Markup {
  return html`<div><dt>${what}</dt><dd><code>${value}</code>${source !== undefined && html` <span class="place" title="${sourceTitle(source)}">${placed(sourceText(source, place))}</span>`}</dd></div>`;
}

/** The place, without the file where the row names it already. */
export function sourceText({ scanner, file, line, path }: Source, place: string): string {
  const where = file ?? path ?? scanner;
  if (line === undefined) return where === place ? '' : where;
  return where === place.replace(/:\d+$/, '') ? `line ${line}` : `${where}:${line}`;
}

export function sourceTitle({ scanner, file, line, path, asOf }: Source): string {
  const at = file === undefined ? undefined : line === undefined ? file : `${file}:${line}`;
  return [`read by ${scanner}`, at, path, asOf === undefined ? undefined : `as of ${asOf}`].filter((text) => text !== undefined).join(' · ');
}
