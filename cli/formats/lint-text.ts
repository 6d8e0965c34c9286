import type { Judgement } from '../../model/readiness.ts';
import type { Occurrence } from '../../model/occurrence.ts';
import { terminalText } from './escape.ts';
import type { FormatContext } from './format.ts';
import { summaryOf, type LintFormat, type LintReport } from './lint-report.ts';
import { indented, padStart, widthOf } from './terminal.ts';
import { blindSpotLines, lookedText } from './text/coverage.ts';
import { counted, inState, isOpen, severityCounts, severityStyles } from './words.ts';

/** Findings with the line of code they stand on, then the sum, then what could not be seen. */
export const lintText: LintFormat<string> = (report, context) => {
  const findings = report.judgements.filter(isOpen);
  const shown = findings.flatMap((judgement) => [...findingLines(judgement, context), '']);
  return `${[...shown, ...summaryLines(report, context)].join('\n')}\n`;
};

function findingLines(judgement: Judgement, { paint, columns, rules }: FormatContext): string[] {
  const { rule, severity, message, occurrence, fix } = judgement;
  if (occurrence === undefined) return [];
  const { file, span } = occurrence;
  const advice = fix ?? rules.get(rule)?.fix;
  return [
    `${paint('underline', `${terminalText(file)}:${span.line}:${span.column}`)}  ${paint(severityStyles[severity], severity)}  ${paint('dim', rule)}`,
    ...indented(terminalText(message), columns, { first: '  ' }),
    ...codeFrame(occurrence, { paint, columns }),
    ...(advice === undefined ? [] : indented(terminalText(advice), columns, { first: '  Fix: ' })),
  ];
}

/** The line with the text in question underlined. The snippet is trimmed, so the text is looked for in it. */
export function codeFrame({ snippet, text, span }: Occurrence, { paint, columns }: Pick<FormatContext, 'paint' | 'columns'>): string[] {
  const clean = terminalText(snippet);
  if (clean === '') return [];
  const number = String(span.line);
  const gutter = (label: string): string => paint('dim', `  ${padStart(label, number.length)} │ `);
  const at = placeIn(clean, terminalText(text), span.column - 1);
  const room = Math.max(20, columns - number.length - 5);
  // A long line is shown from a little before the text.
  const from = at > room - terminalText(text).length ? Math.max(0, at - 20) : 0;
  const cut = from > 0 ? `…${clean.slice(from)}` : clean;
  const line = cut.length > room ? `${cut.slice(0, room - 1)}…` : cut;
  const start = at === -1 ? -1 : at - from + (from > 0 ? 1 : 0);
  const mark = start === -1 ? [] : [`${gutter('')}${' '.repeat(widthOf(line.slice(0, start)))}${paint(['bold', 'red'], '~'.repeat(Math.max(1, Math.min(widthOf(terminalText(text)), room - start))))}`];
  return [`${gutter(number)}${line}`, ...mark];
}

/**
 * Where a text stands in a line whose beginning was trimmed by nobody knows how much: of several places the last that is not right of
 * where it stood before. -1 if it is not there, as where it was masked.
 */
function placeIn(line: string, text: string, column: number): number {
  let found = line.indexOf(text);
  for (let next = found; next !== -1 && next <= column; next = line.indexOf(text, next + 1)) found = next;
  return found;
}

function summaryLines(report: LintReport, { paint, columns, quiet }: FormatContext): string[] {
  const summary = summaryOf(report);
  const found = severityCounts(summary.severities);
  const { targets } = report;
  const against = targets.length === 0 ? 'for any other region' : `for ${targets.join(', ')}`;
  const verdict = summary.findings > 0 ? paint(['bold', 'yellow'], `▲ ${counted(summary.findings, 'finding')}: ${found}`) : paint(['bold', 'green'], '✔ no findings');
  const rest = [summary.unknown > 0 ? `${summary.unknown} unknown` : '', summary.exempt > 0 ? `${summary.exempt} exempt` : '', summary.baselined > 0 ? `${summary.baselined} in the baseline` : ''].filter((part) => part !== '');
  const head = indented(`${verdict}, judged ${against}${rest.length === 0 ? '' : `; ${rest.join(', ')}`}`, columns, { first: '' });
  if (quiet) return head;
  return [
    ...head,
    ...inState(report.judgements, 'unknown').slice(0, 5).flatMap(({ title, message, ask }) => indented(terminalText(`${title}: ${message}${ask === undefined ? '' : ` Would answer: ${ask}`}`), columns, { first: `  ${paint('magenta', '?')} ` })),
    ...(Object.keys(report.looked).length === 0 ? [] : indented(`Read: ${lookedText(report.looked)}`, columns, { first: '  ' })),
    ...blindSpotLines(report.blindSpots, { paint, columns }),
    ...report.notes.flatMap((note) => indented(`Note: ${terminalText(note)}`, columns, { first: '  ' })),
  ];
}
