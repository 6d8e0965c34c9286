import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Picture } from '../../../model/picture.ts';
import { openOver, type GraphPage, type GraphPages } from '../../support/graph-page.ts';
import { lookedAt } from '../../support/pages-server.ts';
import { sharedBrowser } from '../../support/shared-browser.ts';

const wish = 'target=eu-central-1&strategy=warm-standby';

describe('the graph page', { timeout: 300_000 }, () => {
  let pages: Pick<GraphPages, 'open' | 'snapshots'>;
  let shared: GraphPage | undefined;
  before(async () => {
    const { server, shop, large } = await lookedAt();
    pages = { open: openOver(server.base, sharedBrowser), snapshots: [shop, large] };
  });
  after(() => shared?.close());

  /** The example estate, in one page for all. Undefined where there is no browser. */
  async function shop(t: TestContext, query = ''): Promise<GraphPage | undefined> {
    const address = `snapshot=${pages.snapshots[0]}&${wish}&${query}`;
    if (shared === undefined) return (shared = await pages.open(t, address));
    await shared.again(address);
    return shared;
  }
  const table = ({ page }: GraphPage, name = 'Nodes of the picture') => page.getByRole('table', { name });
  const panel = ({ page }: GraphPage) => page.getByRole('complementary', { name: 'Details' });
  const address = ({ page }: GraphPage): string => decodeURIComponent(page.url());
  /** Presses keys on the picture. */
  async function press({ page }: GraphPage, ...keys: readonly string[]): Promise<void> {
    await page.locator('.graph-stage').focus();
    for (const key of keys) await page.keyboard.press(key);
  }

  /** The table follows the picture, not at once. */
  const tableSays = (opened: GraphPage, said: RegExp): Promise<void> => table(opened).filter({ hasText: said }).waitFor();

  it('shows services first, as a picture and as a table, without a mistake', async (t) => {
    const opened = await shop(t);
    if (opened === undefined) return;
    const text = await table(opened).innerText();
    for (const service of ['catalogue', 'checkout', 'media', 'orders', 'platform']) assert.match(text, new RegExp(service));
    assert.match(text, /critical/);
    assert.equal(opened.page.workers().length, 1, 'the layout is computed beside the page');
    assert.deepEqual(await opened.seriousViolations(), []);
    assert.deepEqual(opened.wrong, []);
  });

  it('opens a service in place and closes it, by keyboard and by pointer', async (t) => {
    const opened = await shop(t);
    if (opened === undefined) return;
    await press(opened, 'ArrowRight');
    await panel(opened).getByRole('heading', { level: 2 }).waitFor();
    const stage = await opened.page.locator('.graph-stage').elementHandle();
    await press(opened, 'Enter');
    await opened.page.waitForURL(/open=/);
    await table(opened).getByText(/ of \w+/).first().waitFor();
    assert.equal(await stage?.evaluate((element) => element.isConnected), true, 'it is opened in the picture that was there');
    await press(opened, 'Enter');
    await opened.page.waitForURL((url) => !url.hash.includes('open='));
    await shop(t, 'service=media&depth=0');
    const { x = 0, y = 0, width = 0, height = 0 } = (await opened.page.locator('.graph-canvas').boundingBox()) ?? {};
    await opened.page.mouse.dblclick(x + width / 2, y + height / 2);
    await opened.page.waitForURL(/open=media/);
    await opened.settled();
    await panel(opened).getByRole('button', { name: 'Close', exact: true }).click();
    await opened.page.waitForURL((url) => !url.hash.includes('open='));
  });

  it('divides services by region, account and VPC', async (t) => {
    for (const [by, seen] of [['region', /media, eu-central-1/], ['account', /media, Account 111122223333/], ['vpc', /platform, VPC /]] as const) {
      const opened = await shop(t, `by=${by}`);
      if (opened === undefined) return;
      await tableSays(opened, seen);
    }
  });

  it('filters by kind of edge and by how sure it is, in picture and table alike', async (t) => {
    const opened = await shop(t);
    if (opened === undefined) return;
    const wires = async (): Promise<number> => Number(await opened.page.locator('.graph-stage').getAttribute('data-wires'));
    const all = await wires();
    await opened.page.getByRole('button', { name: /Kinds of edge/ }).click();
    await opened.page.getByRole('option', { name: 'All kinds of edge' }).click();
    await opened.page.getByRole('option', { name: 'All kinds of edge' }).click();
    await opened.page.waitForURL(/kinds=none/);
    await opened.settled();
    assert.equal(await wires(), 0);
    await shop(t, 'kinds=reads,writes');
    const some = await wires();
    assert.ok(some < all, `${some} of ${all}`);
    await opened.page.getByRole('tab', { name: `Connections (${some})` }).click();
    assert.doesNotMatch(await table(opened, 'Connections of the picture').innerText(), /attaches|uses-role/);
    await shop(t, 'sure=inferred');
    assert.ok((await wires()) < all);
  });

  it('finds services and resources while one types', async (t) => {
    const opened = await shop(t);
    if (opened === undefined) return;
    await press(opened, '/');
    await opened.page.keyboard.type('media-exports');
    await opened.page.getByRole('option', { name: /media-exports.* S3 Bucket/ }).first().click();
    await panel(opened).getByRole('heading', { name: /media-exports/ }).waitFor();
    assert.match(address(opened), /show=.*media-exports/);
    await opened.page.getByRole('combobox', { name: 'Find a service or resource' }).fill('catal');
    await opened.page.getByRole('option', { name: /^catalogue/ }).first().click();
    await panel(opened).getByRole('heading', { name: 'catalogue' }).waitFor();
  });

  it('shows what is around a resource, as far as one wants', async (t) => {
    const opened = await shop(t, 'sel=s:platform@');
    if (opened === undefined) return;
    await press(opened, 'f');
    await opened.page.waitForURL(/service=platform/);
    await opened.settled();
    const near = Number(await opened.page.locator('.graph-stage').getAttribute('data-cards'));
    await shop(t, 'service=platform&depth=0');
    assert.ok(near > Number(await opened.page.locator('.graph-stage').getAttribute('data-cards')));
    await opened.page.getByRole('button', { name: 'Show the whole estate' }).click();
    await opened.page.waitForURL((url) => !url.hash.includes('service='));
  });

  it('shows the path between two services and between two resources', async (t) => {
    const opened = await shop(t, 'sel=s:checkout@');
    if (opened === undefined) return;
    await panel(opened).getByRole('button', { name: 'Path from here' }).click();
    await opened.page.waitForURL(/from=service/);
    await table(opened).getByRole('button', { name: /^platform/ }).click();
    await panel(opened).getByRole('button', { name: 'Path to here' }).click();
    await opened.page.getByText(/Path from checkout to platform, \d+ steps?/).waitFor();
    await tableSays(opened, /checkout.*\(on the path\)/);
    const { lines, nodes } = JSON.parse((await opened.exported('JSON')).toString('utf8')).picture as Picture;
    assert.ok(lines.length > 0 && nodes.length > 0);
    await shop(t, 'open=catalogue');
    const drawn = JSON.parse((await opened.exported('JSON')).toString('utf8')).picture as Picture;
    const between = drawn.lines.find(({ from, to, types }) => from.startsWith('r:') && to.startsWith('r:') && (types['uses-role'] ?? types.attaches ?? types.reads) !== undefined);
    assert.ok(between !== undefined);
    const resource = (id: string): string => encodeURIComponent(`resource:${id.slice(2)}`);
    await shop(t, `from=${resource(between.from)}&to=${resource(between.to)}`);
    await opened.page.getByText(/Path from .* to .*, 1 step/).waitFor();
    await table(opened).getByText('(on the path)').nth(1).waitFor();
    assert.equal((await table(opened).innerText()).split('(on the path)').length - 1, 2);
  });

  it('animates what a lost region or service takes with it, and does not where no motion is wanted', async (t) => {
    const opened = await shop(t);
    if (opened === undefined) return;
    await opened.page.getByRole('button', { name: 'Lose a region' }).click();
    await opened.page.getByRole('menuitem', { name: 'eu-west-1' }).click();
    await opened.page.getByText(/Without eu-west-1 \d+ resources are lost/).waitFor();
    await opened.page.getByText(/Step 1 of \d/).waitFor();
    await tableSays(opened, /\d+ lost/);
    await opened.page.getByRole('button', { name: 'End the loss' }).click();
    await opened.page.waitForURL((url) => !url.hash.includes('lose='));
    const still = await pages.open(t, `snapshot=${pages.snapshots[0]}&${wish}&blast=service:platform`, { reducedMotion: 'reduce' });
    if (still === undefined) return;
    const [, step, of] = /Step (\d+) of (\d+)/.exec(await still.page.locator('.graph-loss').innerText()) ?? [];
    assert.equal(step, of);
    await still.page.getByRole('slider', { name: 'Steps from what is lost' }).fill('0');
    await still.page.getByText(/Step 0 of/).waitFor();
    assert.deepEqual(still.wrong, []);
    await still.close();
  });

  it('colours by findings, copies, latency and owners, and says so in words', async (t) => {
    for (const [overlay, title, said] of [['findings', 'Worst finding', /critical/], ['replication', 'In the target', /without a copy/], ['latency&by=region', 'Round trip to another region', /\d+ ms/], ['ownership', 'Owner, by tags', /no owner|team|shop/]] as const) {
      const opened = await shop(t, `overlay=${overlay}`);
      if (opened === undefined) return;
      assert.match(await opened.page.locator('.graph-legend').innerText(), new RegExp(title));
      await tableSays(opened, said);
    }
  });

  it('tells of a resource its attributes, evidence, code and remedy', async (t) => {
    const opened = await shop(t, 'open=media');
    if (opened === undefined) return;
    await table(opened).getByRole('button', { name: /media-exports/ }).first().click();
    const details = panel(opened);
    await details.getByText(/Findings \([1-9]/).waitFor();
    await details.getByText(/template\.ya?ml:\d+|\.tf:\d+/).first().waitFor();
    await details.getByRole('button', { name: 'Evidence and remedy' }).first().click();
    await details.getByRole('tab', { name: 'terraform' }).first().waitFor();
    await details.getByRole('button', { name: /^Attributes/ }).click();
    assert.match(await details.innerText(), /"/);
    assert.deepEqual(await opened.seriousViolations(), []);
    assert.deepEqual(opened.wrong, []);
  });

  it('is the same picture for the same address, in any window, and goes out as PNG, SVG and JSON', async (t) => {
    const query = 'by=region&open=catalogue,media&sel=s:orders@eu-west-1&overlay=replication';
    const opened = await shop(t, query);
    const other = await pages.open(t, `snapshot=${pages.snapshots[0]}&${wish}&${query}`, { viewport: { width: 1000, height: 800 } });
    const night = await pages.open(t, `snapshot=${pages.snapshots[0]}&${wish}&${query}`, { colorScheme: 'dark' });
    if (opened === undefined || other === undefined || night === undefined) return;
    const svg = await opened.exported('SVG');
    assert.ok(svg.equals(await other.exported('SVG')));
    assert.match(svg.toString('utf8'), /catalogue/);
    assert.notDeepEqual(await night.exported('SVG'), svg);
    assert.deepEqual((await opened.exported('PNG')).subarray(1, 4).toString('latin1'), 'PNG');
    assert.deepEqual(await night.seriousViolations(), []);
    assert.deepEqual([...opened.wrong, ...other.wrong, ...night.wrong], []);
    await other.close();
    await night.close();
  });

  it('keeps where one looks in the address, also from the small map', async (t) => {
    const opened = await shop(t);
    if (opened === undefined) return;
    const at = (): string => /[?&]at=([^&]+)/.exec(address(opened))?.[1] ?? '';
    await press(opened, '+');
    await opened.page.waitForURL(/[?&]at=/);
    const before = at();
    await opened.page.locator('.graph-minimap').click({ position: { x: 20, y: 20 } });
    await opened.page.waitForFunction((old) => !decodeURIComponent(location.hash).includes(`at=${old}`), before);
    const there = at();
    await opened.page.reload();
    await opened.settled();
    await opened.page.waitForTimeout(700);
    assert.equal(at(), there);
  });

  it('says what is wrong and how to go on', async (t) => {
    const opened = await pages.open(t, `snapshot=${pages.snapshots[0]}&${wish}&node=nowhere`, { drawn: false });
    if (opened === undefined) return;
    await opened.page.getByText('There is no resource nowhere').waitFor();
    await opened.page.getByRole('button', { name: 'Whole estate' }).click();
    await opened.settled();
    await opened.page.route('**/picture/overlay**', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', title: 'Busy', status: 503, detail: 'The server is busy.', request: '1' }) }));
    await opened.page.getByRole('button', { name: 'Lose a region' }).click();
    await opened.page.getByRole('menuitem', { name: 'eu-west-1' }).click();
    await opened.page.getByText('The server is busy.').first().waitFor();
    await opened.close();
  });

  it('never draws more of ten thousand resources than can be moved, and says what it left out', async (t) => {
    const opened = await pages.open(t, `snapshot=${pages.snapshots[1]}&${wish}`);
    if (opened === undefined) return;
    const stage = opened.page.locator('.graph-stage');
    const size = async (): Promise<number> => Number(await stage.getAttribute('data-cards')) + Number(await stage.getAttribute('data-wires'));
    assert.ok((await size()) <= 1000, String(await size()));
    assert.match(await opened.page.locator('.graph-note').innerText(), /light connections left out/);
    await table(opened).getByRole('button', { name: 'Open service-100' }).click();
    await opened.settled();
    await opened.page.waitForFunction(() => Number(document.querySelector('.graph-stage')?.getAttribute('data-cards')) > 200);
    assert.ok((await size()) <= 1000, String(await size()));
    assert.deepEqual(await opened.seriousViolations(), []);
    assert.deepEqual(opened.wrong, []);
    await opened.close();
  });
});
