import { strategyTitles } from '../../model/intent.ts';
import type { Judgement, Readiness } from '../../model/readiness.ts';
import { sourceLabel } from '../../model/source.ts';
import { readinessMarkdown } from './difference/markdown.ts';
import { markdownCode, markdownText } from './escape.ts';
import type { FormatContext, ReportFormat } from './format.ts';
import { costsOf, followersOf, type Followers } from './followers.ts';
import { practiceGroups } from './practices.ts';
import { outlookText } from './simulation/words.ts';
import { byRule, counted, inState, percentOf, placeOf, route, scoreArithmetic, severityCounts, statusWords, type RuleGroup } from './words.ts';

/** GitHub cuts comments at 65,536 characters; what is more is left out by whole rules, and said so. */
const limit = 60_000;

/** A comment for a pull request. */
export const markdown: ReportFormat<string> = (readinesses, context) => readinesses.map((readiness) => page(readiness, context, Math.floor(limit / readinesses.length))).join('\n---\n\n');

function page(readiness: Readiness, context: FormatContext, budget: number): string {
  const { intent, status, score, counts, severities } = readiness;
  const { sign, word, means } = statusWords[status];
  const head = [
    `## ${sign} ${markdownText(route(intent))}: ${word}`,
    '',
    `${strategyTitles[intent.strategy]}, judged on ${intent.today}: ${means}.`,
    '',
    '| Gaps | Unknown | Exempt | Ready | Score |',
    '|---|---|---|---|---|',
    `| ${counts.gap}${severityCounts(severities) === '' ? '' : ` (${severityCounts(severities)})`} | ${counts.unknown} | ${counts.exempt} | ${counts.ready} | ${percentOf(score)} |`,
    '',
    `<sub>Score: ${markdownText(scoreArithmetic(score))}.</sub>`,
    '',
    ...(context.since ?? []).filter(({ target }) => target === intent.target).map(readinessMarkdown),
    ...(context.quiet ? [] : services(readiness)),
    ...(context.quiet ? [] : dataAccess(readiness)),
    ...(context.byPractice === true ? practiceTable(readiness) : []),
  ].join('\n');
  const tail = context.quiet ? '' : [...unknowns(readiness), ...blindSpots(readiness), ...notes(readiness)].map((line) => `${line}\n`).join('');
  const fitting = tail.length + head.length > budget ? `Not everything could be seen: ${counts.unknown} unknown verdicts, ${readiness.blindSpots.length} blind spots.\n` : tail;
  return `${head}\n${gaps(readiness, context, budget - head.length - fitting.length)}${fitting}`;
}

function services({ services: all }: Readiness): string[] {
  if (all.length === 0) return [];
  const rows = all.slice(0, 50).map(({ id, status, score, severities, counts, wave, recovery }) => `| ${markdownText(id)} | ${statusWords[status].sign} ${status} | ${percentOf(score)} | ${severityCounts(severities) || 'none'} | ${counts.unknown} | ${wave} | ${recovery === undefined ? '' : markdownText(outlookText(recovery))} |`);
  const more = all.length > rows.length ? [`| … ${all.length - rows.length} more | | | | | | |`] : [];
  return ['### Services', '', '| Service | Status | Score | Gaps | Unknown | Wave | Without home |', '|---|---|---|---|---|---|---|', ...rows, ...more, ''];
}

const mostUses = 20;

function dataAccess({ dataAccess: all = [] }: Readiness): string[] {
  const told = all.filter(({ pattern, verdict }) => pattern !== 'single-region' || verdict === 'broken');
  const rows = told.slice(0, mostUses).map(({ title, service, pattern, exposure, need, verdict }) => `| ${markdownText(title)} | ${markdownText(service)} | ${pattern} | ${exposure.join(', ')} | ${need === undefined ? '' : `${need}: ${verdict ?? 'unknown'}`} |`);
  const more = told.length > mostUses ? [`| … ${told.length - mostUses} more | | | | |`] : [];
  return rows.length === 0 ? [] : ['### Patterns of data access', '', '| Store | Used by | Pattern | Exposed to | Consistency |', '|---|---|---|---|---|', ...rows, ...more, ''];
}

