import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import type { Occurrence } from '../../../../model/occurrence.ts';
import { codeScanner } from '../../../../scanner/code/index.ts';
import { listFiles } from '../../../../scanner/files.ts';
import { occurrencesIn } from '../../../support/occurrences.ts';

const sdk = "import { S3Client } from '@aws-sdk/client-s3'; import { IAMClient } from '@aws-sdk/client-iam';\n";
const at = ({ callee, service, sink }: Occurrence): (string | undefined)[] => [callee, service, sink?.role, sink?.name];
const s3 = ['S3Client', 's3', 'argument', 'region'];

/** Source → where its one region ends up. */
const table: readonly (readonly [string, readonly (string | undefined)[]])[] = [
  ["const REGION = 'us-east-1'; new S3Client({ region: REGION });", s3],
  ["const config = { region: 'us-east-1' }; new S3Client(config);", s3],
  ["const config = { aws: { region: 'us-east-1' } }; new S3Client({ region: config.aws.region });", s3],
  ["const config = { region: 'us-east-1' }; const { region } = config; new S3Client({ region });", s3],
  ["const config = { region: 'us-east-1' }; const { region: r } = config; new S3Client({ region: r });", s3],
  ["const config = { region: 'us-east-1' }; new S3Client({ ...config, maxAttempts: 3 });", s3],
  ["const options = {}; options.region = 'us-east-1'; new S3Client(options);", s3],
  ["const options = {}; options['region'] = 'us-east-1'; new S3Client(options);", s3],
  ["function make(region = 'us-east-1') { return new S3Client({ region }); }", s3],
  ["const home = () => 'us-east-1'; new S3Client({ region: home() });", s3],
  ["class A { region = 'us-east-1'; b() { return new S3Client({ region: this.region }); } }", s3],
  ["const a = 'us-east-1'; const b = a; const c = process.env.R ?? b; new S3Client({ region: c });", s3],
  ["const a = 'us-east-1'; f(a); new S3Client({ region: a });", s3],
  ["const a = 'us-east-1'; new S3Client({ region: a }); new IAMClient({ region: a });", ['S3Client', undefined, 'argument', 'region']],
  ["const a = 'us-east-1'; function f(a) { new S3Client({ region: a }); }", [undefined, undefined, undefined, undefined]],
  ["const a = 'us-east-1'; { const a = other; new S3Client({ region: a }); }", [undefined, undefined, undefined, undefined]],
  ["const config = { region: 'us-east-1', zone: z }; new S3Client({ region: config.zone });", [undefined, undefined, undefined, undefined]],
  ["const a = 'us-east-1'; if (region === a) f();", [undefined, undefined, 'comparison', undefined]],
];

describe('where a bound region goes in its file', () => {
  for (const [source, wanted] of table) {
    it(source, async () => {
      const [only] = (await occurrencesIn(sdk + source)).filter(({ form }) => form === 'region');
      assert.deepEqual(only && at(only), wanted);
    });
  }
});

async function scan(files: Readonly<Record<string, string>>): Promise<Map<string, Occurrence>> {
  const root = mkdtempSync(join(tmpdir(), 'regionready-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const found = new Map<string, Occurrence>();
    const listing = await listFiles({ base: root, scanner: 'code' });
    for await (const fact of codeScanner.scan({ root, files: listing.files })) if (fact.type === 'occurrence') found.set(`${fact.occurrence.file}:${fact.occurrence.text}`, fact.occurrence);
    return found;
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe('where an exported region goes in other files', () => {
  const client = "import { S3Client } from '@aws-sdk/client-s3';\n";
  const cases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'a named import': { 'config.ts': "export const REGION = 'us-east-1';", 'src/s3.ts': `${client}import { REGION } from '../config';\nnew S3Client({ region: REGION });` },
    'an import by another name': { 'config.ts': "export const REGION = 'us-east-1';", 's3.ts': `${client}import { REGION as R } from './config.js';\nnew S3Client({ region: R });` },
    'a namespace': { 'config.ts': "const REGION = 'us-east-1';\nexport { REGION };", 's3.ts': `${client}import * as config from './config';\nnew S3Client({ region: config.REGION });` },
    'a default export': { 'config.ts': "export default { region: 'us-east-1' };", 's3.ts': `${client}import config from './config';\nnew S3Client(config);` },
    'a member of an exported object': { 'config.ts': "export const config = { aws: { region: 'us-east-1' } };", 's3.ts': `${client}import { config } from './config';\nnew S3Client({ region: config.aws.region });` },
    'a barrel': { 'config/region.ts': "export const REGION = 'us-east-1';", 'config/index.ts': "export * from './region';", 's3.ts': `${client}import { REGION } from './config';\nnew S3Client({ region: REGION });` },
    'a barrel that renames': { 'a.ts': "export const REGION = 'us-east-1';", 'b.ts': "export { REGION as HOME } from './a';", 's3.ts': `${client}import { HOME } from './b';\nnew S3Client({ region: HOME }); // REGION` },
    'CommonJS': { 'config.js': "const REGION = 'us-east-1';\nmodule.exports = { REGION };", 's3.js': "const { S3Client } = require('@aws-sdk/client-s3');\nconst { REGION } = require('./config');\nnew S3Client({ region: REGION });" },
    'exports of CommonJS': { 'config.js': "exports.REGION = 'us-east-1';", 's3.js': "const { S3Client } = require('@aws-sdk/client-s3');\nconst config = require('./config');\nnew S3Client({ region: config.REGION });" },
    'an alias of tsconfig.json': { 'tsconfig.json': '{ // comments\n "compilerOptions": { "paths": { "@app/*": ["./src/*"] } } }', 'src/config.ts': "export const REGION = 'us-east-1';", 'src/s3.ts': `${client}import { REGION } from '@app/config';\nnew S3Client({ region: REGION });` },
    'a function': { 'config.ts': "export function region() { return 'us-east-1'; }", 's3.ts': `${client}import { region } from './config';\nnew S3Client({ region: region() });` },
  };
  for (const [title, files] of Object.entries(cases)) {
    it(title, async () => {
      const [only, ...more] = [...(await scan(files)).values()];
      assert.deepEqual(more, []);
      assert.deepEqual(only && at(only), s3);
      assert.match(only?.sink?.file ?? '', /s3\.[jt]s$/);
      assert.doesNotMatch(only?.file ?? '', /s3\./);
    });
  }

  it('tells no service where the files disagree', async () => {
    const found = await scan({
      'config.ts': "export const REGION = 'us-east-1';",
      'a.ts': `${client}import { REGION } from './config';\nnew S3Client({ region: REGION });`,
      'b.ts': "import { IAMClient } from '@aws-sdk/client-iam';\nimport { REGION } from './config';\nnew IAMClient({ region: REGION });",
    });
    assert.equal(found.get('config.ts:us-east-1')?.service, undefined);
    assert.equal(found.get('config.ts:us-east-1')?.sink?.file, 'a.ts');
  });

  it('goes round circles of barrels once', async () => {
    const found = await scan({ 'a.ts': "export * from './b';\nexport const OTHER = 'us-east-1';", 'b.ts': "export * from './a';", 's3.ts': `${client}import { MISSING } from './b';\nnew S3Client({ region: MISSING }); // OTHER` });
    assert.equal(found.get('a.ts:us-east-1')?.service, undefined);
  });
});
