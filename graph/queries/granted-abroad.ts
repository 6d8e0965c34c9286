import type { Edge } from '../estate.ts';
import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import type { EstateView } from '../view.ts';
import { peers } from './peer.ts';

const isStore = (view: EstateView, id: string): boolean => {
  const kind = view.resource(id)?.kind;
  return kind !== undefined && (kinds[kind] as Kind).traits.includes('data-store');
};

/**
 * Whether an edge into another region only says what a role allows that serves several regions: nothing but its policies proves it, and
 * who runs under it uses the counterpart in its own region. A role is global; that it may read both buckets does not mean that the
 * function of one region reads the bucket of the other. A name that both go by proves no more.
 */
export function isGrantedAbroad(view: EstateView, { from, to, type, evidence }: Edge): boolean {
  // A store waits for no key of another region: its replication names the key that copies there are encrypted with.
  if (type === 'uses-key') return isStore(view, from);
  const user = view.resource(from);
  const target = view.resource(to);
  if (user?.region === undefined || user.region === 'global' || target?.region === undefined || target.region === user.region) return false;
  // Asked of every edge between regions, so that looking for counterparts comes last.
  if (evidence.some(({ how, confidence }) => !how.startsWith('role ') && confidence !== 'mentioned')) return false;
  const near = new Set(peers(view, target, user.region).map(({ resource }) => resource.id));
  const used = near.size === 0 ? [] : view.out(from).filter((edge) => near.has(edge.to));
  const ways = new Set(used.flatMap((edge) => edge.evidence.map(({ how }) => how)));
  return used.length > 0 && evidence.every(({ how, confidence }) => how.startsWith('role ') || (confidence === 'mentioned' && ways.has(how)));
}
