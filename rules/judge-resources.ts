import type { Services } from '../graph/queries/services.ts';
import type { EstateView } from '../graph/view.ts';
import { fingerprint } from '../model/finding.ts';
import type { Intent, Severity } from '../model/intent.ts';
import type { Judgement } from '../model/readiness.ts';
import type { Resource } from '../model/resource.ts';
import { attributeEvidence } from './evidence.ts';
import { exemptionFor } from './exemption.ts';
import { guards } from './guards/index.ts';
import { missingAttribute } from './missing-attribute.ts';
import { categoryOf, type Context, type EstateSubject, type Rule } from './rule.ts';
import { isExcluded, optionsOf, severityOf, type RuleSettings } from './settings.ts';
import { subjectsOf } from './subjects.ts';
import { exempt, type Verdict } from './verdict.ts';

export interface JudgeResources {
  readonly view: EstateView;
  readonly services: Services;
  readonly rules: readonly Rule[];
  readonly settings: RuleSettings;
  readonly intent: Intent;
}

/** Verdicts of the rules on resources and on the estate as a whole. */
export function judgeResources(input: JudgeResources): Judgement[] {
  return input.rules.flatMap((rule) => {
    if (rule.on === 'code') return [];
    const severity = severityOf(rule, input.intent.strategy, input.settings);
    if (severity === 'off') return [];
    const context: Context = { intent: input.intent, graph: input.view, options: optionsOf(rule, input.settings) };
    return rule.on === 'estate' ? judgeEstate(rule, severity, { ...input, context }) : judgeEach(rule, severity, { ...input, context });
  });
}

interface Judging extends JudgeResources {
  readonly context: Context;
}

function judgeEach(rule: Rule, severity: Severity, input: Judging): Judgement[] {
  return subjectsOf(rule, input.view, input.intent).flatMap((resource) => {
    if (isExcluded(rule, input.settings, [resource.id, resource.name, ...resource.sources.map(({ file }) => file)])) return [];
    const verdict = verdictOn(rule, resource, input);
    if (verdict === undefined) return [];
    const evidence = [...attributeEvidence(resource, rule.needs ?? []), ...(verdict.evidence ?? [])];
    const subject = { subject: resource.id, title: resource.name, resources: [resource.id], verdict: { ...verdict, evidence } };
    return [judgement(rule, severity, { ...input, ...subject })];
  });
}

function verdictOn(rule: Rule, resource: Resource, { context, view, intent }: Judging): Verdict | undefined {
  const category = categoryOf(rule.id);
  for (const guard of guards) {
    if (!guard.categories.includes(category) || rule.unguarded?.includes(guard.id)) continue;
    const reason = guard.reason(resource, { graph: view, intent });
    if (reason !== undefined) return exempt(reason, { evidence: [{ what: 'guard', value: guard.id }] });
  }
  return missingAttribute(rule, resource) ?? (rule.check(resource as never, context as never) as Verdict | undefined);
}

function judgeEstate(rule: Rule, severity: Severity, input: Judging): Judgement[] {
  const found = rule.check(input.view as never, input.context as never) as Iterable<EstateSubject>;
  return Array.from(found, (subject) => judgement(rule, severity, { ...input, resources: [], ...subject }));
}

function judgement(rule: Rule, severity: Severity, input: Judging & EstateSubject): Judgement {
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
