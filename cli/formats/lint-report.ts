import type { BlindSpot } from '../../model/blind-spot.ts';
import { severities, type Severity } from '../../model/intent.ts';
import { compareText } from '../../model/json.ts';
import type { Edit, Judgement, Replacement } from '../../model/readiness.ts';
import { replacementsOf } from '../../model/replacement.ts';
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
  readonly fix?: LintFix;
  readonly fingerprint: string;
}

/** What closes a finding: in words, and where it is known as a change of the file. */
export interface LintFix {
  readonly description: string;
  /** `--fix` applies it; without this it is a suggestion. */
  readonly safe?: boolean;
  /** To be made together, in this file. An empty stretch inserts. */
  readonly edits?: readonly (Replacement['span'] & { readonly text: string })[];
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
  return judgements.filter(isOpen).flatMap(({ rule, severity, occurrence, message, fix, edit, fingerprint }) => {
    if (occurrence === undefined) return [];
    const { file, span } = occurrence;
    return [{ rule, severity, path: file, ...span, message, ...fixOf(fix, edit), fingerprint }];
  });
}

function fixOf(advice: string | undefined, edit: Edit | undefined): { readonly fix?: LintFix } {
  if (advice === undefined && edit === undefined) return {};
  const changes = edit === undefined ? {} : { safe: edit.safe, edits: replacementsOf(edit).map(({ span, text }) => ({ ...span, text })) };
  return { fix: { description: advice ?? 'Replace the text.', ...changes } };
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
