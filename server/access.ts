import type { FastifyRequest } from 'fastify';
import { scopes, type Scope } from './api.ts';
import { cookiesOf } from './oidc/cookies.ts';
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
    /** What they may do. */
    scopes: readonly Scope[];
  }
}

interface Caller {
  readonly who: string;
  readonly scopes: readonly Scope[];
}

type Admitting = Pick<ServerOptions, 'access' | 'store' | 'today' | 'oidc'>;

/** Gives who asks. Throws 401, 403 and 421. */
export async function admit(request: FastifyRequest, options: Admitting): Promise<Caller> {
  const needs = request.routeOptions.config.needs ?? (request.is404 ? 'open' : 'admin');
  if (options.access === 'open') {
    requireOwnPage(request);
    return { who: 'local', scopes };
  }
  const caller = request.headers.authorization === undefined ? await bySession(request, options) : await byToken(request, options, needs);
  if (needs === 'open') return caller ?? { who: 'anybody', scopes: [] };
  if (caller === undefined) throw new HttpProblem(401, `This server needs a token: Authorization: Bearer …${options.oidc === undefined ? '' : '; or sign in at /api/login'}`);
  if (!caller.scopes.includes('admin') && !caller.scopes.includes(needs)) throw new HttpProblem(403, `${caller.who.startsWith('token') ? 'The token has' : 'You have'} no scope ${needs}.`);
  return caller;
}

async function byToken(request: FastifyRequest, { store, today }: Admitting, needs: Needs): Promise<Caller | undefined> {
  const secret = /^Bearer ([\w.~+/-]{1,512})$/.exec(request.headers.authorization ?? '')?.[1];
  const token = secret === undefined ? undefined : await store.tokens.find(secret, today());
  if (token !== undefined) return { who: `token ${token.name}`, scopes: token.scopes };
  if (needs === 'open' || secret === undefined) return undefined;
  throw new HttpProblem(401, 'The token is unknown or has expired.');
}

/** By the cookie of who signed in. What changes anything must come from a page of this server: a browser sends the cookie along for any. */
async function bySession(request: FastifyRequest, { store, oidc }: Admitting): Promise<Caller | undefined> {
  const secret = oidc === undefined ? undefined : cookiesOf(oidc).session(request);
  const session = secret === undefined ? undefined : await store.sessions.find(secret);
  if (session === undefined || oidc === undefined) return undefined;
  if (request.method !== 'GET' && request.method !== 'HEAD' && request.headers.origin !== oidc.publicUrl.origin) throw new HttpProblem(403, 'Only pages of this server may ask for that.');
  return session;
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
