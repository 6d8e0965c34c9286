import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { LanguageId } from '../../../../scanner/files/language.ts';
import { listFiles } from '../../../../scanner/files.ts';
import type { SourceText } from '../../../../scanner/code/language.ts';
import { listingOf, listingText } from '../../../../scanner/code/parallel/protocol.ts';
import { parsingThread } from '../../../../scanner/code/parallel/parsing-thread.ts';
import { parsingHere, readersFor, type Parsing } from '../../../../scanner/code/readers.ts';

const root = mkdtempSync(join(tmpdir(), 'regionready-thread-'));
after(() => rmSync(root, { recursive: true, force: true }));

const texts: Readonly<Record<string, string>> = {
  'a-constants.ts': "export const HOME = 'us-east-1';\n",
  'b-client.ts': "import { S3Client } from '@aws-sdk/client-s3';\nimport { HOME } from './a-constants.js';\nexport const s3 = new S3Client({ region: HOME });\n",
  'c.py': "import boto3\ns3 = boto3.client('s3', region_name='eu-west-1')\n",
  'd.json': '{"Region": "ap-south-1"}',
  'e.cpp': 'const char *r = "us-west-2";',
};
for (const [path, text] of Object.entries(texts)) writeFileSync(join(root, path), text);
const { files } = await listFiles({ base: root, scanner: 'code' });

const sources = files.map(({ path, absolutePath, language }): SourceText => ({ path, absolutePath, language: language as LanguageId, scope: 'production', text: texts[path] ?? '' }));

async function said({ parse, follow, close }: Parsing): Promise<unknown> {
  const parsed = await Promise.all(sources.map(parse));
  const waiting = files.flatMap((file, index) => (parsed[index]?.waits === true ? [{ file, language: file.language as LanguageId }] : []));
  assert.equal(waiting.length, 1);
  const followed = await follow(waiting, files.map(({ absolutePath }) => absolutePath));
  close();
  return { parsed, followed };
}

describe('the parsing thread', () => {
  it('says what this thread would, constants of other files included', async () => {
    assert.deepEqual(await said(parsingThread(files, () => parsingHere(files))), await said(parsingHere(files)));
  });

  it('leaves its work to this thread if it dies', async () => {
    const parsing = parsingThread(files, () => parsingHere(files));
    const underWay = Promise.all(sources.map(parsing.parse));
    parsing.close();
    assert.deepEqual(await underWay, await Promise.all(sources.map(parsingHere(files).parse)));
    assert.deepEqual(await said(parsing), await said(parsingHere(files)));
  });

  it('says it is full while many texts wait', async () => {
    const parsing = parsingThread(files, () => parsingHere(files));
    assert.equal(parsing.isFull(), false);
    const [source] = sources as [SourceText];
    const underWay = parsing.parse({ ...source, text: ' '.repeat(5_000_000) });
    assert.equal(parsing.isFull(), true);
    await underWay;
    assert.equal(parsing.isFull(), false);
    parsing.close();
  });

  it('gets the listing as it is', () => assert.deepEqual(listingOf(listingText(files)), files));

  it('is started for many files only', async () => {
    const few = readersFor({ files, open: files.length, scopes: ['production'], hashing: false });
    assert.equal(few.isFull(), true);
    few.close();
  });
});
