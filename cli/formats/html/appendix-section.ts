import { severities } from '../../../model/intent.ts';
import { verdictStates, type Readiness } from '../../../model/readiness.ts';
import { weights } from '../../../rules/score.ts';
import { severityBadge, stateBadge } from '../../../ui/report/icons.ts';
import { html, prose, type Markup } from '../../../ui/report/markup.ts';
import { count, percentText, severityWords, stateMeanings, stateWords } from '../../../ui/report/words.ts';
import { practiceGroups } from '../practices.ts';
import { compareText } from '../../../model/json.ts';
import { dataAccessTables } from './data-access.ts';
import type { ReportExtras } from './extras.ts';
import { table, type Section } from './section.ts';

export function appendixSection(readiness: Readiness, extras: ReportExtras): Section {
  const body = html`<h3 id="verdicts">Every verdict</h3>${everyVerdict(readiness)}
<h3>Data and shared infrastructure</h3>${dataAccessTables(readiness)}
<h3>Notes and assumptions</h3>${readiness.notes.length === 0 ? html`<p class="empty">None.</p>` : html`<ul class="notes">${readiness.notes.map((note) => html`<li>${prose(note)}</li>`)}</ul>`}
<h3>Where the facts come from</h3>${sources(readiness)}${tables(extras)}
<h3 id="score">How the score is computed</h3>${scoreSum(readiness)}
<h3>What the words mean</h3><dl class="facts">${verdictStates.map((state) => html`<div><dt>${stateBadge(state)}</dt><dd>${stateMeanings[state]}</dd></div>`)}
<div><dt>Blocking</dt><dd>The strategy cannot be reached at all until the gap is closed, typically because a property cannot be changed later.</dd></div>
<div><dt>Blocker</dt><dd>A gap that is critical or blocking. One is enough for the status “Blocked”.</dd></div>
<div><dt>Evidence</dt><dd>The attribute, dependency or line of code that a verdict rests on, with the place it was read from.</dd></div>
<div><dt>Wave</dt><dd>The earliest step of a migration in which a service can move.</dd></div></dl>`;
  return { id: 'appendix', title: 'Appendix', body, lead: 'Everything the answer rests on.' };
}

function everyVerdict({ judgements, rules }: Readiness): Markup {
  return html`<details class="words" id="all-verdicts"><summary>Show all ${count(judgements.length)} verdicts</summary>
<form class="tools script-only" id="verdict-tools" role="search" aria-label="Verdicts"><label class="field grow"><span>Text</span><input type="search" name="q" autocomplete="off"></label>
<label class="field"><span>Verdict</span><select name="state"><option value="">every verdict</option>${verdictStates.map((state) => html`<option value="${state}">${stateWords[state]}</option>`)}</select></label>
<p class="tool-result" role="status" id="verdict-result"></p></form>
<div class="scroll" tabindex="0" role="group" aria-label="Table of verdicts"><table class="plain" id="verdict-table"><caption class="away">Verdicts</caption><thead><tr>${['Verdict', 'Severity', 'Rule', 'Subject', 'Service', 'Message', 'Place'].map((title) => html`<th scope="col">${title}</th>`)}</tr></thead><tbody></tbody></table></div>
<p class="more script-only" id="verdict-pages"><button type="button" data-page="-1">Previous</button><button type="button" data-page="1">Next</button></p>
<p class="scriptless">The table of verdicts needs scripts; the JSON format has the same.</p></details>
<details class="words"><summary>Verdicts by rule</summary>${table({
    caption: 'Verdicts by rule', head: ['Rule', 'Severity', 'Gaps', 'Unknown', 'Exempt', 'Ready'], numbers: [2, 3, 4, 5],
    rows: rules.map(({ id, title, severity, counts }) => [html`${prose(title)} <code>${id}</code>`, severityBadge(severity), ...verdictStates.map((state) => count(counts[state]))]),
  })}</details>${byPractice({ rules })}`;
}

