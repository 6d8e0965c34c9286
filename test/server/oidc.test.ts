import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { AuditEntry, Page, Scope } from '../../server/api.ts';
import { groupScopes, oidcUrl, type OidcOptions } from '../../server/oidc/options.ts';
import { clientOf, startProvider, type IdentityProvider } from '../support/identity-provider.ts';
import { testServer, type TestServer } from '../support/server.ts';

/** Redirects lead here; nothing listens, for requests are injected. */
const publicUrl = new URL('http://127.0.0.1:7399/');
let provider: IdentityProvider;
let server: TestServer;
before(async () => {
  provider = await startProvider(new URL('/api/login/callback', publicUrl).href);
  const groups = groupScopes(['platform=admin', 'everyone=read', 'everyone=waive']);
  const oidc: OidcOptions = { issuer: new URL(provider.issuer), clientId: clientOf.id, clientSecret: clientOf.secret, publicUrl, claim: 'groups', groups, sessionSeconds: 3600 };
  server = await testServer({ access: 'token', oidc });
});
after(async () => {
  await server.close();
  await provider.close();
});

/** What a browser holds for each origin. */
class Browser {
  readonly #jars = new Map<string, Map<string, string>>();

  jar(origin: string): Map<string, string> {
    const jar = this.#jars.get(origin) ?? new Map<string, string>();
    this.#jars.set(origin, jar);
    return jar;
  }

