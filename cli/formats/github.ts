import type { BlindSpot } from '../../model/blind-spot.ts';
import type { Judgement } from '../../model/readiness.ts';
import { annotationData, annotationProperty } from './escape.ts';
import type { FormatContext, ReportFormat } from './format.ts';
import { levels } from './level.ts';
import { inState, isOpen } from './words.ts';

/** Workflow commands that GitHub Actions shows beside the lines of a pull request. GitHub shows ten errors and ten warnings for each step. */
export const github: ReportFormat<string> = (readinesses, context) => readinesses.map((readiness) => annotations(readiness, context)).join('');

export function annotations({ judgements, blindSpots }: { readonly judgements: readonly Judgement[]; readonly blindSpots: readonly BlindSpot[] }, { rules }: FormatContext): string {
  const lines = judgements.filter(isOpen).map((judgement) => annotation(judgement, rules.get(judgement.rule)?.fix));
  const unknown = inState(judgements, 'unknown').length;
  if (unknown > 0 || blindSpots.length > 0) {
    lines.push(`::notice title=regionready::Not everything could be seen: ${unknown} verdicts are unknown and there are ${blindSpots.length} blind spots.`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

function annotation({ rule, severity, message, effect, fix, source, occurrence }: Judgement, ruleFix: string | undefined): string {
  const level = levels[severity];
  const span = occurrence?.span;
  const properties = [
    ['file', source?.file],
    ['line', span?.line ?? source?.line],
    ['endLine', span?.endLine],
    ['col', span?.column],
    // GitHub counts the last column in, and takes columns only where the text stays on one line.
    ['endColumn', span === undefined || span.line !== span.endLine ? undefined : Math.max(span.column, span.endColumn - 1)],
    ['title', `${rule} (${severity})`],
  ] as const;
  const given = properties.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${annotationProperty(String(value))}`]));
  const advice = fix ?? ruleFix;
  return `::${level === 'note' ? 'notice' : level} ${given.join(',')}::${annotationData([message, ...(effect === undefined ? [] : [`Left open: ${effect}`]), ...(advice === undefined ? [] : [`Fix: ${advice}`])].join('\n'))}`;
}
