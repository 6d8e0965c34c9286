import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dataPage } from '../../../scripts/docs/data-page.ts';

const folder = new URL('../../../model/data/', import.meta.url);

test('the page shows every table with its date, version and caveats', () => {
  const page = dataPage();
  for (const file of readdirSync(folder)) {
    const { _meta: meta } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { _meta: { title: string; date: string; caveats: string[] } };
    const section = page.split(`\n## ${meta.title}\n`)[1]?.split('\n## ')[0] ?? '';
    assert.ok(section.includes(`model/data/${file}`), file);
    assert.equal(section.split('\n- ').length - 1, meta.caveats.length, file);
    assert.ok(page.includes(`(\`${file}\`) |`) && page.includes(meta.date), file);
  }
});
