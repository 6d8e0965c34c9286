import type { Severity } from '../../model/intent.ts';
import { serviceOf, severityOrder, type Report } from './report.ts';

/** Verdicts of one rule: one cause, many subjects. */
export interface Group {
  /** Index of the rule. */
  readonly rule: number;
  /** The worst among its verdicts. */
  readonly severity: Severity;
  readonly verdicts: readonly number[];
  readonly services: number;
  readonly blocking: number;
}

/** Groups of verdicts, worst first: blocking ones, then by severity, then the largest. */
export function groupsOf(report: Report, verdicts: readonly number[]): Group[] {
  const byRule = new Map<number, number[]>();
  for (const verdict of verdicts) {
    const rule = report.rule[verdict] ?? 0;
    const group = byRule.get(rule);
    if (group) group.push(verdict);
    else byRule.set(rule, [verdict]);
  }
  const rank = (severity: Severity): number => severityOrder.indexOf(severity);
  return [...byRule]
    .map(([rule, members]) => ({
      rule,
      severity: worstOf(report, members),
      verdicts: members,
      services: new Set(members.map((verdict) => serviceOf(report, verdict))).size,
      blocking: members.filter((verdict) => report.blocking.has(verdict)).length,
    }))
    .sort((a, b) => Number(b.blocking > 0) - Number(a.blocking > 0) || rank(a.severity) - rank(b.severity) || b.verdicts.length - a.verdicts.length || a.rule - b.rule);
}

export function worstOf(report: Report, verdicts: readonly number[]): Severity {
  const found = new Set(verdicts.map((verdict) => report.severity[verdict]));
  return severityOrder.find((severity) => found.has(severity)) ?? 'info';
}
