import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import { compareText } from '../../model/json.ts';
import type { Resource } from '../../model/resource.ts';
import type { EstateView } from '../view.ts';

/** copied: a copy stays · lost: looked, and there is none · unknown: nobody told us of copies, nor that there are none. */
export type DataState = 'copied' | 'lost' | 'unknown';

export interface DataRisk {
  /** Store that is lost. */
  readonly id: string;
  readonly state: DataState;
  /** Resources or regions that keep a copy, in order. */
  readonly copies: readonly string[];
  /** Resources that write to it: whose data it is. */
  readonly writers: readonly string[];
}

/** Whether the resource keeps data that cannot be made anew: its kind says so, or something writes to it. */
export function holdsData(view: EstateView, { id, kind }: Resource): boolean {
  if (kind !== undefined) return (kinds[kind] as Kind).traits.includes('data-store');
  return view.in(id, 'writes').length > 0;
}

/** What becomes of the data of the lost resources. `lostRegion`: copies in that region do not count either. */
export function dataAtRisk(view: EstateView, lost: ReadonlySet<string>, lostRegion?: string): DataRisk[] {
  const risks: DataRisk[] = [];
  for (const id of [...lost].sort(compareText)) {
    const resource = view.resource(id);
    if (resource === undefined || !holdsData(view, resource)) continue;
    const copies = copiesOf(view, resource, { lost, lostRegion });
    const writers = [...new Set(view.in(id, 'writes').map(({ from }) => from))].sort(compareText);
    risks.push({ id, state: copies.length > 0 ? 'copied' : isCopyKnown(resource) ? 'lost' : 'unknown', copies, writers });
  }
  return risks;
}

interface Loss {
  readonly lost: ReadonlySet<string>;
  readonly lostRegion: string | undefined;
}

/** Replicas and originals in the estate that are not lost too, references to copies elsewhere, and regions that the store's attributes name. */
function copiesOf(view: EstateView, { id, region, attributes }: Resource, { lost, lostRegion }: Loss): string[] {
  const linked = [...view.out(id, 'replicates').map(({ to }) => to), ...view.in(id, 'replicates').map(({ from }) => from)];
  const { replicaRegions = [], copyRegions = [] } = attributes as Readonly<{ replicaRegions?: readonly string[]; copyRegions?: readonly string[] }>;
  // A region that is named counts only where no resource stands for the copy in it, for that may be lost too.
  const standing = new Set<string | undefined>([region, lostRegion, ...linked.map((other) => view.resource(other)?.region)]);
  const named = [...replicaRegions, ...copyRegions].filter((other) => !standing.has(other));
  const abroad = view.dangling(id, 'replicates').filter((other) => other.region === undefined || other.region !== lostRegion).map(({ to }) => to);
  return [...new Set([...linked.filter((other) => !lost.has(other)), ...named, ...abroad])].sort(compareText);
}

/** Whether a source told of the store's copies, be it that there are none. */
function isCopyKnown({ attributes }: Resource): boolean {
  return ['replicaRegions', 'copyRegions', 'replication'].some((name) => Object.hasOwn(attributes, name));
}
