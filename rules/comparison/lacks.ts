import { severities } from '../../model/intent.ts';
import type { Lack } from '../../model/comparison.ts';
import { compareText } from '../../model/json.ts';
import type { Judgement } from '../../model/readiness.ts';
import type { Judged } from '../judge.ts';
import { categoryOf } from '../rule.ts';

/** Rules of other categories that judge what a region offers. */
const others = new Set(['compute-instance-type-unavailable']);

/** Whether a rule judges the region itself rather than what the estate has put there. */
export function isRegionFact(rule: string): boolean {
  return categoryOf(rule) === 'region' || others.has(rule);
}

/** What the region lacks of what the estate uses, and what nobody told, worst first. */
export function lacksOf({ judgements }: Judged, serviceOf: (resource: string) => string): Lack[] {
  return judgements
    .flatMap((judgement) => (isRegionFact(judgement.rule) && (judgement.state === 'gap' || judgement.state === 'unknown') ? [lack(judgement, judgement.state, serviceOf)] : []))
    .sort((a, b) => compareText(a.state, b.state) || severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.resources - a.resources || compareText(a.title, b.title));
}

function lack({ rule, severity, title, message, resources, service }: Judgement, state: Lack['state'], serviceOf: (resource: string) => string): Lack {
  const services = resources.length === 0 ? [service] : [...new Set(resources.map(serviceOf))].sort(compareText);
  return { rule, state, severity, title, message, resources: resources.length, services };
}
