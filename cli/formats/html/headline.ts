import { strategyTitles } from '../../../model/intent.ts';
import type { Readiness } from '../../../model/readiness.ts';
import { regionOf } from '../../../model/region.ts';
import { weights } from '../../../rules/score.ts';
import { isBlocker } from '../../../ui/report/digest.ts';
import { icon, severityBadge, stateBadge } from '../../../ui/report/icons.ts';
import { html, prose, type Markup } from '../../../ui/report/markup.ts';
import { groupsOf } from '../../../ui/report/groups.ts';
import { groupAnchor } from '../../../ui/report/group-view.ts';
import { severityOrder, stateOrder, type Report } from '../../../ui/report/report.ts';
import { everyGap, hashOfFilter } from '../../../ui/report/filter.ts';
import { count, counted, listed, percentText, severityWords, stateMeanings } from '../../../ui/report/words.ts';

/** The verdict in a few words, for the page's title and its first line. */
export function verdictWords({ status, counts }: Readiness, blockers: number): string {
  if (status === 'blocked') return `Not ready: ${counted(blockers, 'blocker')}`;
  if (status === 'gaps') return `Not ready: ${counted(counts.gap, 'gap')}, none of them blocking`;
  if (status === 'ready') return 'Ready';
  return counts.ready + counts.unknown + counts.exempt === 0 ? 'Not known: nothing was judged' : 'Not known: no gap was found, but not everything was seen';
}

export function blockersOf(report: Report): number {
  let blockers = 0;
  for (let verdict = 0; verdict < report.size; verdict++) if (isBlocker(report, verdict)) blockers++;
  return blockers;
}

export function headline(readiness: Readiness, report: Report, estate: string | undefined): Markup {
  const { intent, status, tool } = readiness;
  const facts: readonly (readonly [string, Markup | string])[] = [
    ['Home', html`${intent.home.map((code) => html`<span class="region">${regionName(code)}</span>`)}`],
    ['Target', html`<span class="region">${regionName(intent.target)}</span>`],
    ['Strategy', strategyTitles[intent.strategy]],
    ['Judged', html`<time datetime="${intent.today}">${intent.today}</time>`],
    ['Made by', `regionready ${tool}`],
  ];
  return html`<section id="verdict" class="hero is-${status}" aria-labelledby="verdict-title">
<p class="estate">${estate ?? 'AWS estate'} <span class="arrow" aria-hidden="true">→</span><span class="away"> to </span>${intent.target}</p>
<h1 id="verdict-title" tabindex="-1"><span class="hero-icon">${icon(status)}</span>${verdictWords(readiness, blockersOf(report))}</h1>
<p class="explanation">${explanation(readiness)}</p>
<dl class="identity">${facts.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
<div class="figures">${scoreFigure(readiness)}${statesFigure(readiness)}${severitiesFigure(readiness)}</div>
${causes(readiness, report)}</section>`;
}

function regionName(code: string): Markup {
  const longName = regionOf(code)?.longName;
  return html`<code>${code}</code>${longName !== undefined && html` ${longName}`}`;
}

/** One sentence on what the status means here; for `unknown` what is not known. */
function explanation({ status, counts, services, blindSpots }: Readiness): string {
  const held = services.filter((service) => service.status === 'blocked').length;
  const unseen = [...(counts.unknown > 0 ? [counted(counts.unknown, 'verdict that could not be given', 'verdicts that could not be given')] : []), ...(blindSpots.length > 0 ? [counted(blindSpots.length, 'blind spot')] : [])];
  const also = unseen.length === 0 ? '' : ` Not seen: ${listed(unseen)}.`;
  if (status === 'blocked' && held === 0) return `The blockers concern the estate as a whole and no single service. ${counted(counts.gap, 'gap')} in all.${also}`;
  if (status === 'blocked') return `${count(held)} of ${counted(services.length, 'service')} ${held === 1 ? 'is' : 'are'} held back by blockers: critical gaps, or gaps that must be closed before anything else helps. ${counted(counts.gap, 'gap')} in all.${also}`;
  if (status === 'gaps') return `Nothing that was seen blocks the strategy, but ${counted(counts.gap, 'gap')} ${counts.gap === 1 ? 'is' : 'are'} open.${also}`;
  if (status === 'ready') return `All ${count(counts.ready)} verdicts that apply are fine, and nothing was left unseen.`;
  return unseen.length === 0 ? 'No rule found anything that it applies to, so there is nothing to conclude from.' : `What was seen is fine, which is not enough to say "ready".${also} Section “Coverage” says what would answer.`;
}

