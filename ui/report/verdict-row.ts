import type { Digest } from './digest.ts';
import { severityBadge, stateBadge } from './icons.ts';
import { html, named, placed, prose, type Markup } from './markup.ts';
import { messageOf, placeOf, ruleOf, serviceOf, subjectOf, titleOf, type Report } from './report.ts';
import { serviceLink } from './subject-row.ts';

/** One verdict as a row of the table of all verdicts. */
export function verdictRow(report: Report, digest: Digest, verdict: number): Markup {
  const state = report.state[verdict] ?? 'unknown';
  return html`<tr><td data-label="Verdict">${stateBadge(state)}</td>
<td data-label="Severity">${severityBadge(report.severity[verdict] ?? 'info')}</td>
<td data-label="Rule"><code>${ruleOf(report, verdict).id}</code></td>
<th scope="row" data-label="Subject"><span class="name" title="${subjectOf(report, verdict)}">${named(titleOf(report, verdict))}</span></th>
<td data-label="Service">${serviceLink(digest, serviceOf(report, verdict))}</td>
<td data-label="Message">${prose(messageOf(report, verdict))}</td>
<td data-label="Place"><span class="place">${placed(placeOf(report, verdict))}</span></td></tr>`;
}
