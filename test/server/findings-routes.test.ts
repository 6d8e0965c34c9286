import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { AvailabilityTable } from '../../model/availability-table.ts';
import type { FindingGroup } from '../../model/finding-query.ts';
import type { Judgement, Readiness } from '../../model/readiness.ts';
import type { Page, ReadinessSummary } from '../../server/api.ts';
import { shopSnapshot, testServer, upload, type TestServer } from '../support/server.ts';

let server: TestServer;
let id: string;
before(async () => {
  server = await testServer();
  id = await upload(server.app, await shopSnapshot());
});
after(() => server.close());

const fetched = (path: string) => server.app.inject({ url: `/api/snapshots/${id}${path}`, headers: { host: 'localhost' } });
async function of<T>(path: string): Promise<T> {
  const answer = await fetched(path);
  assert.equal(answer.statusCode, 200, answer.body.slice(0, 300));
  return answer.json<T>();
}

describe('groups of findings', () => {
  it('hold every verdict once, service by category', async () => {
    const { counts } = await of<ReadinessSummary>('/readiness');
    const { items, total } = await of<Page<FindingGroup>>('/findings/groups?by=service&by=category&state=gap&state=unknown&state=exempt&state=ready&limit=500');
    assert.equal(items.length, total);
    for (const state of ['gap', 'unknown', 'exempt', 'ready'] as const) assert.equal(items.reduce((sum, each) => sum + each.counts[state], 0), counts[state], state);
    assert.equal(new Set(items.map(({ values }) => values.join())).size, items.length);
    assert.ok((items[0]?.severities.critical ?? 0) > 0);
  });

  it('filter by what a verdict does not say itself: category, region, account', async () => {
    const { items } = await of<Page<FindingGroup>>('/findings/groups?by=region&state=gap');
    const [first] = items;
    assert.ok(first !== undefined);
    const found = await of<Page<Judgement>>(`/findings?state=gap&region=${encodeURIComponent(first.values[0] ?? '')}&category=data`);
    assert.ok(found.total <= first.counts.gap && found.items.every(({ rule }) => rule.startsWith('data-')));
  });
});

describe('findings', () => {
  it('are sorted either way over all pages', async () => {
    const up = await of<Page<Judgement>>('/findings?sort=rule&limit=500');
    const down = await of<Page<Judgement>>('/findings?sort=rule&descending=true&limit=500');
    const rules = up.items.map(({ rule }) => rule);
    assert.deepEqual(rules, rules.toSorted());
    assert.deepEqual(down.items.map(({ rule }) => rule), rules.toReversed());
  });

  it('leave as documents with the verdicts that pass the filters', async () => {
    const { total } = await of<Page<Judgement>>('/findings?severity=critical');
    const json = await fetched('/findings/document?format=json&severity=critical');
    assert.equal(json.headers['content-disposition'], 'attachment; filename="findings.json"');
    assert.equal(json.json<Readiness>().judgements.length, total);
    const csv = await fetched('/findings/document?format=csv&severity=critical');
    assert.match(String(csv.headers['content-type']), /^text\/csv/);
    assert.equal(csv.body.split('\r\n').filter((line) => line.includes(',critical,')).length, total);
    const sarif = (await fetched('/findings/document?format=sarif&severity=critical')).json<{ version: string; runs: { results: unknown[] }[] }>();
    assert.equal(sarif.version, '2.1.0');
    assert.ok((sarif.runs[0]?.results.length ?? 0) >= total);
    assert.equal((await fetched('/findings/document?format=../x')).statusCode, 400);
    assert.equal((await fetched('/findings/document?format=__proto__')).statusCode, 400);
  });
});

describe('what is used', () => {
  it('has a state in every region of the partition', async () => {
    const { regions, types } = await of<AvailabilityTable>('/availability');
    assert.ok(regions.includes('eu-central-1') && !regions.includes('cn-north-1'));
    assert.ok(types.length > 5 && types.every(({ states }) => states.length === regions.length));
  });

  it('is listed by service', async () => {
    const { items, total } = await of<Page<{ service: string }>>('/resources?service=catalogue&limit=500');
    assert.ok(total > 0 && items.every(({ service }) => service === 'catalogue'));
  });
});
