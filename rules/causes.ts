import { selectedBy } from '../graph/queries/backup-copies.ts';
import type { EstateView } from '../graph/view.ts';
import { severities, type Intent } from '../model/intent.ts';
import { compareText } from '../model/json.ts';
import type { Judgement } from '../model/readiness.ts';
import type { Resource } from '../model/resource.ts';
import { categoryOf } from './rule.ts';

/** Fingerprint of the gap that another one follows from, by fingerprint of that other: to close the first closes it too. */
export type Causes = ReadonlyMap<string, string>;

interface Linking {
  readonly view: EstateView;
  readonly intent: Pick<Intent, 'target'>;
  /** Open gaps. */
  readonly gaps: readonly Judgement[];
}

/** Gaps that say that nothing in the target answers to a resource: where a whole unit was not deployed there, all of them do. */
const noCounterpart: ReadonlySet<string> = new Set([
  'compute-no-peer', 'messaging-no-peer', 'network-no-peer', 'network-no-vpc', 'network-endpoint-parity', 'operations-observability-parity', 'config-ssm-param-missing',
  'config-acm-cert-missing', 'config-kms-target-key-missing', 'traffic-waf-regional-missing', 'traffic-apigw-domain-missing', 'messaging-eb-parity', 'data-kinesis-regional',
  'operations-security-baseline-missing', 'operations-config-recorder-missing', 'config-appconfig-single-region', 'graph-spof',
]);

/** Rules on resources that speak of a text in their configuration, which the rules on code see too. */
const ofText: ReadonlySet<string> = new Set([
  'compute-ecs-regional', 'compute-lambda-regional', 'compute-launch-template-regional', 'artifact-image-cross-region-pull', 'identity-iam-regional-arn', 'identity-iam-region-condition',
  'config-regional-value', 'network-az-name', 'network-privatelink-crossregion-dep', 'graph-cross-region-sync-call', 'compute-workflow-inflight', 'artifact-ami-missing',
]);

/** One cause, one finding: which gaps follow from which. A cause has no cause of its own. */
export function causesOf(linking: Linking): Causes {
  const found = new Map<string, string>();
  const link = (from: Judgement, to: Judgement): void => {
    if (from.fingerprint !== to.fingerprint && !found.has(from.fingerprint)) found.set(from.fingerprint, to.fingerprint);
  };
  const bySubject = Map.groupBy(linking.gaps, ({ subject }) => subject);
  regionLacks(linking, bySubject, link);
  undeployedUnits(linking, link);
  uncopiedPlans(linking, bySubject, link);
  sameResource(bySubject, link);
  sameText(linking, link);
  return new Map([...found].map(([from]) => [from, rootOf(from, found)]));
}

type Link = (from: Judgement, to: Judgement) => void;

function rootOf(fingerprint: string, causes: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let root = fingerprint;
  for (let next = causes.get(root); next !== undefined && !seen.has(next); next = causes.get(root)) {
    seen.add(root);
    root = next;
  }
  return root;
}

/** What the target does not offer has no counterpart there. */
function regionLacks({ gaps }: Linking, bySubject: ReadonlyMap<string, readonly Judgement[]>, link: Link): void {
  for (const lack of gaps) {
    if (!['region-service-unavailable', 'region-resource-type-unavailable', 'region-partition-mismatch'].includes(lack.rule)) continue;
    for (const id of lack.resources) for (const gap of bySubject.get(id) ?? []) if (noCounterpart.has(gap.rule)) link(gap, lack);
  }
}

