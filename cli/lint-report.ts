import { buildEstate } from '../graph/build.ts';
import type { EstateGraph } from '../graph/estate.ts';
import type { Config } from '../model/config.ts';
import type { Fact } from '../model/fact.ts';
import { compareText } from '../model/json.ts';
import { matchesPattern } from '../model/pattern.ts';
import type { Judgement } from '../model/readiness.ts';
import { exemptionNotes } from '../rules/exemption.ts';
import { judgeCode } from '../rules/judge-code.ts';
import type { Rule } from '../rules/rule.ts';
import { suppress } from '../rules/suppress.ts';
import type { LintReport } from './formats/lint-report.ts';
import { gapFingerprints, type Gate } from './gate.ts';
import { intentOf, type Wanted } from './intent.ts';
import { ruleRegistry } from './registry.ts';

export interface LintInput {
  readonly goal: Wanted;
  /** Code rules to ask. */
  readonly rules: readonly Rule[];
  readonly config: Config;
  readonly today: string;
  readonly gate: Pick<Gate, 'known' | 'updating'>;
}

/** What the code rules say of the facts. The estate is built for its canonical order only, so that findings are numbered as in an audit. */
export function lintReport(facts: readonly Fact[], input: LintInput): LintReport {
  const { goal, gate } = input;
  const estate = buildEstate(facts.filter(({ type }) => type !== 'resource' && type !== 'reference'));
  const { judgements: found, notes } = judged(estate, input);
  const accepted = gate.updating ? gapFingerprints(found) : gate.known;
  const judgements = found.map((judgement) => (judgement.state === 'gap' && accepted.has(judgement.fingerprint) ? { ...judgement, baselined: true } : judgement));
  const looked = new Map<string, number>();
  for (const { what, count } of estate.coverage) looked.set(what, (looked.get(what) ?? 0) + count);
  return {
    targets: goal.targets,
    judgements: judgements.sort(byPlace),
    blindSpots: estate.blindSpots,
    looked: Object.fromEntries([...looked].sort(([a], [b]) => compareText(a, b))),
    notes: [...goal.notes, ...notes],
  };
}

function judged({ occurrences, suppressions }: EstateGraph, { goal, rules, config, today }: LintInput): { readonly judgements: Judgement[]; readonly notes: string[] } {
  const { home, targets, strategy } = goal;
  const intent = intentOf({ home, target: targets[0] ?? '', strategy, config, today });
  const verdicts = judgeCode({ occurrences, rules, settings: config.rules ?? {}, home, targets, intent, serviceOf: () => 'code' });
  const asked = new Set<string>(rules.map(({ id }) => id));
  const { judgements } = suppress(verdicts, suppressions, today);
  // A comment that is meant for a rule that was not asked is not idle because of that.
  const ours = suppressions.filter((suppression) => suppression.problem !== undefined || [...ruleRegistry.keys()].every((id) => asked.has(id) || !suppression.rules.some((pattern) => matchesPattern(pattern, id))));
  return { judgements, notes: [...exemptionNotes(intent), ...suppress(verdicts, ours, today).notes] };
}

function byPlace(a: Judgement, b: Judgement): number {
  const [one, two] = [a.occurrence, b.occurrence];
  if (one === undefined || two === undefined) return compareText(a.subject, b.subject);
  return compareText(one.file, two.file) || one.span.line - two.span.line || one.span.column - two.span.column || compareText(a.rule, b.rule);
}