  async ask(address: string | URL, { method = 'GET', headers = {}, body }: { readonly method?: 'GET' | 'POST'; readonly headers?: Record<string, string>; readonly body?: object } = {}): Promise<{ status: number; location: string | undefined; text: string; cookies: readonly string[] }> {
    const url = new URL(address, publicUrl);
    const jar = this.jar(url.origin);
    const sent = { ...headers, ...(jar.size === 0 ? {} : { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }) };
    const here = url.origin === publicUrl.origin;
    const inner = here ? await server.app.inject({ method, url: `${url.pathname}${url.search}`, headers: { host: url.host, ...sent }, ...(body === undefined ? {} : { body }) }) : undefined;
    const outer = here ? undefined : await fetch(url, { method, headers: sent, redirect: 'manual' });
    const cookies = inner === undefined ? (outer as Response).headers.getSetCookie() : [inner.headers['set-cookie'] ?? []].flat();
    for (const cookie of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    const location = inner === undefined ? ((outer as Response).headers.get('location') ?? undefined) : inner.headers.location;
    return { status: inner?.statusCode ?? (outer as Response).status, location: location === undefined ? undefined : new URL(location, url).href, text: inner?.body ?? (await (outer as Response).text()), cookies };
  }

  /** Follows redirects up to the one that leads back here, and gives it. */
  async toCallback(path = '/api/login'): Promise<string> {
    let { location } = await this.ask(path);
    while (location !== undefined && !location.startsWith(publicUrl.href)) ({ location } = await this.ask(location));
    assert.ok(location !== undefined);
    return location;
  }

  async signIn(path?: string): Promise<Awaited<ReturnType<Browser['ask']>>> {
    return this.ask(await this.toCallback(path));
  }
}

const user = (sub: string, ...groups: string[]) => ({ sub, email: `${sub}@example.com`, groups });
const me = async (browser: Browser): Promise<{ who: string; scopes: Scope[]; access: string }> => JSON.parse((await browser.ask('/api/me')).text) as never;

describe('signing in', () => {
  it('gives the scopes of the groups, under the name of the provider, and leads back to where one was', async () => {
    provider.user = user('ann', 'everyone', 'others');
    const browser = new Browser();
    assert.equal((await browser.ask('/api/snapshots')).status, 401);
    const done = await browser.signIn(`/api/login?back=${encodeURIComponent('/#/findings?severity=critical')}`);
    assert.deepEqual([done.status, done.location], [302, `${publicUrl.href}#/findings?severity=critical`], done.text + server.log.slice(-2).join(''));
    assert.match(done.cookies.join('\n'), /regionready_session=[\w-]{43}; Max-Age=3600; Path=\/; HttpOnly; SameSite=Lax/);
    assert.deepEqual(await me(browser), { who: 'user ann (ann@example.com)', scopes: ['read', 'waive'], access: 'login' });
    assert.equal((await browser.ask('/api/snapshots')).status, 200);
    assert.equal((await browser.ask('/api/tokens')).status, 403);
    const own = { origin: publicUrl.origin };
    assert.equal((await browser.ask('/api/waivers', { method: 'POST', headers: own, body: { rule: '*', subject: 'x', reason: 'y' } })).status, 201);
    const { items } = await server.store.audit({ offset: 0, limit: 2 }) as Page<AuditEntry>;
    assert.deepEqual(items.map(({ who, action }) => [who, action]), [['user ann (ann@example.com)', 'waive'], ['user ann (ann@example.com)', 'sign in']]);
  });

  it('is for those whose groups allow something', async () => {
    provider.user = user('bob', 'others', '__proto__');
    const browser = new Browser();
    assert.equal((await browser.signIn()).status, 403);
    assert.equal((await browser.ask('/api/snapshots')).status, 401);
  });

  it('takes no request that another page makes the browser send', async () => {
    provider.user = user('ann', 'platform');
    const browser = new Browser();
    await browser.signIn();
    const waive = (headers: Record<string, string>) => browser.ask('/api/waivers', { method: 'POST', headers, body: { rule: '*', subject: 'x', reason: 'y' } });
    for (const headers of [{}, { origin: 'https://evil.example' }, { origin: 'null' }, { origin: 'http://127.0.0.1:7399.evil.example' }]) assert.equal((await waive(headers)).status, 403, JSON.stringify(headers));
    assert.equal((await waive({ origin: publicUrl.origin })).status, 201);
  });

  it('leads to no other place, and is ended by who began it, once', async () => {
    provider.user = user('ann', 'everyone');
    for (const back of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/a/../..//evil.example']) {
      const { location } = await new Browser().signIn(`/api/login?back=${encodeURIComponent(back)}`);
      assert.equal(new URL(location ?? '').origin, publicUrl.origin, back);
    }
    const [attacker, victim] = [new Browser(), new Browser()];
    const callback = await attacker.toCallback();
    assert.equal((await victim.ask(callback)).status, 400);
    await victim.ask('/api/login');
    assert.equal((await victim.ask(callback)).status, 400);
    const cookie = new Map(attacker.jar(publicUrl.origin));
    assert.equal((await attacker.ask(callback)).status, 302);
    for (const [name, value] of cookie) attacker.jar(publicUrl.origin).set(name, value);
    assert.equal((await attacker.ask(callback)).status, 400);
  });

  it('takes no ID token that is forged, old, for another or of another login, and lets clocks be apart a little', async () => {
    provider.user = user('ann', 'everyone');
    const seconds = Math.floor(Date.now() / 1000);
    const tried = async (tamper: IdentityProvider['tamper'], forge = false): Promise<number> => {
      [provider.tamper, provider.forge] = [tamper, forge];
      const { status } = await new Browser().signIn();
      [provider.tamper, provider.forge] = [undefined, false];
      return status;
    };
    assert.equal(await tried((claims) => claims), 302);
    assert.equal(await tried((claims) => ({ ...claims, iat: seconds + 40 })), 302);
    assert.equal(await tried((claims) => ({ ...claims, exp: seconds - 30 })), 302);
    assert.equal(await tried((claims) => ({ ...claims, exp: seconds - 300 })), 401);
    assert.equal(await tried((claims) => ({ ...claims, nbf: seconds + 300 })), 401);
    assert.equal(await tried((claims) => ({ ...claims, nonce: 'another' })), 401);
    assert.equal(await tried((claims) => ({ ...claims, aud: 'another' })), 401);
    assert.equal(await tried((claims) => ({ ...claims, iss: 'https://evil.example' })), 401);
    assert.equal(await tried((claims) => claims, true), 401);
  });

  it('goes on when the provider changes its keys, and says so when it does not answer', async () => {
    provider.user = user('ann', 'everyone');
    assert.equal((await new Browser().signIn()).status, 302);
    provider.rotate();
    assert.equal((await new Browser().signIn()).status, 302);
    const { close, app } = await testServer({ access: 'token', oidc: { issuer: new URL('http://127.0.0.1:1'), clientId: 'x', publicUrl, claim: 'groups', groups: new Map(), sessionSeconds: 60 } });
    assert.equal((await app.inject({ url: '/api/login' })).statusCode, 502);
    await close();
  });
});

describe('signing out', () => {
  it('ends the session, and names the place to sign out of the provider', async () => {
    provider.user = user('ann', 'everyone');
    const browser = new Browser();
    await browser.signIn();
    const secret = [...browser.jar(publicUrl.origin)];
    const { status, text } = await browser.ask('/api/logout', { method: 'POST', headers: { origin: publicUrl.origin } });
    assert.equal(status, 200);
    assert.match((JSON.parse(text) as { provider: string }).provider, new RegExp(`^${provider.issuer}/session/end\\?`));
    for (const [name, value] of secret) browser.jar(publicUrl.origin).set(name, value);
    assert.equal((await browser.ask('/api/snapshots')).status, 401);
  });
});

describe('beside it', () => {
  it('tokens go on working, need no origin, and outrank a cookie', async () => {
    const made = await server.store.tokens.make({ name: 'pipeline', scopes: ['read'] }, { who: 'test', request: 'test' });
    provider.user = user('ann', 'platform');
    const browser = new Browser();
    await browser.signIn();
    const headers = { authorization: `Bearer ${made?.token}` };
    assert.equal((await browser.ask('/api/snapshots', { headers })).status, 200);
    assert.equal((await browser.ask('/api/tokens', { headers })).status, 403);
    assert.equal((await browser.ask('/api/snapshots', { headers: { authorization: 'Bearer rr_wrong' } })).status, 401);
  });

  it('no secret reaches the log', () => {
    assert.ok(!server.log.join('').includes(clientOf.secret));
    assert.doesNotMatch(server.log.join(''), /[?&]code=/);
  });

  it('options that cannot be meant are refused', () => {
    for (const text of ['platform', 'platform=', '=read', 'platform=root']) assert.throws(() => groupScopes([text]), { code: 'RR103' }, text);
    assert.deepEqual([...groupScopes(['cn=a,dc=b=read,waive'])], [['cn=a,dc=b', ['read', 'waive']]]);
    for (const text of ['http://example.com', 'ftp://x', 'x', 'https://user@example.com']) assert.throws(() => oidcUrl(text, '--public-url'), { code: 'RR103' }, text);
  });
});
