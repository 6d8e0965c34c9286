import { ask } from './ahead.ts';
import { loaders } from './pages/loaders.ts';
import { parseRoute } from './parse-route.ts';

// The frame, the page and what it shows come at the same time, none after the other. What fails fails again for who needs it, and is told there.
const quietly = (begun: Promise<unknown>): void => void begun.catch(() => undefined);
const route = parseRoute(window.location.hash);
const snapshots = ask<{ readonly items: readonly { readonly id: string }[] }>('snapshots', { limit: 500 });
quietly(snapshots);
quietly(ask('regions', { limit: 500 }));
quietly(import('./ask-ahead.ts').then(({ askAhead }) => askAhead(route, route.query['snapshot'] ?? snapshots.then(({ items: [first] }) => first?.id))));
quietly(loaders[Object.hasOwn(loaders, route.page) ? (route.page as keyof typeof loaders) : 'overview']());
// Not awaited here: the parts may need this one.
void import('./start.tsx').then(({ start }) => start());
