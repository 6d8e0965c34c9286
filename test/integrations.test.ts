import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import type { OptionSpec } from '../cli/command.ts';
import { lint } from '../cli/commands/lint.ts';
import { flagOf } from '../cli/run.ts';
import { problemsOf } from './support/command-lines.ts';
import { folderWith } from './support/io.ts';

/** https://docs.github.com/actions/sharing-automations/creating-actions/metadata-syntax-for-github-actions */
const actionSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  author: z.string(),
  branding: z.strictObject({ icon: z.string(), color: z.enum(['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']) }),
  inputs: z.record(z.string().regex(/^[a-z-]+$/), z.strictObject({ description: z.string(), required: z.boolean(), default: z.string() })),
  outputs: z.record(z.string(), z.strictObject({ description: z.string(), value: z.string() })),
  runs: z.strictObject({
    using: z.literal('composite'),
    steps: z.array(z.strictObject({ id: z.string(), name: z.string(), shell: z.literal('bash'), 'working-directory': z.string(), env: z.record(z.string().regex(/^INPUT_[A-Z_]+$/), z.string()), run: z.string() })).length(1),
  }),
});
const action = actionSchema.parse(parse(readFileSync('action.yml', 'utf8')));
const [step] = action.runs.steps;
assert.ok(step);

/** Runs the step with an npx that prints its arguments, one per line. */
async function arguments_(inputs: Readonly<Record<string, string>>): Promise<{ readonly printed: string[]; readonly output: string }> {
  const cwd = await folderWith({ 'bin/npx': '#!/bin/sh\nfor each in "$@"; do printf "%s\\n" "$each"; done\n', output: '' });
  execFileSync('chmod', ['+x', join(cwd, 'bin/npx')]);
  const given = Object.entries(action.inputs).map(([name, { default: value }]) => [`INPUT_${name.replaceAll('-', '_').toUpperCase()}`, inputs[name] ?? value]);
  const env = { ...Object.fromEntries(given), PATH: `${join(cwd, 'bin')}:${process.env['PATH'] ?? ''}`, GITHUB_OUTPUT: join(cwd, 'output') };
  const printed = execFileSync('bash', ['-c', step?.run ?? ''], { cwd, env, encoding: 'utf8' });
  return { printed: printed.trimEnd().split('\n'), output: await readFile(join(cwd, 'output'), 'utf8') };
}

describe('the GitHub action', () => {
  it('takes its inputs from the environment only, so that no text becomes a command', () => {
    assert.doesNotMatch(step.run, /\$\{\{/);
    const read = Object.values(step.env).map((value) => /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1]);
    assert.deepEqual([...read, 'working-directory'].sort(), Object.keys(action.inputs).sort());
    assert.equal(step['working-directory'], '${{ inputs.working-directory }}');
  });

  it('uses only flags that lint has', () => {
    const known = new Set(Object.entries<OptionSpec>(lint.options).map(([key, spec]) => flagOf(key, spec)));
    const used = Array.from(step.run.replace(/^.*npx /m, '').matchAll(/(?<=[ (])--[a-z][a-z-]*/g), ([flag]) => flag).filter((flag) => flag !== '--yes' && flag !== '--package');
    assert.ok(used.length >= 6);
    assert.deepEqual(used.filter((flag) => !known.has(flag)), []);
  });

  it('hands inputs on word by word', async () => {
    assert.deepEqual((await arguments_({})).printed, ['--yes', '--package', 'regionready@latest', '--', 'regionready', 'lint', '--format', 'github', '--no-progress', '--fail-on', 'high', '--']);
    const { printed, output } = await arguments_({ paths: 'src\nmy folder/$(touch x)\n', targets: 'eu-west-1,eu-west-2', home: 'us-east-1', 'sarif-file': 'a b.sarif', baseline: 'b.json', version: './r.tgz', 'fail-on': 'none' });
    assert.deepEqual(printed, ['--yes', '--package', './r.tgz', '--', 'regionready', 'lint', '--format', 'github', '--no-progress', '--fail-on', 'none', '--target', 'eu-west-1,eu-west-2', '--home', 'us-east-1', '--baseline', 'b.json', '--format', 'sarif=a b.sarif', '--', 'src', 'my folder/$(touch x)']);
    assert.equal(output, 'sarif-file=a b.sarif\n');
    assert.deepEqual(await problemsOf(`regionready ${printed.slice(5).join(' ')}`), []);
  });

  it('is documented input by input', () => {
    const page = readFileSync('docs/ci.md', 'utf8');
    for (const name of Object.keys(action.inputs)) assert.match(page, new RegExp(`^\\| \`${name}\` \\|`, 'm'));
  });
});

/** https://pre-commit.com/#creating-new-hooks */
const hooksSchema = z.array(z.strictObject({
  id: z.string(), name: z.string(), description: z.string(), language: z.literal('node'), entry: z.string(), pass_filenames: z.boolean(), require_serial: z.boolean(),
  types_or: z.array(z.string()).nonempty(), minimum_pre_commit_version: z.string(),
})).nonempty();

describe('the pre-commit hook', () => {
  it('is of the shape that pre-commit reads, and runs a command line that lint takes', async () => {
    for (const { entry } of hooksSchema.parse(parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')))) {
      assert.match(entry, /^regionready /);
      assert.deepEqual(await problemsOf(entry), []);
    }
  });
});

describe('the package', () => {
  it('exports what the build makes', () => {
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: { './eslint': { types: string; default: string } } };
    assert.deepEqual(exports['./eslint'], { types: './dist/eslint/index.d.ts', default: './dist/eslint/index.js' });
    assert.ok((JSON.parse(readFileSync('tsconfig.build.json', 'utf8')) as { include: string[] }).include.includes('eslint'));
  });
});
