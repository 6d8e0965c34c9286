import { useSyncExternalStore } from 'react';
import { parseRoute, type Route } from './parse-route.ts';

/** Address of a page with the given query; empty values are left out. */
export function hrefOf(page: string, query: Readonly<Record<string, string | undefined>>): string {
  const told = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '');
  const search = new URLSearchParams(told.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
  return `#/${page}${search === '' ? '' : `?${search}`}`;
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => window.location.hash));
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** `replace` keeps the address of before out of the history: for what changes with every key. */
export function go(page: string, query: Readonly<Record<string, string | undefined>>, { replace = false }: { readonly replace?: boolean } = {}): void {
  const href = hrefOf(page, query);
  if (href === window.location.hash) return;
  if (!replace) {
    window.location.hash = href.slice(1);
    return;
  }
  window.history.replaceState(null, '', href);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
