import { z } from 'zod';
import { scopes, type Scope } from '../api.ts';
import { callbackPath } from '../oidc/callback-path.ts';
import { cookiesOf } from '../oidc/cookies.ts';
import { HttpProblem, problems } from '../problem.ts';
import type { Route } from './route.ts';

const meSchema = z.strictObject({
  who: z.string(),
  scopes: z.array(z.enum(scopes)),
  access: z.enum(['open', 'token', 'login']).describe('open: nobody is asked who they are; token: by a token; login: by a token, or through the identity provider at /api/login'),
});

/** Signing in through an identity provider, and out. Without a provider only the question who one is. */
export const login: Route = ({ store, access, oidc }) => async (app) => {
  app.get('/api/me', {
    config: { needs: 'open' },
    schema: { summary: 'Who asks, and what they may do', tags: ['access'], response: { 200: meSchema, ...problems } },
  }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return { who: request.who, scopes: [...request.scopes], access: access === 'open' ? 'open' as const : oidc === undefined ? 'token' as const : 'login' as const };
  });
  if (oidc === undefined) return;
  // Loaded here: most servers have no provider.
  const [{ randomNonce, randomPKCECodeVerifier, randomState }, { providerOf }] = await Promise.all([import('openid-client'), import('../oidc/provider.ts')]);
  const provider = providerOf(oidc);
  const cookies = cookiesOf(oidc);

  app.get('/api/login', {
    config: { needs: 'open' },
    schema: { hide: true, querystring: z.strictObject({ back: z.string().max(2000).default('/') }) },
  }, async ({ query }, reply) => {
    const begun = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const address = await provider.address(begun);
    await store.sessions.begin({ ...begun, back: ownPath(query.back, oidc.publicUrl) });
    cookies.setLogin(reply, begun.state);
    return reply.header('cache-control', 'no-store').redirect(address.href);
  });

  app.get(callbackPath, { config: { needs: 'open' }, schema: { hide: true } }, async (request, reply) => {
    const state = cookies.login(request);
    cookies.clear(reply, 'login');
    reply.header('cache-control', 'no-store');
    const callback = new URL(request.url, oidc.publicUrl);
    // Who begins a login in one browser and lets another one end it would be signed in there.
    if (state === undefined || callback.searchParams.get('state') !== state) throw new HttpProblem(400, 'This login was not begun here, or too long ago: begin again at /api/login.');
    const begun = await store.sessions.take(state);
    if (begun === undefined) throw new HttpProblem(400, 'This login has ended already, or began too long ago: begin again at /api/login.');
    const { who, groups } = await provider.signedIn(callback, { ...begun, state });
    const allowed = new Set<Scope>(groups.flatMap((group) => oidc.groups.get(group) ?? []));
    if (allowed.size === 0) throw new HttpProblem(403, `You are signed in as ${who}, and none of your groups may do anything here.`);
    cookies.setSession(reply, await store.sessions.make({ who, scopes: [...allowed], seconds: oidc.sessionSeconds }, { who, request: request.id }));
    return reply.redirect(begun.back);
  });

  app.post('/api/logout', {
    config: { needs: 'open' },
    schema: { summary: 'Sign out', tags: ['access'], response: { 200: z.strictObject({ provider: z.string().optional().describe('Where to go to sign out of the identity provider too') }), ...problems } },
  }, async (request, reply) => {
    const secret = cookies.session(request);
    if (secret !== undefined) await store.sessions.end(secret, { who: request.who, request: request.id });
    cookies.clear(reply, 'session');
    const address = await provider.goodbye().catch(() => undefined);
    return reply.send(address === undefined ? {} : { provider: address.href });
  });
};

/** A path of this server; whatever would lead elsewhere leads to its start. */
function ownPath(back: string, publicUrl: URL): string {
  const url = URL.canParse(back, publicUrl.href) ? new URL(back, publicUrl) : publicUrl;
  return url.origin === publicUrl.origin && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}${url.hash}` : '/';
}
