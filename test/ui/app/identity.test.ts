import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { groupScopes } from '../../../server/oidc/options.ts';
import { clientOf, startProvider, type IdentityProvider } from '../../support/identity-provider.ts';
import { pagesForTests, seriousViolations, settled } from '../../support/pages.ts';
import { lookedAt } from '../../support/pages-server.ts';
import { sharedBrowser } from '../../support/shared-browser.ts';
import { shopSnapshot, testServer, upload, type TestServer } from '../../support/server.ts';

const findings = '#/findings?home=eu-west-1&severity=critical&target=eu-central-1';

describe('who one is, in the pages', { timeout: 180_000 }, () => {
  let provider: IdentityProvider;
  let server: TestServer;
  let base = '';
  let token = '';
  before(async () => {
    base = `http://127.0.0.1:${await freePort()}`;
    provider = await startProvider(`${base}/api/login/callback`);
    const oidc = { issuer: new URL(provider.issuer), clientId: clientOf.id, clientSecret: clientOf.secret, publicUrl: new URL(base), claim: 'groups', groups: groupScopes(['everyone=read,waive']), sessionSeconds: 3600 };
    server = await testServer({ access: 'token', oidc, pages: await pagesForTests() });
    token = (await server.store.tokens.make({ name: 'wall', scopes: ['admin'] }, { who: 'test', request: 'test' }))?.token ?? '';
    await upload(server.app, await shopSnapshot(), { authorization: `Bearer ${token}` });
    await server.app.listen({ port: Number(new URL(base).port), host: '127.0.0.1' });
  });
  after(async () => {
    await server.close();
    await provider.close();
  });

  async function open(t: TestContext, address: string): Promise<Page | undefined> {
    const context = await (await sharedBrowser(t))?.newContext({ viewport: { width: 1400, height: 1000 } });
    const page = await context?.newPage();
    await page?.goto(`${address}/${findings}`);
    return page;
  }
  const menu = (page: Page, name: RegExp) => page.getByRole('button', { name }).first();

  it('leads to the provider and back to what was shown, says who one is, and signs out of both', async (t) => {
    provider.user = { sub: 'ann', email: 'ann@example.com', groups: ['everyone'] };
    const page = await open(t, base);
    if (page === undefined) return;
    assert.equal(await menu(page, /^Signed in as/).count(), 0);
    await page.locator('#content').getByRole('link', { name: 'Sign in' }).click();
    await page.waitForURL((url) => url.hash === findings);
    await settled(page);
    await menu(page, /^Signed in as ann/).click();
    await page.getByText('May read, waive').filter({ visible: true }).first().waitFor();
    assert.deepEqual(await seriousViolations(page), []);
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL((url) => url.href.startsWith(`${provider.issuer}/session/end`));
    await page.goto(base);
    await page.locator('#content').getByRole('link', { name: 'Sign in' }).waitFor();
    await page.context().close();
  });

  it('says which token is used, and forgets it', async (t) => {
    const page = await open(t, base);
    if (page === undefined) return;
    await page.getByLabel('Token').fill(token);
    await page.getByRole('button', { name: 'Enter' }).click();
    await menu(page, /^Signed in as token wall/).click();
    await page.getByText('May do everything').filter({ visible: true }).first().waitFor();
    await page.getByRole('menuitem', { name: 'Forget the token' }).click();
    await page.getByLabel('Token').waitFor();
    assert.equal(await page.evaluate('sessionStorage.length'), 0);
    await page.context().close();
  });

  it('shows none of it where nobody is asked who they are', async (t) => {
    const page = await open(t, (await lookedAt()).server.base);
    if (page === undefined) return;
    await settled(page);
    assert.equal(await page.getByRole('button', { name: /Signed in as/ }).count(), 0);
    assert.equal(await page.getByRole('link', { name: 'Sign in' }).count(), 0);
    await page.context().close();
  });
});

async function freePort(): Promise<number> {
  const taken = createServer();
  await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
  const { port } = taken.address() as AddressInfo;
  await new Promise((done) => taken.close(done));
  return port;
}
