import type { Services } from '../graph/queries/services.ts';
import type { EstateView } from '../graph/view.ts';
import { fingerprint } from '../model/finding.ts';
import { strategyOf, type Intent, type Severity, type Strategy } from '../model/intent.ts';
import type { Judgement } from '../model/readiness.ts';
import type { Resource } from '../model/resource.ts';
import type { Source } from '../model/source.ts';
import { effectOf } from './effect.ts';
import { attributeEvidence } from './evidence.ts';
import { exemptionFor } from './exemption.ts';
import { guardedAgainst, type Guarded } from './guarded.ts';
import { missingAttribute } from './missing-attribute.ts';
import type { Context, EstateSubject, Rule } from './rule.ts';
import { hasExclusions, isExcluded, optionsOf, severityOf, type RuleSettings, type SettingsOf } from './settings.ts';
import { subjectsOf } from './subjects.ts';
import type { Verdict } from './verdict.ts';

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
  readonly guarded: Guarded;
  /** The configuration takes something out of its sight. */
  readonly excludes: boolean;
}

interface Judging extends JudgeResources {
  /** Undefined where the strategy does not ask for the rule. */
  askedFor(strategy: Strategy, settings?: RuleSettings): Asked | undefined;
  /** Settings for the resource with the given ordinal. */
  settingsFor(resource: Resource, place: number): RuleSettings;
}

function askedBy(rule: Rule, strategy: Strategy, { intent, view, settings }: JudgeResources): Asked | undefined {
  const severity = severityOf(rule, strategy, settings);
  if (severity === 'off') return undefined;
  const context = { intent: intentFor(intent, strategy), graph: view, options: optionsOf(rule, settings) };
  return { severity, context, guarded: guardedAgainst(rule, context), excludes: hasExclusions(rule, settings) };
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
  const known: RuleSettings[] = [];
  return (resource, place) => (known[place] ??= settingsFrom(resource));

  function settingsFrom({ id, tags, sources }: Resource): RuleSettings {
    const files = sources.flatMap(({ file }) => file ?? []);
    return settingsOf?.(files[0] ?? '', { service: services.of(id), tags, files }) ?? settings;
  }
}

function judgeEach(rule: Rule, input: Judging): Judgement[] {
  const { intent, services, view } = input;
  // Asking every resource for its service is worth it only where services differ.
  const differ = Object.values(intent.services).some(({ strategy }) => strategy !== undefined);
  const everywhere = differ || input.settingsOf !== undefined ? undefined : (input.askedFor(intent.strategy) ?? 'nowhere');
  if (everywhere === 'nowhere') return [];
  const { resources, places } = subjectsOf(rule, view, intent);
  const found: Judgement[] = [];
  for (let at = 0; at < resources.length; at++) {
    const resource = resources[at] as Resource;
    const place = places[at] ?? 0;
    const settings = input.settingsFor(resource, place);
    const asked = everywhere ?? input.askedFor(differ ? strategyOf(intent, services.at(place)) : intent.strategy, settings);
    if (asked === undefined || (asked.excludes && isExcluded(rule, settings, [resource.id, resource.name, ...resource.sources.map(({ file }) => file)]))) continue;
    const verdict = asked.guarded(resource, place) ?? missingAttribute(rule, resource) ?? (rule.check(resource as never, asked.context as never) as Verdict | undefined);
    if (verdict === undefined) continue;
    const evidence = attributeEvidence(resource, rule.needs, verdict.evidence);
    found.push(judgement(rule, asked, { intent, subject: resource.id, title: resource.name, resources: [resource.id], verdict, evidence, source: resource.sources[0], service: services.at(place) }));
  }
  return found;
}

function judgeEstate(rule: Rule, input: Judging): Judgement[] {
  const { intent, view } = input;
  const asked = input.askedFor(intent.strategy);
  if (asked === undefined) return [];
  const found = rule.check(view as never, asked.context as never) as Iterable<EstateSubject>;
  return Array.from(found, ({ subject, title, resources = [], verdict }) => {
    const [first] = resources;
    const source = first === undefined ? undefined : view.resource(first)?.sources[0];
    const service = soleService(resources, input) ?? 'estate';
    return judgement(rule, asked, { intent, subject, title, resources: [...resources], verdict, evidence: [...(verdict.evidence ?? [])], source, service });
  });
}

/** The service that all of the resources belong to, if it is one. */
function soleService(resources: readonly string[], { services }: JudgeResources): string | undefined {
  const [first] = resources;
  const service = first === undefined ? undefined : services.of(first);
  return resources.every((id) => services.of(id) === service) ? service : undefined;
}

interface Judged extends Pick<Judgement, 'subject' | 'title' | 'resources' | 'evidence' | 'service'> {
  readonly verdict: Verdict;
  readonly source: Source | undefined;
  readonly intent: Intent;
}

function judgement(rule: Rule, { severity, context }: Asked, { subject, title, resources, verdict, evidence, source, service, intent }: Judged): Judgement {
  const exemption = verdict.state === 'gap' ? exemptionFor(intent, rule.id, [subject, title]) : undefined;
  const made: Judgement = {
    rule: rule.id,
    state: exemption === undefined ? verdict.state : 'exempt',
    severity,
    subject,
    title,
    service,
    resources,
    message: exemption === undefined ? (verdict.message ?? 'Looked, and nothing stands in the way.') : `${exemption.reason} (${verdict.message ?? ''})`,
    targets: [intent.target],
    evidence,
    fingerprint: fingerprint(rule.id, subject),
    ...(source === undefined ? {} : { source }),
  };
  if (verdict.state === 'gap') made.effect = effectOf(rule, context.intent.strategy);
  if (verdict.state === 'gap' && verdict.fix !== undefined) made.fix = verdict.fix;
  if (verdict.state === 'gap' && verdict.blocking === true) made.blocking = true;
  if (verdict.state === 'unknown' && verdict.ask !== undefined) made.ask = verdict.ask;
  return made;
}
