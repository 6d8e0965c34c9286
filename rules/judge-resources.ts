import type { Services } from '../graph/queries/services.ts';
import type { EstateView } from '../graph/view.ts';
import { fingerprint } from '../model/finding.ts';
import { strategyOf, type Intent, type Severity, type Strategy } from '../model/intent.ts';
import type { Judgement } from '../model/readiness.ts';
import type { Resource } from '../model/resource.ts';
import { attributeEvidence } from './evidence.ts';
import { exemptionFor } from './exemption.ts';
import type { Guard } from './guards/guard.ts';
import { guards } from './guards/index.ts';
import { missingAttribute } from './missing-attribute.ts';
import { categoryOf, type Context, type EstateSubject, type Rule } from './rule.ts';
import { hasExclusions, isExcluded, optionsOf, severityOf, type RuleSettings, type SettingsOf } from './settings.ts';
import { subjectsOf } from './subjects.ts';
import { exempt, type Verdict } from './verdict.ts';

export interface JudgeResources {
  readonly view: EstateView;
  readonly services: Services;
  readonly rules: readonly Rule[];
  readonly settings: RuleSettings;
  /** Settings by resource, where they differ. */
  readonly settingsOf?: SettingsOf | undefined;
  readonly intent: Intent;
}

/** Verdicts of the rules on resources and on the estate as a whole. */
export function judgeResources(input: JudgeResources): Judgement[] {
  const settingsFor = settingsByResource(input);
  return input.rules.flatMap((rule) => {
    if (rule.on === 'code') return [];
    const asked = new Map<RuleSettings, Map<Strategy, Asked | undefined>>();
    const askedFor = (strategy: Strategy, settings = input.settings): Asked | undefined => {
      const known = asked.get(settings) ?? new Map<Strategy, Asked | undefined>();
      asked.set(settings, known);
      if (!known.has(strategy)) known.set(strategy, askedBy(rule, strategy, { ...input, settings }));
      return known.get(strategy);
    };
    return rule.on === 'estate' ? judgeEstate(rule, { ...input, askedFor, settingsFor }) : judgeEach(rule, { ...input, askedFor, settingsFor });
  });
}

/** A rule as one strategy asks for it. Services may have a strategy of their own. */
interface Asked {
  readonly severity: Severity;
  readonly context: Context;
}

interface Judging extends JudgeResources {
  /** Undefined where the strategy does not ask for the rule. */
  askedFor(strategy: Strategy, settings?: RuleSettings): Asked | undefined;
  /** Settings for a resource. */
  settingsFor(resource: Resource): RuleSettings;
}

function askedBy(rule: Rule, strategy: Strategy, { intent, view, settings }: JudgeResources): Asked | undefined {
  const severity = severityOf(rule, strategy, settings);
  return severity === 'off' ? undefined : { severity, context: { intent: intentFor(intent, strategy), graph: view, options: optionsOf(rule, settings) } };
}

/** One object for each strategy, so that what is remembered of an intent serves every rule. */
const variants = new WeakMap<Intent, Map<Strategy, Intent>>();

function intentFor(intent: Intent, strategy: Strategy): Intent {
  if (strategy === intent.strategy) return intent;
  const known = variants.get(intent) ?? new Map<Strategy, Intent>();
  variants.set(intent, known);
  const found = known.get(strategy) ?? { ...intent, strategy };
  known.set(strategy, found);
  return found;
}

/** What overrides say of each resource, asked once for each. */
function settingsByResource({ settings, settingsOf, services }: JudgeResources): Judging['settingsFor'] {
  if (settingsOf === undefined) return () => settings;
  const known = new Map<Resource, RuleSettings>();
  return (resource) => {
    const files = resource.sources.flatMap(({ file }) => file ?? []);
    const found = known.get(resource) ?? settingsOf(files[0] ?? '', { service: services.of(resource.id), tags: resource.tags, files });
    known.set(resource, found);
    return found;
  };
}

