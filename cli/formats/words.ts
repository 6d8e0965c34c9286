import { atLeast, severities, type Severity } from '../../model/intent.ts';
import type { Judgement, Readiness, Score, Status, VerdictState } from '../../model/readiness.ts';
import { sourceLabel } from '../../model/source.ts';
import { weights } from '../../rules/score.ts';
import type { Style } from './terminal.ts';

/** Words, signs and colours that every format for people shares. */

export const statusWords: Readonly<Record<Status, { readonly sign: string; readonly word: string; readonly means: string; readonly style: Style }>> = {
  blocked: { sign: '✖', word: 'blocked', means: 'a critical or blocking gap stands in the way', style: ['bold', 'red'] },
  gaps: { sign: '▲', word: 'gaps', means: 'there are gaps, none of them critical', style: ['bold', 'yellow'] },
  unknown: { sign: '?', word: 'unknown', means: 'no gap is known, but not everything could be seen', style: ['bold', 'magenta'] },
  ready: { sign: '✔', word: 'ready', means: 'everything was looked at, and it is fine', style: ['bold', 'green'] },
};

export const severityStyles: Readonly<Record<Severity, Style>> = {
  critical: ['bold', 'red'],
  high: 'red',
  medium: 'yellow',
  low: 'cyan',
  info: 'gray',
};

/** `1 gap`, `3 gaps`, `no gaps`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : grouped(count)} ${count === 1 ? one : many}`;
}

/** 1234567 as 1,234,567. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `2 critical, 1 low`; severities without gaps are left out. */
export function severityCounts(counts: Readonly<Partial<Record<Severity, number>>>): string {
  return severities.flatMap((severity) => ((counts[severity] ?? 0) > 0 ? [`${grouped(counts[severity] ?? 0)} ${severity}`] : [])).join(', ');
}

export function percentOf({ percent }: Score): string {
  return percent === null ? 'none' : `${percent.toFixed(1)} %`;
}

/** How the score comes about, so that nobody has to believe it. */
export function scoreArithmetic(score: Score): string {
  if (score.percent === null) return 'nothing was judged that counts';
  const weighing = severities.map((severity) => `${severity} ${weights[severity]}`).join(', ');
  return `${grouped(score.ready)} ready ÷ ${grouped(score.judged)} judged, by weight (${weighing}); unknown counts as not ready, exempt does not count`;
}

/** `us-east-1 → eu-west-1`. */
export function route({ home, target }: Readiness['intent']): string {
  return `${home.length === 0 ? 'nowhere' : home.join(', ')} → ${target}`;
}

/** Gaps that nobody has accepted yet. */
export function isOpen({ state, baselined }: Judgement): boolean {
  return state === 'gap' && baselined !== true;
}

export function failsAt(judgement: Judgement, failOn: Severity | 'none'): boolean {
  return failOn !== 'none' && isOpen(judgement) && atLeast(judgement.severity, failOn);
}

/** The verdicts of one rule. */
export interface RuleGroup {
  readonly rule: string;
  readonly severity: Severity;
  readonly judgements: readonly Judgement[];
}

/** By rule, in the order in which the rules first appear: judgements come worst first, so groups do too. */
export function byRule(judgements: readonly Judgement[]): RuleGroup[] {
  return Array.from(Map.groupBy(judgements, ({ rule }) => rule), ([rule, own]) => ({ rule, severity: own[0]?.severity ?? 'info', judgements: own }));
}

export function inState(judgements: readonly Judgement[], state: VerdictState): Judgement[] {
  return judgements.filter((judgement) => judgement.state === state);
}

/** `templates/orders.yaml:12`, or undefined where no file declares it. */
export function placeOf({ source }: Judgement): string | undefined {
  return source?.file === undefined ? undefined : sourceLabel(source);
}
