import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { z } from 'zod';

const folder = new URL('../../../model/data/', import.meta.url);
const files = readdirSync(folder);

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const provenance = { source: z.string().min(8), version: z.string().min(1), date: day, licence: z.string().min(3) };
const head = z.strictObject({
  ...provenance,
  title: z.string().min(5),
  derivedBy: z.string().min(5),
  encoding: z.string().min(20),
  caveats: z.array(z.string().min(20)).min(1),
  alsoFrom: z.array(z.strictObject({ ...provenance, gives: z.string().min(4) })).optional(),
});

test('all tables are there and small enough to ship', () => {
  assert.deepEqual(files.sort(), [
    'cfn-type-regions.json', 'cfn-types.json', 'countries.json', 'feature-regions.json', 'instance-regions.json', 'lambda-runtimes.json', 'land.json', 'latency.json',
    'pinned-regions.json', 'regional-constants.json', 'regions.json', 'sdk-operations.json', 'service-map.json', 'service-regions.json',
  ]);
  assert.ok(files.reduce((sum, file) => sum + statSync(new URL(file, folder)).size, 0) < 1_500_000);
});

for (const file of files) {
  test(`${file} says where it comes from`, () => {
    const table = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { readonly _meta: unknown };
    const { derivedBy } = head.parse(table._meta);
    assert.ok(derivedBy === 'curated by hand' || existsSync(new URL(`../../../${derivedBy}`, import.meta.url)), derivedBy);
  });
}
