import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';

/** Aliases that stand for a key. */
export function aliasesOf(view: EstateView, key: Resource): Resource[] {
  return usersOf(view, key).filter(({ kind }) => kind === 'kms-alias');
}

/** Resources that a key encrypts, directly or through one of its aliases. Aliases, and roles that may only call the key, are left out. */
export function keyUsers(view: EstateView, key: Resource): Resource[] {
  const direct = usersOf(view, key);
  const all = [...direct, ...direct.filter(({ kind }) => kind === 'kms-alias').flatMap((alias) => usersOf(view, alias))];
  return [...new Map(all.map((user) => [user.id, user])).values()].filter(({ kind }) => kind !== 'kms-alias' && kind !== 'iam-role' && kind !== 'iam-policy');
}

function usersOf(view: EstateView, { id }: Resource): Resource[] {
  return view.in(id, 'uses-key').flatMap(({ from }) => view.resource(from) ?? []);
}
