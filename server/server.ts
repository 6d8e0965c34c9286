import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { UserError } from '../model/errors.ts';
import { isLoopback } from './access.ts';
import { app } from './app.ts';
import { callbackPath } from './oidc/callback-path.ts';
import type { ServerOptions } from './options.ts';

/** What the log has of a request. What a provider sends back with a browser is good for signing in. */
function loggedRequest({ method, url, host, ip }: Pick<FastifyRequest, 'method' | 'url' | 'host' | 'ip'>): { readonly method: string; readonly url: string; readonly host: string; readonly remoteAddress: string } {
  return { method, url: url.startsWith(callbackPath) ? callbackPath : url, host, remoteAddress: ip };
}

/** The server before it listens, as tests ask it. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const fastify = Fastify({
    logger: options.log === undefined ? false : { level: 'info', stream: options.log, serializers: { req: loggedRequest } },
    // Ids of our own: one from outside could forge lines of the log.
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: 64 * 1024,
    requestTimeout: 15 * 60_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 1024 },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  });
  await app(fastify, options);
  await fastify.ready();
  return fastify;
}

export interface Listening {
  /** http://127.0.0.1:7373 */
  readonly url: string;
  /** Ends what is under way, then closes; threads and the store too. */
  close(): Promise<void>;
}

/** Listens. Throws RR902 for an address that others reach while nobody is asked who they are. */
export async function listen(options: ServerOptions, { host, port }: { readonly host: string; readonly port: number }): Promise<Listening> {
  if (options.access === 'open' && !isLoopback(host)) throw new UserError('RR902', `${host} can be reached from other machines, and no token is asked for.`);
  const fastify = await createServer(options);
  try {
    const url = await fastify.listen({ host, port });
    return { url, close: () => fastify.close().finally(() => options.threads?.close()).finally(() => options.store.close()) };
  } catch (thrown) {
    await fastify.close();
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new UserError('RR103', `The server cannot listen on ${host}, port ${port}: ${code}.`, { hint: 'Give another address with --host and --port.', cause: thrown });
    throw thrown;
  }
}
