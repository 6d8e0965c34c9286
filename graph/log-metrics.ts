import { isKind, type Resource } from '../model/resource.ts';
import type { Connecting } from './connect.ts';
import type { EdgeCollector } from './edge-collector.ts';
import type { Edge } from './estate.ts';

/** Alarms on metrics that filters make of log events watch those logs, although nothing but the metric's name ties the two together. */
export function proveLogMetrics(all: readonly Connecting[], edges: EdgeCollector<Edge>): void {
  const groups = new Map<string, Resource[]>();
  for (const { resource } of all) {
    if (!isKind(resource, 'log-group')) continue;
    for (const metric of resource.attributes.metricFilters ?? []) {
      const key = placed(resource, metric);
      const found = groups.get(key);
      if (found) found.push(resource);
      else groups.set(key, [resource]);
    }
  }
  if (groups.size === 0) return;
  for (const { resource } of all) {
    if (!isKind(resource, 'cloudwatch-alarm')) continue;
    const source = resource.evidence['metrics'] ?? resource.sources[0];
    for (const { namespace, name } of resource.attributes.metrics ?? []) {
      if (namespace === undefined || name === undefined) continue;
      const metric = `${namespace}/${name}`;
      for (const group of groups.get(placed(resource, metric)) ?? []) {
        if (group.account === undefined || resource.account === undefined || group.account === resource.account) edges.prove({ from: resource.id, to: group.id, type: 'observes' }, { how: `metric ${metric}`, source, confidence: 'inferred' }, false);
      }
    }
  }
}

const placed = ({ region = '' }: Resource, metric: string): string => `${region}\n${metric}`;
