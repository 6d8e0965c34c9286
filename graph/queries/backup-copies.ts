import type { EstateView, ResourceOf } from '../view.ts';
import { featureAvailability, type FeatureId } from '../../model/feature.ts';
import { matchesPattern } from '../../model/pattern.ts';
import type { KindId, Resource } from '../../model/resource.ts';
import { likelyArn } from '../likely-arn.ts';
import { perView } from '../per-view.ts';
import { placeOf, type Place } from './place.ts';

type Plan = ResourceOf<'backup-plan'>;

/** Backup plans that make copies, with the vaults that they copy to. */
const copyingPlans = perView((view) => {
  const plans = view.ofKind('backup-plan').flatMap((plan): { plan: Plan; vaults: Place[] }[] => {
    const vaults = plan.attributes.copyVaults?.map((vault) => placeOf(view, vault, { from: plan, type: 'AWS::Backup::BackupVault' })) ?? [{ name: 'a vault that nobody named' }];
    return vaults.length === 0 ? [] : [{ plan, vaults }];
  });
  return Map.groupBy(plans, ({ plan }) => placeKey(plan));
});

/** A plan selects resources of its own account and region. */
const placeKey = ({ account, region }: Resource): string => `${account ?? ''} ${region ?? ''}`;

/** Backup plans that select the store and copy its recovery points to the region; `possible` ones copy to a vault of unknown region. */
export function backupCopies(view: EstateView, store: Resource, region: string): { readonly sure: readonly Plan[]; readonly possible: readonly Plan[] } {
  const sure: Plan[] = [];
  const possible: Plan[] = [];
  if (!canBeCopied(store, region)) return { sure, possible };
  for (const { plan, vaults } of copyingPlans(view).get(placeKey(store)) ?? []) {
    if (!selects(view, plan, store)) continue;
    if (vaults.some((vault) => vault.region === region)) sure.push(plan);
    else if (vaults.some((vault) => vault.region === undefined)) possible.push(plan);
  }
  return { sure, possible };
}

/** Kinds whose recovery points AWS Backup copies across regions, as a rule. */
const copyable: ReadonlySet<string | undefined> = new Set([
  's3-bucket', 'dynamodb-table', 'dsql-cluster', 'rds-instance', 'rds-cluster', 'docdb-cluster', 'neptune-cluster', 'efs-file-system', 'fsx-file-system', 'ebs-volume', 'ec2-instance',
]);
/** Features whose regions are limited, by kind. */
const limited: Readonly<Record<string, FeatureId>> = { 'docdb-cluster': 'backup-copy-documentdb', 'neptune-cluster': 'backup-copy-neptune', 'fsx-file-system': 'backup-copy-fsx' };

function canBeCopied(store: Resource, region: string): boolean {
  if (!copyable.has(store.kind)) return false;
  if (store.kind === 'rds-cluster' && store.attributes.engine === undefined) return false;
  return (store.kind !== 'fsx-file-system' || store.attributes.system !== undefined) && copyObstacle(store, region) === undefined;
}

/** What AWS Backup documents against copies of the store to the region, in words; undefined where nothing is known against it. */
export function copyObstacle(store: Resource, region: string): string | undefined {
  if (store.kind === 'rds-cluster' && store.attributes.engine !== undefined && !store.attributes.engine.startsWith('aurora')) return 'Multi-AZ DB clusters are not copied';
  if (store.kind === 'fsx-file-system' && store.attributes.system === 'ONTAP') return 'FSx for ONTAP is not copied';
  if (store.kind === 'redshift-serverless-namespace') return 'Redshift Serverless is not copied';
  const feature = limited[store.kind ?? ''];
  if (feature === undefined || store.region === undefined) return undefined;
  const { state, note } = featureAvailability(feature, store.region, region);
  return state === 'unavailable' ? (note ?? `${feature} does not work between ${store.region} and ${region}`) : undefined;
}

/** Kinds that a plan may select, by account and region. */
const backedUp = perView((view) => Map.groupBy([...copyable, 'redshift-serverless-namespace'].flatMap((kind) => view.ofKind(kind as KindId) as readonly Resource[]), placeKey));

/** Stores that the selections of a plan take in. */
export function selectedBy(view: EstateView, plan: Plan): readonly Resource[] {
  return (backedUp(view).get(placeKey(plan)) ?? []).filter((store) => selects(view, plan, store));
}

/** Whether a selection of the plan takes the store in: one of them is enough. */
function selects(view: EstateView, plan: Plan, store: Resource): boolean {
  const means = meaning(view, plan, store);
  return (plan.attributes.selections ?? []).some((selection) => takesIn(selection, store, means));
}

/** Where tags, ARNs and conditions stand together in one selection all of them must match, so that nothing counts by chance. */
function takesIn(all: readonly string[], store: Resource, means: (identifier: string) => boolean): boolean {
  const kinds = Map.groupBy(all, (each) => /^(tag|not|if):/.exec(each)?.[1] ?? 'named');
  const { tags = [], not = [], when = [], named = [] } = { tags: kinds.get('tag'), not: kinds.get('not'), when: kinds.get('if'), named: kinds.get('named') };
  if (tags.length + named.length + when.length === 0) return false;
  return (
    (tags.length === 0 || tags.some((tag) => holds(`if:StringEquals:aws:ResourceTag/${tag.slice('tag:'.length)}`, store))) &&
    (named.length === 0 || named.some(means)) &&
    when.every((condition) => holds(condition, store)) &&
    !not.some((name) => means(name.slice('not:'.length)))
  );
}

/** if:StringEquals:aws:ResourceTag/tier=gold, on the store's tags. */
function holds(condition: string, { tags }: Resource): boolean {
  const [, operator = '', key = '', wanted = ''] = /^if:(\w+):aws:ResourceTag\/([^=]*)=(.*)$/s.exec(condition) ?? [];
  const value = Object.hasOwn(tags, key) ? tags[key] : undefined;
  const isLike = operator.endsWith('Like') ? value !== undefined && matchesPattern(wanted, value) : value === wanted;
  return operator.includes('Not') ? operator !== '' && !isLike : isLike;
}

/** Whether an identifier or pattern of the plan means the store. */
const meaning = (view: EstateView, plan: Plan, store: Resource) => {
  const arn = store.arn ?? likelyArn(store);
  return (identifier: string): boolean => matchesPattern(identifier, arn) || view.resolve(identifier, plan).some(({ id }) => id === store.id);
};
