import type { Resource } from '../../model/resource.ts';
import { perView } from '../per-view.ts';
import type { EstateView, ResourceOf } from '../view.ts';

type Policy = ResourceOf<'dlm-lifecycle-policy'>;
type Server = ResourceOf<'ec2-instance'>;

export interface SnapshotPolicies {
  /** Instances that the volume is attached to. */
  readonly servers: readonly Server[];
  /** Policies of Data Lifecycle Manager that make snapshots of it. */
  readonly policies: readonly Policy[];
}

const place = ({ account, region }: Resource): string => `${account ?? ''} ${region ?? ''}`;
const byPlace = perView((view) => Map.groupBy(view.ofKind('dlm-lifecycle-policy').filter(({ attributes }) => attributes.enabled !== false), place));

/** Policies of the volume's account and region that take it, or a server that it is attached to, in by a tag; or whatever there is, without exception. */
export function snapshotPolicies(view: EstateView, volume: ResourceOf<'ebs-volume'>): SnapshotPolicies {
  const servers = view.in(volume.id, 'writes', 'attaches').flatMap(({ from }) => {
    const user = view.resource(from);
    return user?.kind === 'ec2-instance' ? [user] : [];
  });
  const own = tagsOf(volume);
  const theirs = servers.map(tagsOf);
  const policies = (byPlace(view).get(place(volume)) ?? []).filter(({ attributes: { everything, excludes, takes, targetTags = [] } }) => {
    if (everything === true) return excludes === false && (takes === 'VOLUME' || servers.length > 0);
    return targetTags.some((tag) => (takes === 'INSTANCE' ? theirs.some((tags) => tags.has(tag)) : own.has(tag)));
  });
  return { servers, policies };
}

const tagsOf = ({ tags }: Resource): ReadonlySet<string> => new Set(Object.entries(tags).map(([key, value]) => `${key}=${value}`));
