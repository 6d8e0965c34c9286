import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { loadConfig } from '../../cli/config.ts';
import { ruleRegistry } from '../../cli/registry.ts';
import { serverOptions } from '../../cli/server-options.ts';
import { ready } from '../../rules/verdict.ts';
import type { Rule } from '../../rules/rule.ts';
import type { ThreadStart } from '../../server/compute/channel.ts';
import { serveThread } from '../../server/compute/thread.ts';
import { memoryIo } from './io.ts';
import { root, shopConfig } from './server.ts';

/** A thread of a server whose only rule takes some time for each resource, or all the memory there is. */
const { start, data } = workerData as { readonly start: ThreadStart; readonly data: { readonly millisecondsEach: number; readonly greedy: boolean } };
const kept: unknown[] = [];
const slow = {
  ...([...ruleRegistry.values()].find(({ on }) => on === 'resource') ?? [...ruleRegistry.values()][0]),
  id: 'data-slow', on: 'resource', types: undefined, needs: [],
  check() {
    const until = performance.now() + data.millisecondsEach;
    while (performance.now() < until);
    while (data.greedy) kept.push(Array.from({ length: 1000 }, (_, index) => ({ index })));
    return ready();
  },
} as unknown as Rule;
const loaded = await loadConfig({ cwd: root, rules: ruleRegistry, explicit: shopConfig, lookup: false });
await serveThread(parentPort as MessagePort, start, (store) => ({ ...serverOptions({ store, loaded, access: 'open' }, memoryIo({ cwd: root }).io), rules: new Map([[slow.id, slow]]) }));
