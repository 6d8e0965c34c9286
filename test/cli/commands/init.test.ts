import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { starterConfig } from '../../../cli/starter-config.ts';
import { configSchema } from '../../../model/config.ts';
import { folderWith, runCli } from '../../support/io.ts';
import { hostile } from '../../support/tiny-readiness.ts';

describe('init', () => {
  it('writes what the templates tell, and audit can use it', async () => {
    const cwd = await folderWith({ '.git/HEAD': '', 'shop.yaml': 'Resources: { Media: { Type: AWS::S3::Bucket, Properties: { Tags: [{ Key: application, Value: web }] } } }\n' });
    assert.equal((await runCli(['init', '--stdout'], { cwd })).code, 0);
    const ran = await runCli(['init'], { cwd });
    assert.deepEqual([ran.code, ran.stdout], [0, '']);
    const text = await readFile(join(cwd, 'regionready.config.yaml'), 'utf8');
    assert.match(text, /# {2}web: \{ tier: 1, rto: 4h, rpo: 15m \} {2}# 1 resource, by tag/);
    assert.match(text, /# {2}- path: shop\.yaml/);
    assert.equal((await runCli(['audit', '--home', 'us-east-1', '-t', 'eu-west-1', '--fail-on', 'none'], { cwd })).code, 0);
  });

  it('names the accounts that what was read tells of', async () => {
    const cwd = await folderWith({ '.git/HEAD': '', 'state.tfstate': JSON.stringify({ version: 4, terraform_version: '1.9.0', serial: 1, lineage: 'a', outputs: {}, resources: [{ mode: 'managed', type: 'aws_dynamodb_table', name: 'orders', provider: 'provider["registry.terraform.io/hashicorp/aws"]', instances: [{ schema_version: 1, attributes: { name: 'orders', id: 'orders', arn: 'arn:aws:dynamodb:us-east-1:111122223333:table/orders' } }] }] }) });
    const { stdout } = await runCli(['init', '--stdout'], { cwd });
    assert.match(stdout, /^# What was read tells of 1 account: 111122223333\. Scan them with: regionready scan --accounts 111122223333$/m);
    assert.match(stdout, /^home: us-east-1$/m);
  });

  it('does not replace a configuration unless told, and never makes a second one', async () => {
    const cwd = await folderWith({ 'regionready.config.yaml': 'home: us-east-1\n' });
    const refused = await runCli(['init'], { cwd });
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /regionready\.config\.yaml exists already/);
    assert.equal(await readFile(join(cwd, 'regionready.config.yaml'), 'utf8'), 'home: us-east-1\n');
    assert.equal((await runCli(['init', '--force'], { cwd })).code, 0);
    const other = await folderWith({ 'regionready.config.json': '{}' });
    assert.equal((await runCli(['init', '--force'], { cwd: other })).code, 2);
    await writeFile(join(other, 'x'), '');
  });

  it('is valid as it is, and when every suggestion in it is taken', () => {
    for (const detected of [
      { home: undefined, homeless: [], services: [] },
      { home: 'eu-west-1', homeless: ['a.yaml', hostile], services: [{ id: hostile, basis: 'tag', resources: 1 }, { id: 'plain', basis: 'stack', resources: 2 }] },
    ]) {
      const text = starterConfig(detected);
      configSchema.parse(parse(text));
      const taken = text.replace(/^#(?! [^ ])/gm, '');
      const config = configSchema.parse(parse(taken));
      assert.ok(config.exemptions !== undefined && config.rules !== undefined && config.services !== undefined && config.templates !== undefined, taken);
    }
  });
});
