import { blindSpotReasons, type BlindSpot } from '../../../model/blind-spot.ts';
import { compareText } from '../../../model/json.ts';
import type { Readiness } from '../../../model/readiness.ts';
import { sourceLabel } from '../../../model/source.ts';
import { html, named, placed, prose, type Markup, type Part } from '../../../ui/report/markup.ts';
import { count, counted, percentText } from '../../../ui/report/words.ts';
import { table, type Section, type Table } from './section.ts';

/** Rows that a table shows before the rest is folded away. */
const unfolded = 14;
/** Blind spots of one kind that are named at once, and that are named at all. */
const spotsShown = 3;
const spotsListed = 200;

export function coverageSection(readiness: Readiness): Section {
  const { coverage, blindSpots } = readiness;
  const files = Object.entries(coverage.looked).filter(([what]) => what.startsWith('files:'));
  const others = Object.entries(coverage.looked).filter(([what]) => !what.startsWith('files:'));
  const body = html`${summary(readiness)}
<h3>Where we could not look</h3>${blindSpots.length === 0 ? html`<p class="empty">No scanner reported a blind spot.</p>` : blindSpotTable(readiness)}
<h3>What would answer the unknown verdicts</h3>${questions(readiness)}
<div class="columns even"><div><h3>Files read</h3>${files.length === 0 ? html`<p class="empty">No file was read.</p>` : tally('Files by language or format', ['Language or format', 'Files'], files.map(([what, number]) => [what.slice(6), number]))}
${others.length > 0 && tally('Other things looked at', ['What', 'Number'], others)}</div>
<div><h3>Resources by type</h3>${tally('Resources by CloudFormation type', ['Type', 'Resources'], Object.entries(coverage.byType))}</div></div>
<div class="columns even"><div><h3>Resources by region</h3>${tally('Resources by region', ['Region', 'Resources'], Object.entries(coverage.byRegion ?? {}))}</div>
<div><h3>Resources by account</h3>${tally('Resources by account', ['Account', 'Resources'], Object.entries(coverage.byAccount ?? {}))}</div></div>`;
  return { id: 'coverage', title: 'Coverage', size: blindSpots.length, body, lead: 'What was looked at and what was not. Nothing in a blind spot counts as ready.' };
}

function summary({ coverage, judgements }: Readiness): Markup {
  const { resources, judged, outside, edges, dangling } = coverage;
  const share = resources === 0 ? null : (100 * judged) / resources;
  const facts: readonly (readonly [Part, string, string])[] = [
    [count(resources), 'resources seen', 'in templates, plans and accounts together'],
    [count(judged), 'of them judged', `${percentText(share)}; no rule has an opinion on the others`],
    [count(outside), 'outside', 'in regions that are neither home nor target'],
    [count(edges), 'dependencies', `and ${counted(dangling, 'reference')} to something that is not in the estate`],
    [count(judgements.filter(({ occurrence }) => occurrence !== undefined).length), 'places in code', 'that name a region, zone, endpoint, ARN or image'],
  ];
  return html`<dl class="tiles">${facts.map(([value, term, note]) => html`<div><dt>${term}</dt><dd><b>${value}</b><span class="note">${note}</span></dd></div>`)}</dl>`;
}

/** Blind spots by what went wrong and what would help: thousands of one kind are one thing to do. */
function blindSpotTable({ blindSpots }: Readiness): Markup {
  const kinds = [...Map.groupBy(blindSpots, ({ reason, message, remedy = '' }) => JSON.stringify([reason, message, remedy]))].sort(([a, left], [b, right]) => right.length - left.length || compareText(a, b));
  const rows = kinds.map(([, spots]) => {
    const [{ reason, message, remedy } = { reason: 'unreadable', message: '' } as const] = spots;
    const [shown, rest] = [spots.slice(0, spotsShown), spots.slice(spotsShown)];
    return [
      html`<b>${blindSpotReasons[reason]}.</b> ${prose(message)}`,
      html`<ul class="spots">${shown.map(spotItem)}</ul>${rest.length > 0 && html`<details class="words"><summary>${counted(rest.length, 'more place')}</summary><ul class="spots">${rest.slice(0, spotsListed).map(spotItem)}</ul>${rest.length > spotsListed && html`<p class="note">${count(rest.length - spotsListed)} more are in the JSON format.</p>`}</details>`}`,
      count(spots.length),
      remedy === undefined ? html`<span class="none">nothing known</span>` : prose(remedy),
    ];
  });
  return folded({ caption: 'Blind spots', head: ['Why not', 'What we wanted to know', 'Times', 'What would open it'], rows, numbers: [2], kind: 'spot-table' });
}

function spotItem({ asked, account, region, source }: BlindSpot): Markup {
  const around = [account, region].filter((text) => text !== undefined).join(' · ');
  return html`<li>${named(asked)} <span class="place">${around !== '' && `${around} · `}${placed(sourceLabel(source))}</span></li>`;
}

/** Unknown verdicts by what would answer them: the shortest list of things to ask for. */
function questions({ judgements }: Readiness): Markup {
  const asks = Map.groupBy(judgements.filter(({ state }) => state === 'unknown'), ({ ask = 'nothing that we know of' }) => ask);
  if (asks.size === 0) return html`<p class="empty">No verdict is unknown.</p>`;
  const rows = [...asks].sort(([a, left], [b, right]) => right.length - left.length || compareText(a, b)).map(([ask, asked]) => [
    prose(ask), count(asked.length), [...new Set(asked.map(({ rule }) => rule))].sort(compareText).map((rule, index) => html`${index > 0 && ', '}<code>${rule}</code>`),
  ]);
  return folded({ caption: 'What would answer, and how many verdicts', head: ['What would answer', 'Verdicts', 'Rules that ask'], rows, numbers: [1] });
}

function tally(caption: string, head: readonly string[], entries: readonly (readonly [string, number])[]): Markup {
  const rows = [...entries].sort(([a, left], [b, right]) => right - left || compareText(a, b)).map(([what, number]) => [named(what), count(number)]);
  return folded({ caption, head, rows, numbers: [1] });
}

function folded(whole: Table): Markup {
  const { caption, rows } = whole;
  const rest = rows.slice(unfolded);
  return html`${table({ ...whole, rows: rows.slice(0, unfolded) })}
${rest.length > 0 && html`<details class="words"><summary>${count(rest.length)} more</summary>${table({ ...whole, caption: `${caption}, continued`, rows: rest })}</details>`}`;
}
