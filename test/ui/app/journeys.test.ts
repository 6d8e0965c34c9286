import assert from 'node:assert/strict';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import type { Judgement } from '../../../model/readiness.ts';
import { attacks, hostileFacts } from '../../support/hostile.ts';
import { resource } from '../../support/facts.ts';
import { goOn, settled, watched } from '../../support/pages.ts';
import { pagesServer, type PagesServer } from '../../support/pages-server.ts';
import { sharedBrowser } from '../../support/shared-browser.ts';
import { shopSnapshot, snapshotOf, upload } from '../../support/server.ts';

const wish = 'target=eu-central-1&strategy=warm-standby';

describe('journeys through the pages', { timeout: 300_000 }, () => {
  let server: PagesServer;
  let base = '';
  let shop = '';
  before(async () => {
    server = await pagesServer();
    ({ base } = server);
    shop = await upload(server.app, await shopSnapshot());
  });
  after(() => server.close());

  /** Walks through pages; nothing may go wrong on the way. */
  async function walk(t: TestContext, from: string | { readonly place: string; readonly refused: RegExp }, steps: (page: Page) => Promise<void>): Promise<void> {
    const { place, refused } = typeof from === 'string' ? { place: from, refused: undefined } : from;
    const page = await (await sharedBrowser(t))?.newPage({ viewport: { width: 1400, height: 1000 } });
    if (page === undefined) return;
    page.setDefaultTimeout(30_000);
    const wrong = watched(page, base);
    await page.goto(`${base}/#/${place}`);
    await settled(page);
    await steps(page);
    assert.deepEqual(wrong.filter((each) => refused?.test(each) !== true), []);
    await page.close();
  }
  const inMain = (page: Page) => page.locator('#content');

  it('from the overview through a cell of the table to its findings, and on to the code that closes one', (t) => walk(t, `overview?${wish}`, async (page) => {
    await page.getByRole('link', { name: /catalogue, Data stores/ }).click();
    await page.waitForURL(/findings\?.*category=data.*service=catalogue/);
    await page.getByText('shop-catalogue-prod belongs to no global database').waitFor();
    await page.goto(`${base}/#/findings?${wish}&rule=data-s3-no-crr`);
    await page.getByRole('link', { name: /shop-media-exports/ }).click();
    await page.getByRole('tab', { name: 'Terraform' }).click();
    await page.getByText('aws_s3_bucket_replication_configuration').first().waitFor();
    await page.getByText('What it rests on').waitFor();
    await page.getByRole('link', { name: 'All findings' }).click();
    await page.waitForURL(/rule=data-s3-no-crr/);
  }));

  it('answer from the overview what is in the way, what breaks and what can move first, and say what is judged for', (t) => walk(t, 'overview', async (page) => {
    const part = (name: string | RegExp) => page.getByRole('region', { name });
    await page.getByRole('button', { name: /eu-central-1 \(default\)/ }).waitFor();
    await part('What is in the way').getByRole('link').first().click();
    await page.waitForURL(/findings\?rule=data-rds-managed-secret-block/);
    await page.getByRole('link', { name: 'shop-ledger' }).waitFor();
    await page.goto(`${base}/#/overview`);
    await part(/^What breaks without eu-west-1/).getByRole('link', { name: 'All services and the order of recovery' }).click();
    await page.getByText('Order of recovery').waitFor();
    await page.goto(`${base}/#/overview`);
    await part('What can move first').getByText('wave 1').first().waitFor();
    await part('What can move first').getByRole('link', { name: 'payments' }).click();
    await page.getByText('What holds it back').waitFor();
    await page.goto(`${base}/#/regions`);
    await page.getByText('eu-central-1 (target)').first().waitFor();
  }));

  it('group findings, open a group, and sort by another column', (t) => walk(t, `findings?${wish}&group=service`, async (page) => {
    await inMain(page).getByRole('link', { name: 'payments', exact: true }).click();
    await page.waitForURL(/service=payments/);
    assert.doesNotMatch(page.url(), /group=/);
    await page.locator('[data-focus-id=sorting-control-rule]').last().dispatchEvent('click');
    await page.waitForURL(/sort=rule/);
    await settled(page);
    const rules = await page.locator('table[aria-label="Findings"] tbody tr td:nth-child(5)').allTextContents();
    assert.ok(rules.length > 5);
    assert.deepEqual(rules, rules.toSorted());
  }));

  it('filter findings by text and leave them as CSV', (t) => walk(t, `findings?${wish}`, async (page) => {
    const field = page.getByRole('combobox', { name: 'Filter findings' });
    await field.fill('SecretsManager');
    await field.press('Enter');
    await page.waitForURL(/text=SecretsManager/);
    await page.goto(`${base}/#/findings?${wish}&rule=data-s3-no-crr`);
    await settled(page);
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /CSV/ }).click()]);
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    assert.equal(download.suggestedFilename(), 'findings.csv');
    assert.ok(lines.length > 1 && lines.slice(1).every((line) => line.includes('data-s3-no-crr')));
  }));

  it('waive a finding with a reason and a day, see it exempt, and withdraw the waiver', (t) => walk(t, `findings?${wish}&rule=data-s3-no-crr`, async (page) => {
    await page.getByRole('checkbox', { name: /^Select shop-media-exports/ }).check({ force: true });
    await page.getByRole('button', { name: 'Waive', exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Waive' }).click();
    await dialog.getByText('A waiver without a reason').waitFor();
    await dialog.getByRole('textbox', { name: 'Why' }).fill('Made again from the originals');
    await dialog.getByRole('textbox', { name: 'Until' }).fill('2030/12/31');
    await dialog.getByRole('button', { name: 'Waive' }).click();
    await page.getByText('Waive 1 finding: done.').waitFor();
    const [waiver] = await server.store.waivers.standing();
    assert.deepEqual([waiver?.rule, waiver?.reason, waiver?.until, waiver?.madeBy], ['data-s3-no-crr', 'Made again from the originals', '2030-12-31', 'local']);
    await page.getByRole('button', { name: 'Exempt' }).click();
    await inMain(page).getByRole('link', { name: /shop-media-exports/ }).waitFor();
    await page.getByRole('tab', { name: 'Waivers' }).click();
    await page.getByRole('button', { name: /^Withdraw the waiver/ }).click();
    await page.getByText(/withdrawn 20/).waitFor();
    assert.deepEqual(await server.store.waivers.standing(), []);
  }));

  it('say the objectives and the owner of a service; recovery is held to them', (t) => walk(t, `services?${wish}&service=orders`, async (page) => {
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await page.getByRole('textbox', { name: 'Owner' }).fill('team-orders@example.com');
    await page.getByRole('textbox', { name: 'RTO' }).fill('soon');
    await page.getByText('Write a duration').waitFor();
    await page.getByRole('textbox', { name: 'RTO' }).fill('1m');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('team-orders@example.com').waitFor();
    await page.getByText(/objective 60 s is missed/).waitFor();
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.getByText('Nobody said anything here yet').waitFor();
  }));

  it('lose an account and a region one after the other, with the keyboard', (t) => walk(t, `simulate?${wish}`, async (page) => {
    const field = page.getByRole('combobox', { name: 'Which one' });
    await field.fill('eu-west-1');
    await field.press('Escape');
    await page.getByRole('button', { name: 'Lose it' }).press('Enter');
    await page.waitForURL(/lose=eu-west-1/);
    await page.getByText('Order of recovery').waitFor();
    await page.getByRole('button', { name: 'Do not lose eu-west-1' }).click();
    await page.getByText('Nothing is lost yet').waitFor();
  }));

  it('reach a region on the map by the keyboard and judge for it', (t) => walk(t, `regions?${wish}`, async (page) => {
    const point = page.getByRole('link', { name: /^eu-north-1: Europe \(Stockholm\)/ });
    await point.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/region=eu-north-1/);
    await page.getByRole('link', { name: 'Judge for it' }).click();
    await page.waitForURL(/overview\?.*target=eu-north-1/);
    await page.getByText('→ eu-north-1').first().waitFor();
  }));

  it('follow a bar of the plan to its wave, and a gap to close before to its finding', (t) => walk(t, `plan?${wish}`, async (page) => {
    const bar = page.getByRole('button', { name: /^Wave 2, / });
    await bar.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/wave=2/);
    await page.locator('#wave-0').getByRole('link', { name: 'DeliverRole' }).click();
    await page.waitForURL(/findings\?.*finding=[0-9a-f]{32}/);
    await page.getByText('What it rests on').waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Home is given up' }).click();
    await page.waitForURL(/goal=move/);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()]);
    assert.match(await readFile(await download.path(), 'utf8'), /^wave,starts,ends,service,/);
  }));

  it('add a snapshot from a file, keep judgements of both, and see what changed', (t) => walk(t, `overview?${wish}`, async (page) => {
    await page.getByRole('button', { name: 'Keep this one' }).click();
    await page.getByText('Keep this judgement: done.').waitFor();
    const file = join(await mkdtemp(join(tmpdir(), 'regionready-upload-')), 'later.snapshot.gz');
    await writeFile(file, snapshotOf([resource('only', { region: 'eu-west-1', name: 'only' })]));
    await page.goto(`${base}/#/snapshots?${wish}&snapshot=${shop}`);
    await settled(page);
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.waitForURL(/overview/);
    await settled(page);
    await page.goto(`${base}/#/snapshots?${wish}`);
    await page.getByRole('checkbox', { name: /^Select estate of/ }).check({ force: true });
    await page.getByRole('checkbox', { name: /^Select later of/ }).check({ force: true });
    await page.getByRole('button', { name: 'What changed' }).click();
    await page.getByText('Resources that differ').first().waitFor();
    await inMain(page).getByText('removed').first().waitFor();
    await page.getByRole('tab', { name: 'Gaps' }).click();
    await page.getByText('Verdicts that differ').first().waitFor();
    await page.goto(`${base}/#/snapshots?${wish}&show=readinesses`);
    await page.getByText('Judgements, newest first').waitFor();
    await inMain(page).getByText('eu-west-1 → eu-central-1').first().waitFor();
    await page.goto(`${base}/#/snapshots?${wish}&snapshot=${shop}`);
    await page.getByRole('button', { name: /^Delete later/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Delete later: done.').waitFor();
  }));

  it('a damaged file is refused with a reason, and nothing is kept', (t) => walk(t, { place: 'snapshots', refused: /^400 .*\/api\/snapshots/ }, async (page) => {
    const file = join(await mkdtemp(join(tmpdir(), 'regionready-upload-')), 'bad.snapshot');
    await writeFile(file, 'this is no snapshot\n');
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Add it' }).click();
    await inMain(page).getByText(/snapshot/i).filter({ hasText: /not|no / }).first().waitFor();
    assert.equal((await server.store.snapshots.list({ offset: 0, limit: 10 })).items.some(({ name }) => name === 'bad'), false);
  }));

  it('find a rule by words and read its page; change to the dark and back', (t) => walk(t, `rules?${wish}`, async (page) => {
    await page.getByRole('searchbox', { name: 'Find a rule' }).fill('bucket copy target');
    await page.getByRole('link', { name: 'S3 bucket has no copy in the target region' }).click();
    await page.getByText('Why it matters').waitFor();
    // What was typed is told after a pause: it must not lead back to the list.
    await page.waitForTimeout(500);
    await page.getByText('Why it matters').waitFor({ timeout: 100 });
    await page.getByRole('button', { name: 'Appearance' }).first().click();
    await page.getByRole('menuitem', { name: 'Dark' }).click();
    assert.equal(await page.evaluate(`document.body.classList.contains('awsui-dark-mode')`), true);
    await page.reload();
    await settled(page);
    assert.equal(await page.evaluate(`document.body.classList.contains('awsui-dark-mode')`), true);
  }));

  it('define a scan, run it, and follow its job until it is cancelled', (t) => walk(t, 'scans', async (page) => {
    await page.getByRole('button', { name: 'Define one' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('nightly');
    await dialog.getByRole('button', { name: 'Templates and code' }).click();
    await dialog.getByRole('textbox', { name: 'Paths' }).fill('infra');
    await dialog.getByRole('button', { name: 'Define' }).click();
    await page.getByRole('button', { name: 'Run nightly now' }).click();
    await page.waitForURL(/job=/);
    await inMain(page).getByText('queued').first().waitFor();
    await page.getByRole('link', { name: 'All scans' }).click();
    await page.getByRole('button', { name: 'Cancel nightly' }).click();
    await inMain(page).getByText('cancelled').first().waitFor();
  }));

  it('names that attack stay names', async (t) => {
    const id = await upload(server.app, snapshotOf(hostileFacts()));
    const { items } = (await server.app.inject({ url: `/api/snapshots/${id}/findings?target=eu-central-1&home=eu-west-1&limit=1&state=gap&state=unknown&state=ready`, headers: { host: 'localhost' } })).json<{ items: Judgement[] }>();
    assert.ok(items[0] !== undefined);
    const hostile = `snapshot=${id}&home=eu-west-1&${wish}`;
    await walk(t, `overview?${hostile}`, async (page) => {
      await page.evaluate('globalThis.pwned = () => { document.title = "pwned"; }');
      for (const place of [`overview?${hostile}`, `services?${hostile}`, `services?${hostile}&service=${encodeURIComponent(attacks[2])}`, `findings?${hostile}`, `findings?${hostile}&finding=${items[0]?.fingerprint}`, `plan?${hostile}`, `simulate?${hostile}&lose=eu-west-1`, `regions?${hostile}`, `graph?${hostile}`, `graph?${hostile}&open=${encodeURIComponent(attacks[2])}`, `snapshots?${hostile}`]) {
        await goOn(page, `${base}/#/${place}`);
        assert.equal(await page.evaluate('typeof pwned'), 'function', 'the page is still the same');
        assert.notEqual(await page.title(), 'pwned');
        assert.doesNotMatch(await page.locator('#app').innerText(), /There is no answer/, place);
        assert.equal(await page.locator('#app img, #app script, #app [onerror], #app [onload], #app a[href^="javascript:" i]').count(), 0, place);
      }
    });
  });
});
