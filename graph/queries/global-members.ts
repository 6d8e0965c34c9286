import type { EstateView } from '../view.ts';
import type { KindId, Resource } from '../../model/resource.ts';
import { hasSymbol } from '../../model/symbol.ts';
import { perView } from '../per-view.ts';
import { shortName, type Place } from './place.ts';

/** Kinds that span regions, by the kind of their members. */
const globalKinds = {
  'rds-cluster': 'rds-global-cluster',
  'docdb-cluster': 'docdb-global-cluster',
  'neptune-cluster': 'neptune-global-cluster',
  'elasticache-replication-group': 'elasticache-global-replication-group',
  'memorydb-cluster': 'memorydb-multi-region-cluster',
} as const satisfies Partial<Record<KindId, KindId>>;
export type MemberKind = keyof typeof globalKinds;

const sayings = {
  'rds-cluster': 'globalCluster',
  'docdb-cluster': 'globalCluster',
  'neptune-cluster': 'globalCluster',
  'elasticache-replication-group': 'globalGroup',
  'memorydb-cluster': 'multiRegionCluster',
} as const satisfies Record<MemberKind, string>;

/** Resources by kind and the literal name of the global database that they say they belong to. */
const byGlobalName = perView((view) => {
  const index = new Map<string, Resource[]>();
  for (const kind of Object.keys(globalKinds) as MemberKind[]) {
    for (const resource of view.ofKind(kind) as readonly Resource[]) {
      const name = globalNameOf(resource, kind);
      if (name === undefined || hasSymbol(name)) continue;
      const key = `${kind}\n${plain(kind, name)}`;
      const found = index.get(key);
      if (found) found.push(resource);
      else index.set(key, [resource]);
    }
  }
  return index;
});

/** MemoryDB and ElastiCache put five letters before the name that is asked for: virxk-sessions. */
const plain = (kind: MemberKind, name: string): string => (kind === 'memorydb-cluster' || kind === 'elasticache-replication-group' ? name.replace(/^[a-z]{5}-/, '') : name);

function globalNameOf({ attributes }: Resource, kind: MemberKind): string | undefined {
  return (attributes as Readonly<Record<string, string | undefined>>)[sayings[kind]];
}

/**
 * Other members of the global database, datastore or Multi-Region cluster that a resource belongs to; undefined where it belongs to none.
 * The global resource may be in the estate, or members may only name the same one.
 */
export function globalMembers(view: EstateView, member: Resource): readonly Place[] | undefined {
  const kind = member.kind as MemberKind;
  const spanning = view.in(member.id, 'contains').filter(({ from }) => view.resource(from)?.kind === globalKinds[kind]);
  const name = globalNameOf(member, kind);
  if (spanning.length === 0 && name === undefined) return undefined;
  const places = new Map<string, Place>();
  const add = (resource: Resource | undefined): void => {
    if (resource !== undefined && resource.id !== member.id) places.set(resource.id, { name: resource.name, region: resource.region, resource });
  };
  for (const { from } of spanning) {
    for (const { to } of view.out(from, 'contains')) add(view.resource(to));
    for (const { to, region } of view.dangling(from, 'contains')) places.set(to, { name: shortName(to), region });
    for (const place of namedMembers(view.resource(from))) places.set(`${place.name} ${place.region}`, place);
  }
  const suffixes = spanning.flatMap(({ from }) => { const of = view.resource(from); return of?.kind === 'memorydb-multi-region-cluster' || of?.kind === 'elasticache-global-replication-group' ? (of.attributes.suffix ?? []) : []; });
  for (const global of [...(name === undefined ? [] : [plain(kind, name)]), ...suffixes]) for (const other of byGlobalName(view).get(`${kind}\n${global}`) ?? []) add(other);
  return [...places.values()];
}

/** A resource of the kind in the region that joins, or may join, a global one of which nobody told the name. MemoryDB says no more than the name. */
export function strayMember(view: EstateView, { kind }: Resource, region: string): Resource | undefined {
  if (kind === 'memorydb-cluster') return undefined;
  const own = kind as MemberKind;
  return (view.ofKind(own) as readonly Resource[]).find((other) => {
    const { joinsGlobalCluster, joinsGlobalGroup } = other.attributes as { readonly joinsGlobalCluster?: boolean; readonly joinsGlobalGroup?: boolean };
    const name = globalNameOf(other, own);
    return other.region === region && (joinsGlobalCluster ?? joinsGlobalGroup) !== false && (name === undefined || hasSymbol(name)) && view.in(other.id, 'contains').every(({ from }) => view.resource(from)?.kind !== globalKinds[own]);
  });
}

/** Members that a global datastore names together with their region. */
function namedMembers(spanning: Resource | undefined): Place[] {
  if (spanning?.kind !== 'elasticache-global-replication-group') return [];
  return (spanning.attributes.members ?? []).flatMap(({ group, region }) => (group === undefined || hasSymbol(group) ? [] : [{ name: group, region }]));
}
