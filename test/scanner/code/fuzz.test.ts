import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { lint } from '../../../index.ts';
import { factSchema } from '../../../model/fact.ts';
import { readCode } from '../../../scanner/code/index.ts';
import { codeLanguages } from '../../../scanner/code/languages/index.ts';
import type { LanguageId } from '../../../scanner/files/language.ts';

const region = 'us-east-1';
const arn = 'arn:aws:sns:eu-west-1:123456789012:orders';

/** Text that looks like what people write, by language; others get all of it, which is mostly broken syntax for them. */
const seeds: Readonly<Partial<Record<LanguageId, string>>> = {
  typescript: `import { S3Client } from '@aws-sdk/client-s3';\nexport const REGIONS = ['${region}', 'eu-west-1'] as const;\nconst client = new S3Client({ region: process.env.AWS_REGION ?? '${region}' });\nif (region.startsWith('eu-')) { f(\`\${region}a\`); }\n// regionready-ignore code-* -- why until 2030-01-01\nexport enum Zone { A = '${region}a' }\n`,
  vue: `<template><p>{{ '${region}' }}</p></template>\n<script setup lang="ts">\nconst region = '${region}';\n</script>\n`,
  svelte: `<script>\n  let region = '${region}';\n</script>\n<p>${region}</p>\n`,
  astro: `---\nconst region = '${region}';\n---\n<p>{region}</p>\n`,
  python: `import boto3\n\nREGION = os.environ.get("AWS_REGION", "${region}")\nMAP = {"${region}": "ami-12345678", "us-west-2": "ami-87654321"}\nclient = boto3.client("s3", region_name=REGION)\nif region == "${region}":\n    print(f"{region}a")\n`,
  java: `package a;\nimport software.amazon.awssdk.regions.Region;\nclass A {\n  static final String R = "${region}";\n  S3Client c = S3Client.builder().region(Region.US_EAST_1).build();\n}\n`,
  kotlin: `val regions = mapOf("${region}" to "a", "eu-west-1" to "b")\nfun f(r: String = "${region}") = when (r) { "${region}" -> 1; else -> 2 }\n`,
  go: `package a\n\nvar regions = map[string]string{"${region}": "a"}\n\nfunc f() { cfg, _ := config.LoadDefaultConfig(ctx, config.WithRegion("${region}")) }\n`,
  csharp: `using Amazon;\nclass A { const string R = "${region}"; var c = new AmazonS3Client(RegionEndpoint.USEast1); }\n`,
  ruby: `Aws.config.update(region: ENV.fetch('AWS_REGION', '${region}'))\nREGIONS = %w[${region} eu-west-1].freeze\n`,
  rust: `const REGION: &str = "${region}";\nfn f(r: &str) -> i32 { match r { "${region}" => 1, _ => 2 } }\n`,
  php: `<?php\n$c = new S3Client(['region' => getenv('AWS_REGION') ?: '${region}']);\n`,
  shell: `#!/bin/bash\nexport AWS_REGION=\${AWS_REGION:-${region}}\naws s3 ls --region ${region} "${arn}"\n`,
  powershell: `$env:AWS_REGION = "${region}"\nGet-S3Bucket -Region ${region}\n`,
  dockerfile: `FROM 123456789012.dkr.ecr.${region}.amazonaws.com/app:1\nENV AWS_REGION=${region}\n`,
  terraform: `provider "aws" {\n  region = var.region != "" ? var.region : "${region}"\n}\nlocals { m = { "${region}" = "a" } }\n`,
  yaml: `Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties: { TopicName: !Sub "x-${region}", Arn: "${arn}" }\nlist: [${region}, eu-west-1]\n`,
  json: `{"region": "${region}", "map": {"${region}": {"ami": "ami-12345678"}}, "arn": ["${arn}"]}\n`,
  toml: `[a]\nregion = "${region}"\nlist = ["${region}", "eu-west-1"]\n`,
  properties: `aws.region=${region}\nqueue=https://sqs.${region}.amazonaws.com/123456789012/q\n`,
  env: `AWS_REGION=${region}\nexport TOPIC=${arn}\n`,
};
const every = Object.values(seeds).join('\n');
const odd = ['"', "'", '`', '${', '}', '{', '(', ')', '[', ']', '<', '>', '\\', '/*', '*/', '//', '#', '<<EOF', '"""', "'''", '\0', '\r', '\u2028', '\ud800', '😀', '\t', ':', '- ', '|', '&a', '*a', '<<:', '!!js', '=', region, arn, '\ufeff', '#{', '%{', '@', ';', '\n'];