function judgeEach(rule: Rule, input: Judging): Judgement[] {
  const { intent, services } = input;
  // Asking every resource for its service is worth it only where services differ.
  const differ = Object.values(intent.services).some(({ strategy }) => strategy !== undefined);
  return subjectsOf(rule, input.view, intent).flatMap((resource) => {
    const settings = input.settingsFor(resource);
    const asked = input.askedFor(differ ? strategyOf(intent, services.of(resource.id)) : intent.strategy, settings);
    if (asked === undefined || (hasExclusions(rule, settings) && isExcluded(rule, settings, [resource.id, resource.name, ...resource.sources.map(({ file }) => file)]))) return [];
    const verdict = verdictOn(rule, resource, asked.context);
    if (verdict === undefined) return [];
    const evidence = [...attributeEvidence(resource, rule.needs ?? []), ...(verdict.evidence ?? [])];
    const subject = { subject: resource.id, title: resource.name, resources: [resource.id], verdict: { ...verdict, evidence } };
    return [judgement(rule, asked.severity, { ...input, ...subject })];
  });
}

function verdictOn(rule: Rule, resource: Resource, context: Context): Verdict | undefined {
  return exemptionOf(rule, resource, context) ?? missingAttribute(rule, resource) ?? (rule.check(resource as never, context as never) as Verdict | undefined);
}

/** What guards say does not depend on the rule: it is asked once for each intent and family of rules, not for each of a hundred rules. */
const said = new WeakMap<Intent, Map<string, Map<Resource, { readonly verdict: Verdict | undefined }>>>();

function exemptionOf({ id, unguarded = [] }: Rule, resource: Resource, { graph, intent }: Context): Verdict | undefined {
  const category = categoryOf(id);
  const families = said.get(intent) ?? new Map<string, Map<Resource, { readonly verdict: Verdict | undefined }>>();
  if (families.size === 0) said.set(intent, families);
  const family = unguarded.length === 0 ? category : `${category} ${unguarded.join(' ')}`;
  const known = families.get(family) ?? new Map<Resource, { readonly verdict: Verdict | undefined }>();
  if (!families.has(family)) families.set(family, known);
  const answer = known.get(resource);
  if (answer !== undefined) return answer.verdict;
  const verdict = firstReason(guards.filter((guard) => guard.categories.includes(category) && !unguarded.includes(guard.id)), resource, { graph, intent });
  known.set(resource, { verdict });
  return verdict;
}

function firstReason(asked: readonly Guard[], resource: Resource, around: Pick<Context, 'graph' | 'intent'>): Verdict | undefined {
  for (const guard of asked) {
    const reason = guard.reason(resource, around);
    if (reason !== undefined) return exempt(reason, { evidence: [{ what: 'guard', value: guard.id }] });
  }
  return undefined;
}

function judgeEstate(rule: Rule, input: Judging): Judgement[] {
  const asked = input.askedFor(input.intent.strategy);
  if (asked === undefined) return [];
  const found = rule.check(input.view as never, asked.context as never) as Iterable<EstateSubject>;
  return Array.from(found, (subject) => judgement(rule, asked.severity, { ...input, resources: [], ...subject }));
}

function judgement(rule: Rule, severity: Severity, input: JudgeResources & EstateSubject): Judgement {
  const { subject, title, resources = [], verdict, intent, services, view } = input;
  const exemption = verdict.state === 'gap' ? exemptionFor(intent, rule.id, [subject, title]) : undefined;
  const [first] = resources;
  const source = first === undefined ? undefined : view.resource(first)?.sources[0];
  const owners = new Set(resources.map((id) => services.of(id)));
  return {
    rule: rule.id,
    state: exemption === undefined ? verdict.state : 'exempt',
    severity,
    subject,
    title,
    service: owners.size === 1 ? ([...owners][0] ?? 'estate') : 'estate',
    resources: [...resources],
    message: exemption === undefined ? (verdict.message ?? 'Looked, and nothing stands in the way.') : `${exemption.reason} (${verdict.message ?? ''})`,
    targets: [intent.target],
    evidence: [...(verdict.evidence ?? [])],
    fingerprint: fingerprint(rule.id, subject),
    ...(source === undefined ? {} : { source }),
    ...(verdict.state === 'gap' && verdict.fix !== undefined ? { fix: verdict.fix } : {}),
    ...(verdict.state === 'gap' && verdict.blocking === true ? { blocking: true } : {}),
    ...(verdict.state === 'unknown' && verdict.ask !== undefined ? { ask: verdict.ask } : {}),
  };
}