/** A template, module or stack of which nothing is in the target: its gaps are one, told by the worst of them. */
function undeployedUnits({ view, intent: { target }, gaps }: Linking, link: Link): void {
  const unitOf = ({ sources: [{ file }], stack }: Resource): string | undefined => file ?? stack;
  const lacking = gaps.flatMap((gap) => {
    const resource = noCounterpart.has(gap.rule) ? view.resource(gap.subject) : undefined;
    const unit = resource === undefined ? undefined : unitOf(resource);
    return unit === undefined ? [] : [{ unit, gap }];
  });
  if (lacking.length < 2) return;
  const there = new Set([...view.estate.resources.values()].flatMap((resource) => (resource.region === target ? (unitOf(resource) ?? []) : [])));
  for (const [unit, of] of Map.groupBy(lacking, ({ unit }) => unit)) {
    const [worst, ...others] = there.has(unit) ? [] : of.map(({ gap }) => gap).sort(byWeight);
    if (worst !== undefined) for (const other of others) link(other, worst);
  }
}

/** Data that a plan backs up is not in the target because the plan copies nothing there. */
function uncopiedPlans({ view, gaps }: Linking, bySubject: ReadonlyMap<string, readonly Judgement[]>, link: Link): void {
  for (const gap of gaps) {
    const plan = gap.rule === 'data-backup-no-copy-action' ? view.resource(gap.subject) : undefined;
    if (plan?.kind !== 'backup-plan') continue;
    for (const { id } of selectedBy(view, plan)) for (const other of bySubject.get(id) ?? []) if (isUncopied(other)) link(other, gap);
  }
}

const isUncopied = ({ rule }: Judgement): boolean => /^data-.*-(?:no-[a-z]+|single-region)$/.test(rule) && rule !== 'data-backup-no-copy-action';

/** That much hangs on a resource is no second finding where the resource has no counterpart or copy. */
function sameResource(bySubject: ReadonlyMap<string, readonly Judgement[]>, link: Link): void {
  for (const gaps of bySubject.values()) {
    const [cause] = gaps.filter((gap) => gap.rule !== 'graph-spof' && (noCounterpart.has(gap.rule) || isUncopied(gap))).sort(byWeight);
    if (cause !== undefined) for (const gap of gaps) if (gap.rule === 'graph-spof') link(gap, cause);
  }
}

/** A region in a template is one finding: what the resource that it stands in says of it. */
function sameText({ view, gaps }: Linking, link: Link): void {
  const speaking = gaps.filter(({ rule }) => ofText.has(rule)).flatMap((gap) => (view.resource(gap.subject)?.sources ?? []).flatMap(({ file, path }) => (file === undefined || path === undefined ? [] : [{ key: `${file}\n${nameIn(path)}`, gap }])));
  const byPlace = Map.groupBy(speaking, ({ key }) => key);
  for (const gap of gaps) {
    const { occurrence } = gap;
    if (occurrence?.enclosing === undefined || categoryOf(gap.rule) !== 'code') continue;
    const told = byPlace.get(`${occurrence.file}\n${nameIn(occurrence.enclosing)}`)?.map((each) => each.gap).sort((a, b) => Number(a.rule.startsWith('graph-')) - Number(b.rule.startsWith('graph-')) || byWeight(a, b)) ?? [];
    const [cause] = told.filter(({ message, evidence }) => [message, ...evidence.map(({ value }) => value)].some((text) => text.includes(occurrence.text) || occurrence.regions.some((region) => text.includes(region))));
    if (cause !== undefined) link(gap, cause);
  }
}

/** `Task` of Resources.Task and Resources.Task.Properties…; the address of a Terraform resource within its module. */
const nameIn = (path: string): string => (path.startsWith('Resources.') ? (path.split('.', 2)[1] ?? path) : path.replace(/^(?:module\.[\w-]+(?:\[[^\]]*\])?\.)+/, '').replace(/^resource\./, '').replace(/\[[^\]]*\]$/, ''));

function byWeight(a: Judgement, b: Judgement): number {
  return Number(b.blocking === true) - Number(a.blocking === true) || severities.indexOf(a.severity) - severities.indexOf(b.severity) || compareText(a.rule, b.rule) || compareText(a.subject, b.subject);
}
