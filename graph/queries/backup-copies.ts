import type { EstateView, ResourceOf } from '../view.ts';
import { featureAvailability, type FeatureId } from '../../model/feature.ts';
import { matchesPattern } from '../../model/pattern.ts';
import type { Resource } from '../../model/resource.ts';
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

/** Kinds whose recovery points AWS Backup copies across regions. */
const copyable: ReadonlySet<string | undefined> = new Set(['s3-bucket', 'dynamodb-table', 'dsql-cluster', 'rds-instance', 'rds-cluster', 'docdb-cluster', 'neptune-cluster', 'efs-file-system']);
/** Features whose regions are limited, by kind. */
const limited: Readonly<Record<string, FeatureId>> = { 'docdb-cluster': 'backup-copy-documentdb', 'neptune-cluster': 'backup-copy-neptune' };

/** What AWS Backup documents as not copied across regions: Multi-AZ DB clusters, and some engines where a region needs opting in. */
function canBeCopied(store: Resource, region: string): boolean {
  if (!copyable.has(store.kind)) return false;
  if (store.kind === 'rds-cluster') return store.attributes.engine?.startsWith('aurora') === true;
  const feature = limited[store.kind ?? ''];
  return feature === undefined || featureAvailability(feature, store.region ?? '', region).state === 'available';
}

/**
 * Whether a selection of the plan takes the store in. Where tags, ARNs and conditions stand together all of them must match, so that
 * nothing counts by chance.
 */
function selects(view: EstateView, plan: Plan, store: Resource): boolean {
  const { selects: all = [] } = plan.attributes;
  const kinds = Map.groupBy(all, (each) => /^(tag|not|if):/.exec(each)?.[1] ?? 'named');
  const { tags = [], not = [], when = [], named = [] } = { tags: kinds.get('tag'), not: kinds.get('not'), when: kinds.get('if'), named: kinds.get('named') };
  if (tags.length + named.length + when.length === 0) return false;
  const means = meaning(view, plan, store);
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
