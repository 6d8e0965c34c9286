import { compareText } from '../../model/json.ts';
import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import type { Resource } from '../../model/resource.ts';
import type { Edge } from '../estate.ts';
import type { EstateView } from '../view.ts';
import { backupCopies } from './backup-copies.ts';
import { globalMembers } from './global-members.ts';
import { hasSymbol } from '../../model/symbol.ts';
import { shortName, type Place } from './place.ts';
import { snapshotPolicies } from './snapshot-policies.ts';

/** Why something holds a copy: data flows there · both belong to one global database · backups or snapshots are copied there. */
export type CopyBasis = 'replication' | 'membership' | 'backup';

export interface Copy extends Place {
  readonly basis: CopyBasis;
}

/** Where the resource's data is replicated to by edges of the graph: replicas in the estate, and those that only an identifier names. */
export function replicasOf(graph: EstateView, { id }: Resource): Place[] {
  const known = graph.out(id, 'replicates').flatMap(({ to }) => placeIn(graph, to));
  const named = graph.dangling(id, 'replicates').map(({ to, region }): Place => ({ name: shortName(to), region }));
  return [...known, ...named];
}

/** Regions of the places, sorted, each once; places whose region nobody told us left out. */
export function regionsOf(places: readonly Place[]): string[] {
  return [...new Set(places.flatMap(({ region }) => region ?? []))].sort(compareText);
}

/**
 * Everything that holds a copy of the resource's data, by every relation there is: replicas of it, what it is a replica of and the other
 * replicas of that, the other members of its global database, and the regions that its backups and snapshots are copied to.
 */
export function copiesOf(view: EstateView, resource: Resource): readonly Copy[] {
  const sources = view.in(resource.id, 'replicates').flatMap(({ from }) => placeIn(view, from)).filter(({ resource: source }) => source?.resourceType === resource.resourceType);
  const siblings = sources.flatMap(({ resource: source }) => (source === undefined ? [] : replicasOf(view, source)));
  const replicas = [...replicasOf(view, resource), ...sources, ...siblings].map((place): Copy => ({ ...place, basis: 'replication' }));
  const members = (isMember(resource) ? (globalMembers(view, resource) ?? []) : []).map((place): Copy => ({ ...place, basis: 'membership' }));
  const all = [...replicas, ...members, ...backupRegions(view, resource).map((region): Copy => ({ name: `backups of ${resource.name}`, region, basis: 'backup' }))];
  const unique = new Map(all.filter((copy) => copy.resource?.id !== resource.id).map((copy) => [copy.resource?.id ?? `${copy.name} ${copy.region}`, copy]));
  return [...unique.values()];
}

/** A use of data in a region from which there is no way back to it once the other region is lost. */
export interface UncopiedUse {
  readonly edge: Edge;
  readonly user: Resource;
  readonly store: Resource;
  /** A copy may be there for all that anybody told us: one whose region is not known, or a plan that copies backups to a vault of unknown region. */
  readonly possibly: boolean;
}

/** Who reads or writes data that has no copy in the region: "X reads Y, which has no copy in Z". Global stores need none. */
export function uncopiedUses(view: EstateView, region: string): UncopiedUse[] {
  const state = new Map<string, 'copied' | 'possibly' | 'missing'>();
  return view.estate.edges.flatMap((edge): UncopiedUse[] => {
    if (edge.type !== 'reads' && edge.type !== 'writes') return [];
    const user = view.resource(edge.from);
    const store = view.resource(edge.to);
    if (user === undefined || store === undefined || !holdsData(store)) return [];
    const known = state.get(store.id) ?? copyState(view, store, region);
    state.set(store.id, known);
    return known === 'copied' ? [] : [{ edge, user, store, possibly: known === 'possibly' }];
  });
}

/** Whether the data of a store has a copy in a region. Undefined for what holds no data or configuration. */
export function copyIn(view: EstateView, resource: Resource, region: string): 'copied' | 'possibly' | 'missing' | undefined {
  return holdsData(resource) ? copyState(view, resource, region) : undefined;
}

function copyState(view: EstateView, store: Resource, region: string): 'copied' | 'possibly' | 'missing' {
  if (store.region === region || store.region === 'global') return 'copied';
  const copies = copiesOf(view, store);
  const backups = backupCopies(view, store, region);
  if (copies.some((copy) => copy.region === region) || backups.sure.length > 0) return 'copied';
  return store.region === undefined || copies.some((copy) => copy.region === undefined) || backups.possible.length > 0 ? 'possibly' : 'missing';
}

const holdsData = ({ kind }: Resource): boolean => kind !== undefined && ['data-store', 'config'].some((trait) => (kinds[kind] as Kind).traits.includes(trait as never));

const memberKinds = new Set(['rds-cluster', 'docdb-cluster', 'neptune-cluster', 'elasticache-replication-group', 'memorydb-cluster']);
const isMember = ({ kind }: Resource): boolean => kind !== undefined && memberKinds.has(kind);

/** Regions that the service itself copies backups or snapshots to. */
function backupRegions(view: EstateView, resource: Resource): readonly string[] {
  switch (resource.kind) {
    case 'ebs-volume':
      return snapshotPolicies(view, resource).policies.flatMap(({ attributes: { copyRegions = [] } }) => copyRegions.filter((region) => !hasSymbol(region) && !region.startsWith('arn:')));
    case 'rds-instance':
      return resource.attributes.automatedBackupRegions ?? [];
    case 'redshift-cluster':
    case 'redshift-serverless-namespace':
      return resource.attributes.copyRegions ?? [];
    default:
      return [];
  }
}

function placeIn(view: EstateView, id: string): Place[] {
  const resource = view.resource(id);
  return resource === undefined ? [] : [{ name: resource.name, region: resource.region, resource }];
}