function practiceTable(readiness: Readiness): string[] {
  const rows = practiceGroups(readiness).map(({ id, title, url, counts }) => `| [${id}](${url}) ${markdownText(title)} | ${counts.gap} | ${counts.unknown} | ${counts.exempt} | ${counts.ready} |`);
  return rows.length === 0 ? [] : ['### By Well-Architected best practice', '', '| Practice | Gaps | Unknown | Exempt | Ready |', '|---|---|---|---|---|', ...rows, ''];
}

function gaps({ judgements }: Readiness, context: FormatContext, budget: number): string {
  const { roots, ...links } = followersOf(judgements);
  const groups = byRule(roots);
  if (groups.length === 0) return '';
  let text = '### What is in the way\n\n';
  for (const [index, group] of groups.entries()) {
    const block = ruleBlock(group, links, context);
    if (text.length + block.length > budget - 200) return `${text}… and ${counted(groups.length - index, 'more rule')} that did not fit: see the JSON or HTML report.\n\n`;
    text += block;
  }
  return text;
}

const mostRows = 20;

function ruleBlock({ rule, severity, judgements }: RuleGroup, { told, first }: Pick<Followers, 'told' | 'first'>, { rules }: FormatContext): string {
  const cost = costsOf(judgements);
  const meta = rules.get(rule);
  const rows = judgements.slice(0, mostRows).map((judgement) => `| ${markdownText(judgement.title)} | ${placeCell(judgement)} | ${markdownText([judgement.message, told(judgement) ?? [], first(judgement) ?? []].flat().join(' '))} |`);
  const more = judgements.length > mostRows ? [`| … ${judgements.length - mostRows} more | | |`] : [];
  return [
    `<details${severity === 'critical' || severity === 'high' ? ' open' : ''}><summary><b>${severity}</b> ${markdownText(meta?.title ?? rule)} (<code>${rule}</code>, ${counted(judgements.length, 'gap')})</summary>`,
    '',
    '| What | Where | Why |',
    '|---|---|---|',
    ...rows,
    ...more,
    '',
    ...(cost === undefined ? [] : [`**Left open:** ${markdownText(cost)}`, '']),
    ...(meta === undefined ? [] : [`**Fix:** ${markdownText(meta.fix)}`, '']),
    '</details>',
    '',
    '',
  ].join('\n');
}

function placeCell(judgement: Judgement): string {
  const place = placeOf(judgement);
  return place === undefined ? '' : markdownCode(place);
}

function unknowns({ judgements }: Readiness): string[] {
  const groups = byRule(inState(judgements, 'unknown'));
  if (groups.length === 0) return [];
  const items = groups.slice(0, 20).map(({ rule, judgements: own }) => `- \`${rule}\`, ${own.length} times. ${markdownText(own[0]?.ask ?? own[0]?.message ?? '')}`);
  return ['### What nobody told us', '', ...items, ...(groups.length > 20 ? [`- … and ${counted(groups.length - 20, 'more rule')}`] : []), ''];
}

function blindSpots({ blindSpots: spots }: Readiness): string[] {
  if (spots.length === 0) return [];
  const items = spots.slice(0, 20).map(({ asked, message, source }) => `- ${markdownText(asked)}: ${markdownText(message)} (${markdownCode(sourceLabel(source))})`);
  return ['### Where we could not look', '', ...items, ...(spots.length > 20 ? [`- … and ${spots.length - 20} more`] : []), ''];
}

function notes({ notes: all }: Readiness): string[] {
  return all.length === 0 ? [] : ['### Notes', '', ...all.map((note) => `- ${markdownText(note)}`), ''];
}
