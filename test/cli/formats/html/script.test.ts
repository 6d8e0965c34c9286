import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Script } from 'node:vm';
import { cytoscapeScript, inlineable, pageScript, scriptHash } from '../../../../cli/formats/html/script.ts';
import { modules } from '../../../../ui/report/modules.ts';

const folder = new URL('../../../../ui/report/', import.meta.url);
const files = readdirSync(folder).filter((file) => file !== 'modules.ts');

describe('the page’s script', () => {
  it('parses, holds no types and ends no element', () => {
    const script = pageScript();
    assert.doesNotThrow(() => new Script(script));
    assert.equal(inlineable(script), script);
    assert.equal(pageScript(), script);
  });

  it('is made of every file in the folder', async () => {
    const all = await Promise.all(files.map(async (file) => (await import(new URL(file, folder).href)) as Record<string, unknown>));
    const names = (list: readonly Readonly<Record<string, unknown>>[]): string[] => list.flatMap((module) => Object.keys(module)).sort();
    assert.deepEqual(names(modules), names(all));
    assert.equal(new Set(names(modules)).size, names(modules).length, 'a name stands twice');
  });

  it('leaves nothing behind: files have exports only, import nothing else at run time, and rename nothing', () => {
    for (const file of files) {
      const source = readFileSync(new URL(file, folder), 'utf8');
      const [hidden] = /^(?:(?:const|let|var|function|class|async|type|interface|export (?:default|\{|\*|class|let)) ?|[\w.]+\().*$/m.exec(source) ?? [];
      assert.equal(hidden, undefined, `${file} has something at its top level that is not exported`);
      for (const [line, types, from] of source.matchAll(/^import (type )?.* from '(.*)';$/gm)) {
        assert.doesNotMatch(line.replace(/\btype \w+/g, ''), / as /, `${file} renames an import`);
        if (types === undefined) assert.match(from ?? '', /^\.\/[a-z-]+\.ts$/, `${file} imports ${from} at run time`);
      }
    }
  });

  it('has constants that survive as JSON', () => {
    for (const [name, value] of modules.flatMap((module) => Object.entries(module))) {
      if (typeof value !== 'function') assert.deepEqual(JSON.parse(JSON.stringify(value)), value, name);
    }
  });

  it('refuses what would end its element, and lets the graph library through', () => {
    for (const bad of ['"</script>"', '<!-- ', '"<SCRIPT>"']) assert.throws(() => inlineable(bad));
    assert.match(inlineable(cytoscapeScript()), /^\/\*\*\n \* Copyright/);
    assert.equal(scriptHash('alert(1)'), "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
  });
});
