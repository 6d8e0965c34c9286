import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';

/** Aliases that stand for a key. */
export function aliasesOf(view: EstateView, key: Resource): Resource[] {
  return usersOf(view, key).filter(({ kind }) => kind === 'kms-alias');
}

/** Resources that use a key, directly or through one of its aliases; the aliases themselves left out. */
export function keyUsers(view: EstateView, key: Resource): Resource[] {
  const direct = usersOf(view, key);
  const aliases = direct.filter(({ kind }) => kind === 'kms-alias');
  const all = [...direct.filter(({ kind }) => kind !== 'kms-alias'), ...aliases.flatMap((alias) => usersOf(view, alias))];
  return [...new Map(all.map((user) => [user.id, user])).values()];
}

function usersOf(view: EstateView, { id }: Resource): Resource[] {
  return view.in(id, 'uses-key').flatMap(({ from }) => view.resource(from) ?? []);
}
