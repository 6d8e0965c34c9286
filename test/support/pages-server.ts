import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { estateFacts } from '../../bench/support/estate-facts.ts';
import { pagesForTests } from './pages.ts';
import { shopSnapshot, snapshotOf, testServer, upload, type Given, type TestServer } from './server.ts';

export interface PagesServer extends TestServer {
  /** http://127.0.0.1:40123 */
  readonly base: string;
}

/** A server that listens and has the pages. */
export async function pagesServer(given: Given = {}): Promise<PagesServer> {
  const server = await testServer({ ...given, pages: await pagesForTests() });
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  return { ...server, base: `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}` };
}

export interface LookedAt {
  readonly server: PagesServer;
  /** Ids of the snapshots: of the example estate, and of one of 10,000 resources. */
  readonly shop: string;
  readonly large: string;
}

let made: Promise<LookedAt> | undefined;
after(async () => (await made)?.server.close());

/** A server for all tests of a process that only look: nothing may be changed in it. */
export function lookedAt(): Promise<LookedAt> {
  return (made ??= (async () => {
    const server = await pagesServer();
    const large = await upload(server.app, snapshotOf(estateFacts(10_000).facts));
    return { server, large, shop: await upload(server.app, await shopSnapshot()) };
  })());
}
