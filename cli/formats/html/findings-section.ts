import type { Readiness } from '../../../model/readiness.ts';
import type { Digest } from '../../../ui/report/digest.ts';
import { everyGap, matching } from '../../../ui/report/filter.ts';
import { groupsOf } from '../../../ui/report/groups.ts';
import { groupView, preview } from '../../../ui/report/group-view.ts';
import { icon } from '../../../ui/report/icons.ts';
import { html, type Markup } from '../../../ui/report/markup.ts';
import { severityOrder, stateOrder, type Report } from '../../../ui/report/report.ts';
import { count, counted, severityWords, stateWords } from '../../../ui/report/words.ts';
import { compareText } from '../../../model/json.ts';
import { mostRemedied } from './remedies.ts';
import type { Section } from './section.ts';

export function findingsSection(readiness: Readiness, report: Report, digest: Digest): Section {
  const groups = groupsOf(report, matching(report, everyGap));
  const body = html`${filterForm(readiness, report)}
<p class="tool-result" role="status" id="finding-result">${counted(readiness.counts.gap, 'gap')} of ${counted(groups.length, 'cause')}</p>
<div id="finding-groups">${groups.length === 0 ? html`<p class="empty">No gap was found.</p>` : groups.map((group, index) => groupView(report, digest, { group, shown: preview, open: index === 0 }))}</div>`;
  return { id: 'findings', title: 'Findings', size: readiness.counts.gap, lead: html`Gaps by cause, worst first: what stands in the way, why it matters, how to close it, and for each subject what was seen and where.${report.remedy.size > 0 && html` Where code can close a gap it stands with the first ${mostRemedied} subjects of each cause; <code>regionready remedy</code> prints it for all.`}`, body };
}

function filterForm({ counts }: Readiness, { wire }: Report): Markup {
  const services = [...new Set([...wire.services.map(({ id }) => id), 'estate'])].sort(compareText);
  const categories = [...new Set(wire.rules.map(({ category }) => category))].sort(compareText);
  const choice = (value: string): Markup => html`<option value="${value}">${value === 'estate' ? 'estate-wide' : value}</option>`;
  return html`<form class="tools filter script-only" id="filter" role="search" aria-label="Findings">
<fieldset class="segments"><legend>Verdicts</legend>${stateOrder.map((state) => html`<label><input type="radio" name="state" value="${state}"${state === 'gap' && html` checked`}><span>${icon(state === 'gap' ? 'gaps' : state)}${stateWords[state]} <b>${count(counts[state])}</b></span></label>`)}</fieldset>
<fieldset class="segments"><legend>Severity</legend>${severityOrder.map((severity) => html`<label><input type="checkbox" name="severity" value="${severity}"><span class="sev-${severity}">${icon(severity)}${severityWords[severity]}</span></label>`)}</fieldset>
<label class="field grow"><span>Text</span><input type="search" name="q" autocomplete="off" placeholder="name, file, rule, message"></label>
<label class="field"><span>Service</span><select name="service"><option value="">every service</option>${services.map(choice)}</select></label>
<label class="field"><span>Category</span><select name="category"><option value="">every category</option>${categories.map(choice)}</select></label>
<label class="field"><span>Rule</span><select name="rule"><option value="">every rule</option>${wire.rules.map(({ id }) => choice(id))}</select></label>
<label class="check"><input type="checkbox" name="blocking" value="yes"> Blocking only</label>
<button type="reset">Clear</button></form>`;
}
