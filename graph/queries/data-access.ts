import { compareText } from '../../model/json.ts';
import type { Resource } from '../../model/resource.ts';
import type { EstateView } from '../view.ts';
import { copiesOf, regionsOf, type Copy } from './copies.ts';
import { holdsData } from './data-risk.ts';
import type { Services } from './services.ts';

/** One service's use of one store and its copies. */
export interface StoreUse {
  readonly store: Resource;
  readonly service: string;
  /** Regions of the resources of the service that read or write the store or a copy of it, sorted. */
  readonly readers: readonly string[];
  readonly writers: readonly string[];
  /** Copies that can be used as they are: replicas and members, no backups. */
  readonly copies: readonly Copy[];
}

/** Who uses which store from where, for stores in the given regions. By store and service. */
export function storeUses(view: EstateView, services: Pick<Services, 'of'>, home: readonly string[]): StoreUse[] {
  const stores = [...view.estate.resources.values()].filter((resource) => resource.region !== undefined && home.includes(resource.region) && holdsData(view, resource));
  return stores.sort((a, b) => compareText(a.id, b.id)).flatMap((store) => usesOf(view, services, store));
}

function usesOf(view: EstateView, services: Pick<Services, 'of'>, store: Resource): StoreUse[] {
  const copies = copiesOf(view, store).filter(({ basis }) => basis !== 'backup');
  const nodes = new Set([store.id, ...copies.flatMap(({ resource }) => resource?.id ?? [])]);
  const byService = new Map<string, { readonly readers: { region: string | undefined; name: string }[]; readonly writers: { region: string | undefined; name: string }[] }>();
  for (const node of nodes) {
    for (const { from, type } of view.in(node, 'reads', 'writes')) {
      const user = view.resource(from);
      // A role may use it from anywhere; where that happens, those say who run with it.
      if (user === undefined || nodes.has(from) || user.region === 'global') continue;
      const service = services.of(from);
      const use = byService.get(service) ?? { readers: [], writers: [] };
      byService.set(service, use);
      use[type === 'reads' ? 'readers' : 'writers'].push({ region: user.region, name: user.name });
    }
  }
  return [...byService].sort(([a], [b]) => compareText(a, b)).map(([service, { readers, writers }]) => ({ store, service, readers: regionsOf(readers), writers: regionsOf(writers), copies }));
}
