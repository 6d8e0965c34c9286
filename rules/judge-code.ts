import { fingerprint, occurrenceSubjects } from '../model/finding.ts';
import { atLeast, strategyOf, type Intent, type Severity, type Strategy } from '../model/intent.ts';
import type { Occurrence } from '../model/occurrence.ts';
import type { Judgement } from '../model/readiness.ts';
import { effectOf } from './effect.ts';
import { exemptionFor } from './exemption.ts';
import type { CodeContext, Rule } from './rule.ts';
import { configuredSeverity, isExcluded, optionsOf, severityOf, type RuleSettings, type SettingsOf } from './settings.ts';
import type { Verdict } from './verdict.ts';

export interface JudgeCode {
  readonly occurrences: readonly Occurrence[];
  readonly rules: readonly Rule[];
  readonly settings: RuleSettings;
  /** Settings by file, where the configuration has other ones for some; `settings` for all files if not given. The same settings are the same object. */
  readonly settingsOf?: SettingsOf | undefined;
  readonly home: readonly string[];
  /** Empty to report everything that ties the code to a region. */
  readonly targets: readonly string[];
  readonly intent: Pick<Intent, 'strategy' | 'exemptions' | 'today'> & Partial<Pick<Intent, 'services'>>;
  readonly serviceOf: (file: string) => string;
}

/** Verdicts of the code rules. Occurrences that no rule has an opinion on give none. */
export function judgeCode(input: JudgeCode): Judgement[] {
  const subjects = occurrenceSubjects(input.occurrences);
  const prepared = new Map<RuleSettings, Prepared[]>();
  const { home, targets, serviceOf, settingsOf = (): RuleSettings => input.settings } = input;
  const intent = { services: {}, ...input.intent };
  return input.occurrences.flatMap((occurrence, index) => {
    const service = serviceOf(occurrence.file);
    const strategy = strategyOf(intent, service);
    const settings = settingsOf(occurrence.file, { service });
    const codeRules = prepared.get(settings) ?? prepare(input.rules, settings);
    prepared.set(settings, codeRules);
    return codeRules.flatMap(({ rule, options, bySeverity }) => {
      const severity = bySeverity.get(strategy) ?? severityOf(rule, strategy, settings);
      bySeverity.set(strategy, severity);
      if (severity === 'off' || isExcluded(rule, settings, [occurrence.file])) return [];
      const context: CodeContext = { home, targets, options };
      const verdict = rule.check(occurrence as never, context as never) as Verdict | undefined;
      return verdict === undefined ? [] : [judgement({ ...input, settings, rule, severity, strategy, occurrence, verdict, subject: subjects[index] ?? '' })];
    });
  });
}

/** A rule as some settings have it. */
interface Prepared {
  readonly rule: Rule;
  readonly options: Readonly<Record<string, unknown>>;
  readonly bySeverity: Map<Strategy, Severity | 'off'>;
}

function prepare(rules: readonly Rule[], settings: RuleSettings): Prepared[] {
  return rules.filter(({ on }) => on === 'code').map((rule) => ({ rule, options: optionsOf(rule, settings), bySeverity: new Map<Strategy, Severity | 'off'>() }));
}

interface Judged extends JudgeCode {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly strategy: Strategy;
  readonly occurrence: Occurrence;
  readonly verdict: Verdict;
  readonly subject: string;
}

function judgement({ rule, severity, strategy, occurrence, verdict, subject, targets, intent, settings, serviceOf }: Judged): Judgement {
  const { file, span, language } = occurrence;
  const exemption = verdict.state === 'gap' ? exemptionFor(intent as Intent, rule.id, [file, subject]) : undefined;
  const state = exemption === undefined ? verdict.state : 'exempt';
  const source = { scanner: 'code', file, line: span.line };
  return {
    rule: rule.id,
    state,
    severity: configuredSeverity(rule, settings) === undefined ? weighed(verdict, severity) : severity,
    subject,
    title: `${file}:${span.line}`,
    service: serviceOf(file),
    resources: [],
    message: exemption === undefined ? (verdict.message ?? 'Nothing ties it to a region.') : `${exemption.reason} (${verdict.message ?? ''})`,
    targets: verdict.state === 'gap' && verdict.targets !== undefined ? [...verdict.targets] : [...targets],
    evidence: [{ what: `${language} ${occurrence.form}`, value: occurrence.text, source }, ...(verdict.evidence ?? [])],
    occurrence,
    source,
    fingerprint: fingerprint(rule.id, subject),
    ...(verdict.state === 'gap' ? { effect: effectOf(rule, strategy) } : {}),
    ...(verdict.state === 'gap' && verdict.fix !== undefined ? { fix: verdict.fix } : {}),
    ...(verdict.state === 'gap' && verdict.edit !== undefined ? { edit: verdict.edit } : {}),
    ...(verdict.state === 'gap' && verdict.blocking === true ? { blocking: true } : {}),
    ...(verdict.state === 'unknown' && verdict.ask !== undefined ? { ask: verdict.ask } : {}),
  };
}

/** The severity of this gap: worse or milder than its rule's, where the verdict says so. */
function weighed(verdict: Verdict, severity: Severity): Severity {
  if (verdict.state !== 'gap') return severity;
  const own = verdict.severity ?? severity;
  return verdict.atMost !== undefined && atLeast(own, verdict.atMost) ? verdict.atMost : own;
}