function scoreFigure({ score }: Readiness): Markup {
  const { percent, ready, judged } = score;
  return html`<div class="figure"><h2 class="figure-title">Score</h2><p class="big">${percentText(percent)}</p>
<p class="note">${percent === null ? 'Nothing was judged.' : html`= ${count(ready)} of ${count(judged)} points. Each verdict weighs ${severityOrder.slice(0, 4).map((severity, index) => html`${index > 0 && ', '}${severityWords[severity].toLowerCase()} ${weights[severity]}`)}; unknown counts as not ready, exempt does not count. <a href="#score">The whole sum</a>`}</p></div>`;
}

function statesFigure({ counts }: Readiness): Markup {
  const total = stateOrder.reduce((sum, state) => sum + counts[state], 0);
  const share = (value: number): string => (total === 0 ? '0' : ((100 * value) / total).toFixed(2));
  const order = ['ready', 'gap', 'unknown', 'exempt'] as const;
  return html`<div class="figure wide"><h2 class="figure-title">${count(total)} verdicts</h2>
<div class="bar-of-states" aria-hidden="true">${order.map((state) => counts[state] > 0 && html`<span class="fill-${state}" style="width:${share(counts[state])}%"></span>`)}</div>
<ul class="legend">${order.map((state) => html`<li>${stateBadge(state)}<a href="${hashOfFilter({ ...everyGap, state })}"><b>${count(counts[state])}</b></a><span class="note">${stateMeanings[state]}</span></li>`)}</ul></div>`;
}

function severitiesFigure({ severities, judgements }: Readiness): Markup {
  const known = judgements.filter(({ state, baselined }) => state === 'gap' && baselined === true).length;
  return html`<div class="figure"><h2 class="figure-title">Open gaps</h2><ul class="severities">${severityOrder.map((severity) => html`<li>${severityBadge(severity)}<b>${count(severities[severity] ?? 0)}</b></li>`)}</ul>
${known > 0 && html`<p class="note">${counted(known, 'more gap')} accepted for now by the baseline.</p>`}</div>`;
}

/** Causes that cost the most points: where to begin. */
function causes({ score }: Readiness, report: Report): Markup | false {
  const gaps = Array.from({ length: report.size }, (_, verdict) => verdict).filter((verdict) => report.state[verdict] === 'gap');
  const groups = groupsOf(report, gaps).map((group) => ({ ...group, points: group.verdicts.reduce((sum, verdict) => sum + weights[report.severity[verdict] ?? 'info'], 0) }));
  const worst = groups.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points).slice(0, 6);
  const [largest] = worst;
  if (largest === undefined || score.judged === 0) return false;
  const gained = worst.reduce((sum, { points }) => sum + points, 0);
  const after = ((100 * (score.ready + gained)) / score.judged).toFixed(1);
  return html`<div class="causes"><h2 class="figure-title">Where most is lost</h2><ol>${worst.map((group) => {
    const rule = report.wire.rules[group.rule];
    return rule !== undefined && html`<li><a href="#${groupAnchor(rule)}">${prose(rule.title)}</a><span class="lost"><span class="lost-bar sev-${group.severity}" style="width:${((100 * group.points) / largest.points).toFixed(1)}%"></span></span><span class="lost-text">${count(group.points)} points · ${counted(group.verdicts.length, 'gap')}</span></li>`;
  })}</ol><p class="note">Closing ${worst.length === 1 ? 'this cause' : `these ${worst.length} causes`} alone would lift the score from ${percentText(score.percent)} to ${after} %.</p></div>`;
}
