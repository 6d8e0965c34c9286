import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { findConfig, loadConfig, type LoadedConfig } from '../../cli/config.ts';
import { configJsonSchema } from '../../cli/config-schema.ts';
import type { Rule } from '../../rules/rule.ts';
import { folderWith } from '../support/io.ts';
import { codeRule, tinyRule } from '../support/tiny-readiness.ts';

const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['data-tiny', { ...tinyRule, options: z.object({ days: z.int().min(1).default(7) }) }],
  ['code-tiny', codeRule],
]);
const load = async (files: Record<string, string>, explicit?: string): Promise<LoadedConfig> => loadConfig({ cwd: await folderWith(files), rules, explicit, lookup: true });

/** Message of the error that a configuration gives. */
async function problem(name: string, text: string): Promise<string> {
  try {
    await load({ [name]: text }, name);
  } catch (thrown) {
    const { code, message } = thrown as { code: string; message: string };
    return `${code} ${message.replace(/\S*\/(regionready[^/]*)/g, '$1')}`;
  }
  return assert.fail('it was taken');
}

describe('configuration', () => {
  it('is the same in every format', async () => {
    const expected = { home: 'us-east-1', target: ['eu-west-1'], rules: { 'data-tiny': { options: { days: 3 } } }, exemptions: [{ rule: '*', subject: 'x', reason: 'y', until: '2030-01-31' }] };
    const json = JSON.stringify(expected);
    const yaml = 'home: us-east-1\ntarget: [eu-west-1]\nrules:\n  data-tiny: { options: { days: 3 } }\nexemptions:\n  - { rule: "*", subject: x, reason: y, until: 2030-01-31 }\n';
    for (const [name, text] of Object.entries({ json, yaml, yml: `\ufeff${yaml}`, ts: `const config: object = ${json};\nexport default config;`, mjs: `export default ${json};` })) {
      assert.deepEqual((await load({ [`regionready.config.${name}`]: text })).config, expected, name);
    }
  });

  it('counts paths of services from its own folder', async () => {
    const root = await folderWith({ 'shop/regionready.config.yaml': 'services:\n  orders: { include: [orders/src/*, shop-orders, "*media*"] }\n' });
    const includeFrom = async (cwd: string): Promise<readonly string[] | undefined> => (await loadConfig({ cwd, rules, explicit: join(root, 'shop/regionready.config.yaml'), lookup: false })).config.services?.['orders']?.include;
    await mkdir(join(root, 'shop/orders'));
    assert.deepEqual(await includeFrom(join(root, 'shop')), ['orders/src/*', 'shop-orders', '*media*']);
    assert.deepEqual(await includeFrom(root), ['orders/src/*', 'shop/orders/src/*', 'shop-orders', '*media*']);
    assert.deepEqual(await includeFrom(join(root, 'shop/orders')), ['orders/src/*', 'src/*', 'shop-orders', '*media*']);
  });

  it('may be empty, and there may be none', async () => {
    assert.deepEqual((await load({ 'regionready.config.yaml': '# nothing yet\n' })).config, {});
    assert.deepEqual((await load({ '.git/HEAD': '' })).config, {});
  });

  it('is found upward, to the root of the repository and no further', async () => {
    const root = await folderWith({ 'regionready.config.yaml': 'home: us-east-1', 'repo/.git/HEAD': '', 'repo/a/b/c.txt': '', 'repo/a/regionready.config.json': '{}' });
    assert.equal(await findConfig(join(root, 'repo/a/b')), join(root, 'repo/a/regionready.config.json'));
    assert.equal(await findConfig(join(root, 'repo')), undefined);
    await mkdir(join(root, 'x'));
    assert.equal(await findConfig(join(root, 'x')), join(root, 'regionready.config.yaml'));
    assert.equal((await loadConfig({ cwd: root, rules, lookup: false })).path, undefined);
  });

  it('refuses two in one folder', async () => {
    await assert.rejects(load({ 'regionready.config.yaml': '', 'regionready.config.json': '{}' }), { code: 'RR401' });
  });

  it('says which key is wrong, where, and what was meant', async () => {
    assert.equal(await problem('regionready.config.yaml', 'home: us-east-1\n\ntargets: [eu-west-1]\n'), 'RR401 regionready.config.yaml:3:1: targets is no key of the configuration. Did you mean target? Known: home, target, strategy, services, exemptions, residency, headroom, rules, overrides, paths, templates, compare, plan, failOn.');
    assert.equal(await problem('regionready.config.yaml', 'services:\n  shop:\n    tiers: 1\n'), 'RR401 regionready.config.yaml:3:5: services.shop.tiers is no key of the configuration. Did you mean tier? Known: tier, rto, rpo, pause, consistency, strategy, include.');
    assert.equal(await problem('regionready.config.json', '{\n  "strategy": "warm-stand-by"\n}'), 'RR401 regionready.config.json:2:15: strategy: Invalid option: expected one of "backup-restore"|"pilot-light"|"warm-standby"|"active-active". Did you mean warm-standby?');
    assert.match(await problem('regionready.config.yaml', 'templates:\n  - path: a\n    regoins: [x]\n'), /:3:5: templates\[0\]\.regoins is no key of the configuration\. Did you mean regions\?/);
    assert.match(await problem('regionready.config.yaml', 'exemptions:\n  - rule: "*"\n    subject: x\n'), /:2:5: exemptions\[0\]\.reason: /);
    assert.match(await problem('regionready.config.yaml', 'exemptions:\n  - { rule: "*", subject: x, reason: y, until: tomorrow }\n'), /:2:48: exemptions\[0\]\.until: /);
    assert.match(await problem('regionready.config.yaml', 'rules:\n  data-tiny: { severty: low }\n'), /:2:16: rules\.data-tiny\.severty is no key .* Did you mean severity\?/);
    assert.match(await problem('regionready.config.mjs', 'export default { hmoe: "x" };'), /^RR401 regionready\.config\.mjs: hmoe is no key of the configuration\. Did you mean home\?/);
  });

  it('says which rules and options do not exist', async () => {
    assert.equal(await problem('regionready.config.yaml', 'rules:\n  data-tny: off\n'), 'RR403 regionready.config.yaml:2:3: There is no rule data-tny. Did you mean data-tiny?');
    assert.match(await problem('regionready.config.yaml', 'exemptions:\n  - { rule: code-tyni, subject: x, reason: y }\n'), /^RR403 .*:2:13: There is no rule code-tyni\. Did you mean code-tiny\?/);
    assert.match(await problem('regionready.config.yaml', 'rules:\n  data-tiny:\n    options: { day: 3 }\n'), /^RR401 .*:3:16: data-tiny has no option day\. Did you mean days\?/);
    assert.match(await problem('regionready.config.yaml', 'rules:\n  data-tiny:\n    options: { days: 0 }\n'), /^RR401 .*:3:22: rules\.data-tiny\.options\.days: /);
    assert.match(await problem('regionready.config.yaml', 'rules:\n  code-tiny:\n    options: { days: 3 }\n'), /code-tiny has no option days\. It has none\./);
  });

  it('refuses what cannot be loaded, with the place', async () => {
    assert.match(await problem('regionready.config.yaml', 'home: [us-east-1\ntarget: x\n'), /^RR402 regionready\.config\.yaml:\d+:\d+: /);
    assert.match(await problem('regionready.config.yaml', 'home: a\nhome: b\n'), /^RR402 regionready\.config\.yaml:2:1: Map keys must be unique/);
    assert.match(await problem('regionready.config.json', '{ home: "x" }'), /^RR402/);
    assert.match(await problem('regionready.config.mjs', 'throw new Error("no luck")'), /^RR402 .*no luck/);
    assert.match(await problem('regionready.config.mjs', 'export const a = 1;'), /^RR402 .*no default export/);
    assert.match(await problem('regionready.config.toml', ''), /^RR402/);
    await assert.rejects(load({}, 'missing.yaml'), { code: 'RR201' });
    const laughs = `a: &a [x, x]\n${Array.from({ length: 12 }, (_, index) => `b${index}: &b${index} [${Array.from({ length: 9 }, () => `*${index === 0 ? 'a' : `b${index - 1}`}`).join(', ')}]`).join('\n')}\n`;
    assert.match(await problem('regionready.config.yaml', laughs), /^RR402/);
  });

  it('cannot be used to change what objects are', async () => {
    assert.match(await problem('regionready.config.json', '{ "__proto__": { "home": "us-east-1" } }'), /^RR401 .*__proto__ is no key/);
    await load({ 'regionready.config.json': '{ "rules": {}, "services": { "constructor": { "tier": 1 } } }' });
    assert.equal(({} as { home?: string }).home, undefined);
  });
});

describe('JSON schema of the configuration', () => {
  it('knows every rule and its options', () => {
    const validate = new Ajv2020({ strict: false, formats: { date: true } }).compile(configJsonSchema(rules.values()));
    assert.ok(validate({ $schema: 'x', home: ['us-east-1'], rules: { 'data-tiny': { options: { days: 3 } }, 'code-tiny': 'off' } }), JSON.stringify(validate.errors));
    for (const wrong of [{ hmoe: 'x' }, { rules: { 'data-tny': 'off' } }, { rules: { 'data-tiny': { options: { day: 3 } } } }, { rules: { 'code-tiny': { options: {} } } }]) assert.equal(validate(wrong), false, JSON.stringify(wrong));
  });
});
