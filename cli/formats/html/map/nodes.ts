import { csrOfLists } from '../../../../graph/csr.ts';
import { dependencyLevels } from '../../../../graph/queries/dependency-levels.ts';
import { compareText } from '../../../../model/json.ts';
import { statuses, type ServiceReadiness, type Status } from '../../../../model/readiness.ts';

/** A service in the map, or a group of services where there are too many to draw. */
export interface MapNode {
  readonly id: string;
  readonly services: readonly ServiceReadiness[];
  /** The worst of its services. */
  readonly status: Status;
  /** Column, from 0: what a node needs stands further left. */
  readonly level: number;
  /** Ids of nodes that it needs, in order. */
  readonly needs: readonly string[];
}

/** Most nodes that a person can still read. */
export const mostNodes = 40;
/** Name of the group that holds what no other group does. */
export const rest = 'everything else';

/** Services as nodes; above `mostNodes` of them, groups of services whose names begin alike. */
export function mapNodes(services: readonly ServiceReadiness[]): readonly MapNode[] {
  const groups = services.length <= mostNodes ? new Map(services.map((service) => [service.id, [service]])) : grouped(services);
  const groupOf = new Map([...groups].flatMap(([id, members]) => members.map((member) => [member.id, id] as const)));
  const ids = [...groups.keys()].sort(compareText);
  const needs = new Map(ids.map((id) => {
    const needed = (groups.get(id) ?? []).flatMap(({ dependsOn }) => dependsOn.map((other) => groupOf.get(other)));
    return [id, [...new Set(needed)].filter((other) => other !== undefined && other !== id).sort((a = '', b = '') => compareText(a, b)) as string[]];
  }));
  const ordinal = new Map(ids.map((id, index) => [id, index]));
  const levels = dependencyLevels(csrOfLists(ids.map((id) => (needs.get(id) ?? []).map((other) => ordinal.get(other) ?? 0))));
  const levelOf = new Map(levels.flatMap((level, index) => level.flat().map((node) => [ids[node] ?? '', index] as const)));
  return ids.map((id) => {
    const members = groups.get(id) ?? [];
    return { id, services: members, status: worstOf(members), level: levelOf.get(id) ?? 0, needs: needs.get(id) ?? [] };
  });
}

function worstOf(members: readonly ServiceReadiness[]): Status {
  return statuses.find((candidate) => members.some(({ status }) => status === candidate)) ?? 'unknown';
}

/**
 * Groups by as many leading words of the names as give at most `mostNodes`; if even one word gives more, those without
 * dependencies are put together, the harmless ones first.
 */
function grouped(services: readonly ServiceReadiness[]): Map<string, ServiceReadiness[]> {
  const byWords = [4, 3, 2, 1].map((words) => Map.groupBy(services, ({ id }) => id.split(/[-_/.:]/).slice(0, words).join('-')));
  const fitting = byWords.find(({ size }) => size > 1 && size <= mostNodes);
  if (fitting) return fitting;
  const coarsest = byWords.findLast(({ size }) => size > mostNodes) ?? new Map<string, ServiceReadiness[]>();
  const needed = new Set(services.flatMap(({ dependsOn }) => dependsOn));
  const isLinked = (members: readonly ServiceReadiness[]): boolean => members.some(({ id, dependsOn }) => dependsOn.length > 0 || needed.has(id));
  const ranked = [...coarsest].sort(([a, left], [b, right]) =>
    Number(isLinked(right)) - Number(isLinked(left)) || statuses.indexOf(worstOf(left)) - statuses.indexOf(worstOf(right)) || right.length - left.length || compareText(a, b));
  const kept = ranked.slice(0, mostNodes - 1);
  const others = ranked.slice(mostNodes - 1).flatMap(([, members]) => members);
  return new Map([...kept, [rest, others] as const]);
}
