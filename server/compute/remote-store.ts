import type { Store } from '../store/store.ts';
import { readableOf } from '../store/snapshots.ts';
import type { StoreCalls } from './channel.ts';

/** The store as a thread sees it: snapshots and judgements, through the server. A thread has no connection to a database of its own. */
export function remoteStore(calls: StoreCalls): Store {
  const refused = async (): Promise<never> => {
    throw new TypeError('a thread asked the store for what it has no business with');
  };
  return {
    snapshots: {
      get: (id) => calls.snapshot(id) as ReturnType<Store['snapshots']['get']>,
      chunk: (id, place) => calls.chunk(id, place),
      read: async (id) => ((await calls.snapshot(id)) === undefined ? undefined : readableOf((place) => calls.chunk(id, place))),
      put: refused, list: refused, remove: refused,
    },
    readinesses: {
      keep: (readiness, actor) => calls.keep(readiness, actor) as ReturnType<Store['readinesses']['keep']>,
      content: (id) => calls.content(id),
      list: refused,
    },
    answers: { get: refused, keep: refused, wish: refused, wishes: refused },
    waivers: { add: refused, list: refused, standing: refused, withdraw: refused },
    annotations: { set: refused, all: refused, remove: refused },
    tokens: { make: refused, find: refused, list: refused, revoke: refused },
    sessions: { begin: refused, take: refused, make: refused, find: refused, end: refused },
    scans: { define: refused, list: refused, get: refused, remove: refused, schedule: refused },
    jobs: { enqueue: refused, list: refused, get: refused, events: refused, cancel: refused, claim: refused, renew: refused, tell: refused, end: refused },
    audit: refused,
    ping: refused,
    close: async () => undefined,
  };
}
