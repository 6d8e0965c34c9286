import type { BlindSpot } from '../../model/blind-spot.ts';
import { severities, type Severity } from '../../model/intent.ts';
import { compareText } from '../../model/json.ts';
import type { Judgement } from '../../model/readiness.ts';
import type { FormatContext, Rendered } from './format.ts';
import { inState, isOpen } from './words.ts';

/** What lint found: the verdicts of the code rules, and what was looked at. */
export interface LintReport {
  /** Regions that the code must also run in; empty for any. */
  readonly targets: readonly string[];
  /** By path, line, column and rule. */
  readonly judgements: readonly Judgement[];
  readonly blindSpots: readonly BlindSpot[];
  /** Counts that the scanner reports: files:typescript … */
  readonly looked: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}

export type LintFormat<R extends Rendered = Rendered> = (report: LintReport, context: FormatContext) => R;

/** A gap as machines read it. Paths are relative to the working directory; lines and columns count from 1, the end is exclusive. */
export interface LintFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly fix?: string;
  readonly fingerprint: string;
}

export interface LintSummary {
  readonly findings: number;
  readonly severities: Readonly<Record<Severity, number>>;
  readonly rules: Readonly<Record<string, number>>;
  readonly targets: readonly string[];
  readonly unknown: number;
  readonly exempt: number;
  readonly baselined: number;
  readonly blindSpots: number;
  readonly looked: Readonly<Record<string, number>>;
}

export function openFindings({ judgements }: LintReport): LintFinding[] {
  return judgements.filter(isOpen).flatMap(({ rule, severity, occurrence, message, fix, fingerprint }) => {
    if (occurrence === undefined) return [];
    const { file, span } = occurrence;
    return [{ rule, severity, path: file, ...span, message, ...(fix === undefined ? {} : { fix }), fingerprint }];
  });
}

export function summaryOf(report: LintReport): LintSummary {
  const { targets, judgements, blindSpots, looked } = report;
  const open = judgements.filter(isOpen);
  const rules = Array.from(Map.groupBy(open, ({ rule }) => rule), ([rule, own]) => [rule, own.length] as const);
  return {
    findings: open.length,
    severities: Object.fromEntries(severities.map((severity) => [severity, open.filter((judgement) => judgement.severity === severity).length])) as Record<Severity, number>,
    rules: Object.fromEntries(rules.sort(([a], [b]) => compareText(a, b))),
    targets,
    unknown: inState(judgements, 'unknown').length,
    exempt: inState(judgements, 'exempt').length,
    baselined: judgements.filter(({ baselined }) => baselined === true).length,
    blindSpots: blindSpots.length,
    looked,
  };
}
