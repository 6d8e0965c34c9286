import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { rules } from '../../../rules/index.ts';
import { remediesFor } from '../../../rules/remedy-for.ts';
import type { HclBlock, HclValue, Remedy } from '../../../rules/remedy.ts';
import { hclText } from '../../../rules/remedies/print/hcl.ts';
import { shellText } from '../../../rules/remedies/print/shell.ts';
import { templateText } from '../../../rules/remedies/print/template.ts';
import type { EstateExample, Rule } from '../../../rules/rule.ts';
import { intentOf, judgeExample, viewOfExample } from '../../support/run-example.ts';

const registry: ReadonlyMap<string, Rule> = new Map(Object.entries<Rule>(rules));
const withRemedy = [...registry.values()].filter(({ remedy }) => remedy !== undefined);

/** Every remedy that a rule makes of the gaps of its examples. */
function remediesOf(rule: Rule): Remedy[] {
  return rule.examples.gap.flatMap((given) => {
    const example = given as EstateExample;
    const context = { view: viewOfExample(example), rules: registry, intent: intentOf(example) };
    return judgeExample([rule], example).flatMap((judgement) => remediesFor(judgement, context));
  });
}
const all = new Map(withRemedy.map((rule) => [rule.id, remediesOf(rule)]));
/** Something for every variable of a configuration. */
function variablesOf(blocks: readonly HclBlock[]): Record<string, HclValue> {
  const isList = ({ body }: HclBlock): boolean => JSON.stringify(body?.['type'] ?? '').includes('list(');
  return Object.fromEntries(blocks.filter(({ type }) => type === 'variable').map((block) => [block.labels?.[0] ?? '', isList(block) ? ['x'] : 'x']));
}
const folder = mkdtempSync(join(tmpdir(), 'regionready-remedies-'));
const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

/** Checks of required members, one of several among them: what is merged into a template leaves alone what is there already. */
const required = ['E3003', 'E3014', 'E3017', 'E3018', 'E3058', 'E3660', 'E3661'];

describe('remedies', () => {
  for (const [id, remedies] of all) {
    it(`${id} makes at least one form for a gap of its examples`, () => {
      assert.ok(remedies.length > 0);
      for (const { cloudformation, terraform, cli } of remedies) assert.ok(cloudformation !== undefined || terraform !== undefined || cli !== undefined);
    });

    it(`${id} writes calls that a shell parses`, () => {
      for (const { cli = [] } of remedies) execFileSync('/bin/sh', ['-n'], { input: shellText(cli) });
    });
  }

  for (const [what, merged, ignored] of [['templates', false, []], ['members to merge', true, ['--ignore-checks', ...required]]] as const) {
    it(`makes ${what} that cfn-lint finds nothing wrong with`, { skip: has('cfn-lint') ? false : 'cfn-lint is not installed' }, () => {
      const files = [...all].flatMap(([id, remedies]) =>
        remedies.flatMap(({ cloudformation = [] }, index) =>
          cloudformation.filter(({ merge = false }) => merge === merged).map((piece, at) => {
            const file = join(folder, `${id}-${index}-${at}${merged ? '-merged' : ''}.yaml`);
            writeFileSync(file, templateText([piece]));
            return file;
          })));
      const { status, stdout } = spawnSync('cfn-lint', ['--non-zero-exit-code', 'error', ...ignored, '--', ...files], { encoding: 'utf8' });
      assert.equal(status, 0, stdout);
    });
  }

  const plugins = process.env['TERRAFORM_PLUGIN_DIR'];
  it('makes configurations that terraform validates', { skip: has('terraform') && plugins !== undefined ? false : 'terraform, or TERRAFORM_PLUGIN_DIR with the AWS provider, is not there' }, () => {
    const root = join(folder, 'terraform');
    // One module for each remedy, called by one root: the provider is loaded once.
    const modules = [...all].flatMap(([id, remedies]) => remedies.flatMap(({ terraform = [] }, index) => (terraform.length === 0 ? [] : [{ name: `${id}-${index}`, text: hclText(terraform), given: variablesOf(terraform) }])));
    for (const { name, text } of modules) {
      mkdirSync(join(root, name), { recursive: true });
      writeFileSync(join(root, name, 'main.tf'), text);
    }
    writeFileSync(join(root, 'main.tf'), hclText(modules.map(({ name, given }) => ({ type: 'module', labels: [name], body: { source: `./${name}`, ...given } }))));
    const env = { ...process.env, TF_CLI_CONFIG_FILE: '' };
    for (const words of [['init', '-backend=false', '-input=false', `-plugin-dir=${plugins}`], ['validate', '-no-color']]) {
      const { status, stdout, stderr } = spawnSync('terraform', words, { cwd: root, env, encoding: 'utf8' });
      assert.equal(status, 0, stdout + stderr);
    }
  });
});
