import type { FastifyRequest } from 'fastify';
import type { Scope } from './api.ts';
import type { ServerOptions } from './options.ts';
import { HttpProblem } from './problem.ts';

/** `open`: nobody is asked who they are. Every route says what it needs; one that does not is refused. */
export type Needs = Scope | 'open';

declare module 'fastify' {
  interface FastifyContextConfig {
    needs?: Needs;
    /** Counts the uploads under way, and holds them to the limit. */
    upload?: boolean;
  }
  interface FastifyRequest {
    /** Who asks, for the log and the audit. */
    who: string;
  }
}

/** Throws 401, 403 and 421. Gives who asks. */
export async function admit(request: FastifyRequest, { access, store, today }: Pick<ServerOptions, 'access' | 'store' | 'today'>): Promise<string> {
  const needs = request.routeOptions.config.needs ?? (request.is404 ? 'open' : 'admin');
  if (access === 'open') {
    requireOwnPage(request);
    return 'local';
  }
  if (needs === 'open') return 'anybody';
  const secret = /^Bearer ([\w.~+/-]{1,512})$/.exec(request.headers.authorization ?? '')?.[1];
  const token = secret === undefined ? undefined : await store.tokens.find(secret, today());
  if (token === undefined) throw new HttpProblem(401, secret === undefined ? 'This server needs a token: Authorization: Bearer …' : 'The token is unknown or has expired.');
  if (!token.scopes.includes('admin') && !token.scopes.includes(needs)) throw new HttpProblem(403, `The token has no scope ${needs}.`);
  return `token ${token.name}`;
}

const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Without tokens, only the host name tells a request of this machine from one that a web page makes its browser send. */
function requireOwnPage({ headers }: FastifyRequest): void {
  const host = headers.host ?? '';
  if (!loopbackNames.has(host.replace(/:\d{1,5}$/, '').toLowerCase())) throw new HttpProblem(421, 'This server answers as localhost only.');
  const foreign = headers.origin !== undefined && headers.origin !== `http://${host}`;
  const site = headers['sec-fetch-site'];
  if (foreign || site === 'cross-site' || site === 'same-site') throw new HttpProblem(403, 'Pages of other origins may not ask this server.');
}

export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
