import type { Readiness } from '../../model/readiness.ts';
import { strategyTitles } from '../../model/intent.ts';
import type { FormatContext, ReportFormat } from './format.ts';
import { readinessLines } from './difference/text.ts';
import { coverageSection } from './text/coverage.ts';
import { dataAccessSection } from './text/data-access.ts';
import { gapsSection } from './text/gaps.ts';
import { nextSection } from './text/next.ts';
import { objectivesSection } from './text/objectives.ts';
import { practicesSection } from './text/practices.ts';
import { servicesSection } from './text/services.ts';
import { unknownsSection } from './text/unknowns.ts';
import { indented } from './terminal.ts';
import { counted, inState, percentOf, route, scoreArithmetic, severityCounts, statusWords } from './words.ts';

/** A summary for people at a terminal: verdict first, then what stands in the way, then what nobody knows and what was looked at. */
export const text: ReportFormat<string> = (readinesses, context) => readinesses.map((readiness) => `${page(readiness, context).join('\n')}\n`).join('\n');

function page(readiness: Readiness, context: FormatContext): string[] {
  const sections = context.quiet
    ? [header(readiness, context), sinceSection(readiness, context), gapsSection(readiness, context)]
    : [
        header(readiness, context),
        sinceSection(readiness, context),
        servicesSection(readiness, context),
        gapsSection(readiness, context),
        objectivesSection(readiness, context),
        dataAccessSection(readiness, context),
        practicesSection(readiness, context),
        unknownsSection(readiness, context),
        coverageSection(readiness, context),
        nextSection(readiness, context),
      ];
  return sections.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function sinceSection({ intent }: Readiness, context: FormatContext): string[] {
  return (context.since ?? []).filter(({ target }) => target === intent.target).flatMap((difference) => readinessLines(difference, context));
}

function header(readiness: Readiness, { paint, columns }: FormatContext): string[] {
  const { intent, status, score, counts, severities, judgements } = readiness;
  const { sign, word, means, style } = statusWords[status];
  const baselined = judgements.filter((judgement) => judgement.baselined === true).length;
  const gaps = [severityCounts(severities), baselined > 0 ? `${baselined} in the baseline` : ''].filter((part) => part !== '').join('; ');
  const line = (label: string, value: string): string[] => indented(value, columns, { first: `  ${label.padEnd(10)}` });
  return [
    `${paint('bold', route(intent))}  ${strategyTitles[intent.strategy]}, judged on ${intent.today}`,
    `${paint(style, `${sign} ${word.toUpperCase()}`)}  ${means}`,
    '',
    ...line('Score', `${percentOf(score)} = ${scoreArithmetic(score)}`),
    ...line('Verdicts', `${counted(counts.gap, 'gap')}${gaps === '' ? '' : ` (${gaps})`}, ${counts.unknown} unknown, ${counts.exempt} exempt, ${inState(judgements, 'ready').length} ready`),
  ];
}
