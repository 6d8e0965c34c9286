import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OidcOptions } from './options.ts';

/** What a browser holds: which session is its own, and which login it has begun. Over https under names that no other host can set. */
export interface Cookies {
  session(request: FastifyRequest): string | undefined;
  login(request: FastifyRequest): string | undefined;
  setSession(reply: FastifyReply, secret: string): void;
  setLogin(reply: FastifyReply, state: string): void;
  clear(reply: FastifyReply, which: 'session' | 'login'): void;
}

export function cookiesOf({ publicUrl, sessionSeconds }: Pick<OidcOptions, 'publicUrl' | 'sessionSeconds'>): Cookies {
  const secure = publicUrl.protocol === 'https:';
  const names = { session: `${secure ? '__Host-' : ''}regionready_session`, login: `${secure ? '__Host-' : ''}regionready_login` };
  // Lax: the provider sends the browser back by a link, with which the login has to come along.
  const shared: CookieSerializeOptions = { httpOnly: true, secure, sameSite: 'lax', path: '/' };
  const secretIn = (request: FastifyRequest, name: string): string | undefined => {
    const value = request.cookies[name];
    return value !== undefined && /^[\w-]{20,200}$/.test(value) ? value : undefined;
  };
  return {
    session: (request) => secretIn(request, names.session),
    login: (request) => secretIn(request, names.login),
    setSession: (reply, secret) => void reply.setCookie(names.session, secret, { ...shared, maxAge: sessionSeconds }),
    setLogin: (reply, state) => void reply.setCookie(names.login, state, { ...shared, maxAge: 600 }),
    clear: (reply, which) => void reply.clearCookie(names[which], shared),
  };
}