function byPractice(readiness: Pick<Readiness, 'rules'>): Markup | false {
  const groups = practiceGroups(readiness);
  if (groups.length === 0) return false;
  const rows = groups.map(({ id, title, url, question, counts }) => [html`<a href="${url}">${id}</a> ${title}`, question, ...verdictStates.map((state) => count(counts[state]))]);
  return html`<details class="words"><summary>Verdicts by Well-Architected best practice</summary>${table({ caption: 'Verdicts by best practice of the Reliability pillar; a rule that serves two is counted under both', head: ['Practice', 'Question', 'Gaps', 'Unknown', 'Exempt', 'Ready'], numbers: [2, 3, 4, 5], rows })}</details>`;
}

/** Scanners whose facts stand behind the verdicts, with the days that they tell of. */
function sources({ judgements }: Readiness): Markup {
  const found = new Map<string, { verdicts: number; days: Set<string> }>();
  for (const { source, evidence } of judgements) {
    const told = new Set([source, ...evidence.map((piece) => piece.source)].filter((item) => item !== undefined));
    for (const scanner of new Set([...told].map((item) => item.scanner))) {
      const entry = found.get(scanner) ?? { verdicts: 0, days: new Set<string>() };
      entry.verdicts++;
      for (const { asOf, scanner: by } of told) if (asOf !== undefined && by === scanner) entry.days.add(asOf.slice(0, 10));
      found.set(scanner, entry);
    }
  }
  if (found.size === 0) return html`<p class="empty">No verdict names a source.</p>`;
  const span = (days: Set<string>): string => {
    const sorted = [...days].sort(compareText);
    return sorted.length === 0 ? 'not told' : sorted.length === 1 ? (sorted[0] ?? '') : `${sorted[0] ?? ''} to ${sorted.at(-1) ?? ''}`;
  };
  const rows = [...found].sort(([a], [b]) => compareText(a, b)).map(([scanner, { verdicts, days }]) => [html`<code>${scanner}</code>`, count(verdicts), span(days)]);
  return table({ caption: 'Scanners', head: ['Scanner', 'Verdicts that rest on it', 'True as of'], numbers: [1], rows });
}

function tables({ dataSources = [] }: ReportExtras): Markup {
  if (dataSources.length === 0) return html`<p class="empty">This report was made without the list of fact tables.</p>`;
  return table({ caption: 'Tables of facts about AWS', head: ['Facts', 'Source', 'Version', 'Published'], rows: dataSources.map(({ title, source, version = '', date }) => [title, source, version, date]) });
}

/** The arithmetic of the score, severity by severity; its last row is the score. */
function scoreSum({ judgements, score }: Readiness): Markup {
  const rows = severities.map((severity) => {
    const counted = judgements.filter((judgement) => judgement.severity === severity && judgement.state !== 'exempt');
    const ready = counted.filter(({ state }) => state === 'ready').length;
    return { severity, ready, judged: counted.length };
  });
  const cells = rows.map(({ severity, ready, judged }) => [
    severityBadge(severity), weights[severity], count(ready), count(judged), `${count(ready * weights[severity])} of ${count(judged * weights[severity])}`,
  ]);
  const sum = [html`<b>All</b>`, '', count(rows.reduce((total, { ready }) => total + ready, 0)), count(rows.reduce((total, { judged }) => total + judged, 0)), html`<b>${count(score.ready)} of ${count(score.judged)} = ${percentText(score.percent)}</b>`];
  return html`<p>The score is the share of ready verdicts among all that bind, each weighed by the severity that its gap has or would have. Unknown verdicts count as not ready, exempt ones do not count. It says how much of the work is done; the status says whether anything stands in the way (${severityWords.critical.toLowerCase()} or blocking gaps do).</p>
${table({ caption: 'The sum', head: ['Severity', 'Weight', 'Ready', 'Ready, gap and unknown', 'Points'], numbers: [1, 2, 3, 4], rows: [...cells, sum] })}`;
}
