import type { Severity } from '../../model/intent.ts';
import { slug } from './markup.ts';
import { serviceOf, severityOrder, type Report } from './report.ts';

/** Sums over all verdicts that the views need, made in one pass. */
export interface Digest {
  readonly services: ReadonlyMap<string, ServiceDigest>;
  /** Services that need a service, by its id. */
  readonly neededBy: ReadonlyMap<string, readonly string[]>;
  /** Element ids of the services' sections. */
  readonly anchors: ReadonlyMap<string, string>;
}

export interface ServiceDigest {
  /** Gaps by rule, worst first. */
  readonly gaps: ReadonlyMap<number, RuleGaps>;
  /** Gaps that are critical or blocking: what makes the service's status "blocked". */
  readonly blockers: number;
}

export interface RuleGaps {
  readonly times: number;
  /** The worst among them. */
  readonly severity: Severity;
}

export function digestOf(report: Report): Digest {
  const services = new Map<string, { gaps: Map<number, RuleGaps>; blockers: number }>();
  for (let verdict = 0; verdict < report.size; verdict++) {
    if (report.state[verdict] !== 'gap') continue;
    const id = serviceOf(report, verdict);
    const digest = services.get(id) ?? { gaps: new Map<number, RuleGaps>(), blockers: 0 };
    const rule = report.rule[verdict] ?? 0;
    const { times = 0, severity } = digest.gaps.get(rule) ?? {};
    digest.gaps.set(rule, { times: times + 1, severity: worse(severity, report.severity[verdict] ?? 'info') });
    if (isBlocker(report, verdict)) digest.blockers++;
    services.set(id, digest);
  }
  const neededBy = new Map<string, string[]>();
  for (const { id, dependsOn } of report.wire.services) for (const needed of dependsOn) neededBy.set(needed, [...(neededBy.get(needed) ?? []), id]);
  return { services, neededBy, anchors: anchorsOf(report.wire.services.map(({ id }) => id)) };
}

export function worse(a: Severity | undefined, b: Severity): Severity {
  return a !== undefined && severityOrder.indexOf(a) <= severityOrder.indexOf(b) ? a : b;
}

/** The same test as that of the status `blocked`. */
export function isBlocker(report: Report, verdict: number): boolean {
  return report.state[verdict] === 'gap' && (report.severity[verdict] === 'critical' || report.blocking.has(verdict));
}

export function anchorsOf(ids: readonly string[]): Map<string, string> {
  const used = new Map<string, number>();
  return new Map(ids.map((id) => {
    const base = `service-${slug(id)}`;
    const times = (used.get(base) ?? 0) + 1;
    used.set(base, times);
    return [id, times === 1 ? base : `${base}--${times}`];
  }));
}