const edit = fc.record({ at: fc.nat(), cut: fc.nat(40), put: fc.array(fc.constantFrom(...odd), { maxLength: 4 }), copies: fc.constantFrom(1, 1, 1, 30) });
const mutated = (text: string, edits: readonly { readonly at: number; readonly cut: number; readonly put: readonly string[]; readonly copies: number }[]): string =>
  edits.reduce((whole, { at, cut, put, copies }) => {
    const from = whole.length === 0 ? 0 : at % whole.length;
    return whole.slice(0, from) + put.join('').repeat(copies) + whole.slice(from + cut);
  }, text);

describe('reading mutated text', () => {
  for (const language of codeLanguages.keys()) {
    it(`of ${language} never throws and states valid facts within the text`, async () => {
      const seed = seeds[language] ?? seeds[language === 'javascript' ? 'typescript' : language] ?? every;
      await fc.assert(
        fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
          const text = mutated(seed, edits);
          const lines = text.split('\n').length;
          for (const fact of await readCode({ path: `a.${language}`, language, text })) {
            factSchema.parse(fact);
            if (fact.type === 'occurrence') assert.ok(fact.occurrence.span.line >= 1 && fact.occurrence.span.endLine <= lines);
          }
        }),
        { numRuns: 40, seed: 7 },
      );
    });

    it(`of ${language} survives deep nesting and says so where it could not`, async () => {
      for (const [open, close] of [['(', ')'], ['[', ']'], ['{', '}'], ['{"a":', '}'], ['- ', ''], ['<a>', '</a>'], ['if x {', '}'], ["f('", "')"]] as const) {
        const text = `${open.repeat(1_000)}"${region}"${close.repeat(1_000)}\nregion = "${region}"\n`;
        for (const fact of await readCode({ path: 'a', language, text })) factSchema.parse(fact);
      }
    });
  }
});

describe('linting hostile folders', () => {
  let cwd = '';
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'regionready-fuzz-'));
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));
  const write = (path: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), content);
  };

  it('leaves lines of 50 MB alone and says so', async () => {
    write('long.ts', `const a = '${region}${'x'.repeat(50 << 20)}';`);
    write('a.ts', `export const region = '${region}';`);
    const { blindSpots } = await lint({ cwd });
    assert.deepEqual(blindSpots.map(({ reason, source }) => [reason, source.file]), [['too-large', 'long.ts']]);
  });

  it('reads lines as long as a file may be', async () => {
    for (const extension of ['ts', 'py', 'json', 'yaml', 'sh', 'tf', 'properties']) write(`one.${extension}`, `a = ["${region}", "${'x'.repeat(1_900_000)}"]`);
    await lint({ cwd });
  });

  it('reads invalid UTF-8 and what is cut off', async () => {
    const bytes = Buffer.from(`export const region = '${region}';\n`);
    write('bad.ts', Buffer.concat([Buffer.from([0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80]), bytes]));
    write('utf16.ts', Buffer.from(`\ufeffexport const region = '${region}';`, 'utf16le').subarray(0, -1));
    write('mark.py', Buffer.from([0xef, 0xbb, 0xbf, 0xe2, 0x82]));
    const { summary } = await lint({ cwd });
    assert.equal(summary.looked['files:typescript'], 2);
  });

  it('follows no links and does not stumble over loops, pipes and files that it may not read', async () => {
    write('a.ts', `export const region = '${region}';`);
    mkdirSync(join(cwd, 'loop'));
    symlinkSync('..', join(cwd, 'loop/up'));
    symlinkSync('self.ts', join(cwd, 'self.ts'));
    symlinkSync('/etc/passwd', join(cwd, 'passwd.sh'));
    execFileSync('mkfifo', [join(cwd, 'pipe.ts')]);
    write('secret.ts', `export const region = '${region}';`);
    chmodSync(join(cwd, 'secret.ts'), 0);
    const { findings, summary, blindSpots } = await lint({ cwd });
    assert.equal(summary.looked['files:symbolic-links-not-followed'], 3);
    assert.ok(findings.every(({ path }) => path === 'a.ts' || path === 'secret.ts'));
    if (process.getuid?.() !== 0) assert.deepEqual(blindSpots.map(({ source }) => source.file), ['secret.ts']);
  });

  it('takes names of any kind', async () => {
    for (const name of ["it's.ts", 'a\nb.ts', '$(touch x).ts', '--fix.ts', '__proto__.ts', 'ä\u202e.ts', 'a\tb.py', `${'n'.repeat(200)}.ts`]) write(name, `export const region = '${region}';`);
    for (const cacheDir of ['cache', 'cache']) await lint({ cwd, cacheDir });
    execFileSync('git', ['init', '-q'], { cwd });
    execFileSync('git', ['add', '.'], { cwd });
    assert.equal((await lint({ cwd })).summary.looked['files:typescript'], 7);
  });
});
