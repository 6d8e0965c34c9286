/** Where one is: the page and what is shown on it. It stands in the address, so that a view can be shared. */
export interface Route {
  readonly page: string;
  readonly query: Readonly<Record<string, string>>;
}

export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  return { page: path === '' ? 'overview' : path, query: Object.fromEntries(new URLSearchParams(search)) };
}
