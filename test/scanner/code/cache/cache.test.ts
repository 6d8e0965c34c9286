import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Fact } from '../../../../model/fact.ts';
import { canonicalJson } from '../../../../model/json.ts';
import { openCache, type CacheCounts } from '../../../../scanner/code/cache/cache.ts';
import { codeScanner } from '../../../../scanner/code/index.ts';
import { listFiles } from '../../../../scanner/files.ts';

let root = '';
/** Runs happen this much later than the files are written, so that their time stamps count. */
const later = 10_000;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'regionready-cache-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

async function facts(options: { readonly cached: boolean; readonly version?: string; readonly began?: number }): Promise<{ readonly text: string; readonly counts: Readonly<CacheCounts> | undefined }> {
  const { cached, version = 'v1', began = Date.now() + later } = options;
  const { files } = await listFiles({ base: root, scanner: 'code' });
  const cache = cached ? openCache({ path: join(root, '.regionready-cache/code'), root, version, began }) : undefined;
  const found: Fact[] = [];
  for await (const fact of codeScanner.scan({ root, files, cache })) found.push(fact);
  return { text: found.map(canonicalJson).sort().join('\n'), counts: cache?.counts };
}

/** The facts with the cache, which must be those without. */
async function same(options: { readonly version?: string; readonly began?: number } = {}): Promise<Readonly<CacheCounts>> {
  const { text, counts } = await facts({ cached: true, ...options });
  assert.equal(text, (await facts({ cached: false })).text);
  assert.ok(counts);
  return counts;
}

const constant = "export const HOME = 'us-east-1';\n";
const client = "import { S3Client } from '@aws-sdk/client-s3';\nimport { HOME } from './constants.js';\nexport const s3 = new S3Client({ region: HOME });\n";

function sample(): void {
  write('src/constants.ts', constant);
  write('src/client.ts', client);
  write('src/plain.ts', 'export const one = 1;\n');
  write('src/other.js', "// regionready-ignore code-region-literal -- only here\nconst zone = 'eu-west-1a';\n");
  write('a.clj', "x = 'us-east-1'");
  write('big.ts', 'x'.repeat(3 << 20));
  write('node_modules/x.js', constant);
}

describe('the cache of readings', () => {
  it('gives the same facts cold, warm and not at all, and opens nothing when warm', async () => {
    sample();
    assert.equal((await same()).recalled, 0);
    const warm = await same();
    // Files that are too large are looked at each time: their size is all that is read of them.
    assert.deepEqual(warm, { recalled: 5, recognized: 0, discarded: false, unwritable: false });
    const { text } = await facts({ cached: true });
    assert.match(text, /"sink":\{"file":"src\/client\.ts"/);
  });

  it('follows constants anew when any file that they hang on changes', async () => {
    sample();
    await same();
    const steps: (() => void)[] = [
      () => write('src/constants.ts', constant.replace('us-east-1', 'eu-west-1')),
      () => write('src/client.ts', client.replaceAll('S3', 'SQS').replace('client-s3', 'client-sqs')),
      () => write('src/index.ts', "export * from './constants.js';\n"),
      () => write('src/client.ts', client.replace('./constants.js', './index.js')),
      () => write('src/index.ts', "export { AWAY as HOME } from './away.js';\n"),
      () => write('src/away.ts', "export const AWAY = 'ap-south-1';\n"),
      () => write('src/client.ts', client.replace('./constants.js', '@app/constants')),
      () => write('tsconfig.json', '{"compilerOptions":{"baseUrl":".","paths":{"@app/*":["src/*"]}}}'),
      () => write('tsconfig.json', '{"compilerOptions":{}}'),
      () => rmSync(join(root, 'src/client.ts')),
      () => write('src/plain.ts', "export const one = 'sa-east-1';\n"),
      () => rmSync(join(root, 'src/constants.ts')),
    ];
    for (const step of steps) {
      step();
      await same();
      await same();
    }
  });

  it('sees a change that keeps size and modification time', async () => {
    write('a.ts', "const a = 'us-east-1';");
    const old = new Date(2020, 1);
    utimesSync(join(root, 'a.ts'), old, old);
    await same();
    write('a.ts', "const a = 'us-west-1';");
    utimesSync(join(root, 'a.ts'), old, old);
    assert.equal((await same()).recalled, 0);
  });

  it('recognizes content whose time stamps changed, and does not trust files that were just written', async () => {
    sample();
    await same({ began: Date.now() });
    const fresh = await same({ began: Date.now() });
    assert.equal(fresh.recalled, 0);
    assert.equal(fresh.recognized, 4);
  });

  it('uses nothing of another version, or of a file that is damaged or forged, and says so', async () => {
    sample();
    await same();
    assert.deepEqual(await same({ version: 'v2' }), { recalled: 0, recognized: 0, discarded: false, unwritable: false });
    const path = join(root, '.regionready-cache/code');
    const good = readFileSync(path, 'utf8');
    for (const bad of ['', 'x', good.slice(0, -9), good.replace('us-east-1', 'us-west-2'), good.replace('cache/1', 'cache/9'), '\0'.repeat(100)]) {
      writeFileSync(path, bad);
      const counts = await same({ version: 'v2' });
      assert.equal(counts.discarded, true);
      assert.equal(counts.recalled, 0);
    }
    assert.equal((await same({ version: 'v2' })).recalled, 5);
  });

  it('ignores itself, forgets files that are gone and does not fail where it cannot write', async () => {
    sample();
    await same();
    assert.equal(readFileSync(join(root, '.regionready-cache/.gitignore'), 'utf8'), '*\n');
    rmSync(join(root, 'src/plain.ts'));
    write('src/new.ts', constant);
    await same();
    assert.doesNotMatch(readFileSync(join(root, '.regionready-cache/code'), 'utf8'), /plain\.ts/);
    rmSync(join(root, '.regionready-cache'), { recursive: true });
    writeFileSync(join(root, '.regionready-cache'), 'a file');
    assert.equal((await same()).unwritable, true);
  });
});
