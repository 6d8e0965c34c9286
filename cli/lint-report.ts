import { sorted } from '../graph/canonical.ts';
import type { BlindSpot } from '../model/blind-spot.ts';
import type { Config } from '../model/config.ts';
import type { Fact } from '../model/fact.ts';
import { compareText } from '../model/json.ts';
import { matchesPattern } from '../model/pattern.ts';
import type { Judgement } from '../model/readiness.ts';
import type { Suppression } from '../model/suppression.ts';
import { exemptionNotes } from '../rules/exemption.ts';
import { judgeCode } from '../rules/judge-code.ts';
import type { Rule } from '../rules/rule.ts';
import type { SettingsOf } from '../rules/settings.ts';
import { suppress } from '../rules/suppress.ts';
import { allRuleIds } from './code-registry.ts';
import type { LintReport } from './formats/lint-report.ts';
import { gapFingerprints, type Gate } from './gate.ts';
import { intentOf, type Wanted } from './intent.ts';
import { everything, type LintWindow } from './lint-window.ts';

export interface LintInput {
  readonly goal: Wanted;
  /** Code rules to ask. */
  readonly rules: readonly Rule[];
  readonly config: Config;
  /** Ids of all rules there are, asked or not. */
  readonly ruleIds?: readonly string[];
  readonly settingsOf?: SettingsOf | undefined;
  readonly today: string;
  readonly gate: Pick<Gate, 'known' | 'updating'>;
  /** What is shown of what is found. */
  readonly window?: LintWindow;
}

export interface Linted {
  readonly report: LintReport;
  /** All verdicts, whether shown or not: what the baseline is compared with. */
  readonly judgements: readonly Judgement[];
  /** Comments to be removed: they have expired or accept nothing any more. */
  readonly stale: readonly string[];
}

/** What the code rules say of the facts. Facts are put into the order that an estate has them in, so that findings are numbered as in an audit. */
export function lintReport(facts: readonly Fact[], input: LintInput): Linted {
  const { goal, gate, window = everything } = input;
  const of = <T extends Fact['type']>(type: T): Extract<Fact, { type: T }>[] => sorted(facts.filter((fact): fact is Extract<Fact, { type: T }> => fact.type === type));
  const { judgements: found, notes, stale } = judged(facts, of('suppression'), input);
  const accepted = gate.updating ? gapFingerprints(found) : gate.known;
  const judgements = found.map((judgement) => (judgement.state === 'gap' && accepted.has(judgement.fingerprint) ? { ...judgement, baselined: true } : judgement)).sort(byPlace);
  const looked = new Map<string, number>();
  for (const { what, count } of of('coverage')) looked.set(what, (looked.get(what) ?? 0) + count);
  return {
    judgements,
    stale,
    report: {
      targets: goal.targets,
      judgements: judgements.filter(({ occurrence }) => occurrence === undefined || window.showsOccurrence(occurrence)),
      blindSpots: of('blind-spot').filter(({ source }: BlindSpot) => source.file === undefined || window.showsFile(source.file)),
      looked: Object.fromEntries([...looked].sort(([a], [b]) => compareText(a, b))),
      notes: [...goal.notes, ...window.notes, ...notes],
    },
  };
}

function judged(facts: readonly Fact[], suppressions: readonly Suppression[], input: LintInput): Omit<Linted, 'report'> & { readonly judgements: Judgement[]; readonly notes: string[] } {
  const { goal, rules, ruleIds = allRuleIds, config, settingsOf, today, window = everything } = input;
  const { home, targets, strategy } = goal;
  const occurrences = sorted(facts.flatMap((fact) => (fact.type === 'occurrence' ? [fact.occurrence] : [])));
  const intent = intentOf({ home, target: targets[0] ?? '', strategy, config, today });
  const verdicts = judgeCode({ occurrences, rules, settings: config.rules ?? {}, settingsOf, home, targets, intent, serviceOf: () => 'code' });
  const asked = new Set<string>(rules.map(({ id }) => id));
  const { judgements } = suppress(verdicts, suppressions, today);
  // A comment that is meant for a rule that was not asked is not idle because of that.
  const shown = suppressions.filter(({ source }) => window.showsFile(source.file ?? ''));
  const ours = shown.filter((suppression) => suppression.problem !== undefined || ruleIds.every((id) => asked.has(id) || !suppression.rules.some((pattern) => matchesPattern(pattern, id))));
  const { notes, stale } = suppress(verdicts, ours, today);
  return { judgements, notes: [...exemptionNotes(intent), ...notes], stale };
}

function byPlace(a: Judgement, b: Judgement): number {
  const [one, two] = [a.occurrence, b.occurrence];
  if (one === undefined || two === undefined) return compareText(a.subject, b.subject);
  return compareText(one.file, two.file) || one.span.line - two.span.line || one.span.column - two.span.column || compareText(a.rule, b.rule);
}
