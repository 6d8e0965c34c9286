import type { EstateView, ResourceOf } from '../../graph/view.ts';
import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import { matchesPattern } from '../../model/pattern.ts';
import { regionOf } from '../../model/region.ts';
import type { Resource } from '../../model/resource.ts';
import type { Context } from '../rule.ts';
import { ready, unknown, type Verdict } from '../verdict.ts';
import { perView } from './per-view.ts';
import { placeOf, type Place } from './places.ts';

type Plan = ResourceOf<'backup-plan'>;

/** Backup plans that make copies, with the vaults that they copy to. */
const copyingPlans = perView((view) =>
  view.ofKind('backup-plan').flatMap((plan): { plan: Plan; vaults: Place[] }[] => {
    const vaults = (plan.attributes.copyVaults ?? []).map((vault) => placeOf(view, vault, plan, 'AWS::Backup::BackupVault'));
    return vaults.length === 0 ? [] : [{ plan, vaults }];
  }),
);

/** Backup plans that select the store and copy its recovery points to the region; `possible` ones copy to a vault of unknown region. */
export function backupCopies(view: EstateView, store: Resource, region: string): { readonly sure: readonly Plan[]; readonly possible: readonly Plan[] } {
  const sure: Plan[] = [];
  const possible: Plan[] = [];
  if (!canBeCopied(store, region)) return { sure, possible };
  for (const { plan, vaults } of copyingPlans(view)) {
    if (plan.region !== store.region || !selects(view, plan, store)) continue;
    if (vaults.some((vault) => vault.region === region)) sure.push(plan);
    else if (vaults.some((vault) => vault.region === undefined)) possible.push(plan);
  }
  return { sure, possible };
}

/** For backup & restore a copied recovery point is enough. Undefined for other strategies, and where no plan copies the store. */
export function copiedByBackup(store: Resource, { intent, graph }: Context): Verdict | undefined {
  if (intent.strategy !== 'backup-restore') return undefined;
  const { sure, possible } = backupCopies(graph, store, intent.target);
  const [plan] = sure;
  if (plan !== undefined) return ready(`Backup plan ${plan.name} copies ${store.name} to ${intent.target}.`);
  const [maybe] = possible;
  return maybe === undefined
    ? undefined
    : unknown(`Backup plan ${maybe.name} copies ${store.name} to a vault whose region nobody told us; it may or may not be ${intent.target}.`);
}

/** Kinds whose recovery points AWS Backup copies across regions. */
const copyable: ReadonlySet<string | undefined> = new Set(['s3-bucket', 'dynamodb-table', 'rds-instance', 'rds-cluster', 'docdb-cluster', 'neptune-cluster', 'efs-file-system']);
/** Regions that need opting in and between which Neptune can be copied all the same. */
const neptuneOptIn = new Set(['af-south-1', 'ap-east-1', 'ap-southeast-3', 'il-central-1', 'me-south-1', 'me-central-1']);

/** What AWS Backup documents as not copied across regions: Multi-AZ DB clusters, and some engines where a region needs opting in. */
function canBeCopied(store: Resource, region: string): boolean {
  if (!copyable.has(store.kind)) return false;
  if (store.kind === 'rds-cluster') return store.attributes.engine?.startsWith('aurora') === true;
  const optIns = [store.region ?? '', region].filter((each) => regionOf(each)?.optIn === true);
  if (store.kind === 'docdb-cluster') return optIns.length === 0;
  return store.kind !== 'neptune-cluster' || optIns.every((each) => neptuneOptIn.has(each));
}

/** Whether a selection of the plan takes the store in. Where tags and ARNs stand together both must match, so that nothing counts by chance. */
function selects(view: EstateView, plan: Plan, store: Resource): boolean {
  const { selects: all = [] } = plan.attributes;
  const tags = all.filter((each) => each.startsWith('tag:'));
  const named = all.filter((each) => !each.startsWith('tag:'));
  if (all.length === 0) return false;
  const own = new Set(Object.entries(store.tags).map(([key, value]) => `tag:${key}=${value}`));
  return (tags.length === 0 || tags.some((tag) => own.has(tag))) && (named.length === 0 || named.some((name) => means(view, name, plan, store)));
}

function means(view: EstateView, identifier: string, plan: Plan, store: Resource): boolean {
  const arn = store.arn ?? likelyArn(store);
  return matchesPattern(identifier, arn) || view.resolve(identifier, plan).some(({ id }) => id === store.id);
}

/** ARN for a resource whose name AWS will make: good for patterns that take in every name. */
function likelyArn({ kind, name, region = '', account = '', partition = 'aws' }: Resource): string {
  const values: Readonly<Record<string, string>> = { partition, region, account, name, id: name };
  return ((kind === undefined ? undefined : (kinds[kind] as Kind).arn) ?? '').replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
}
