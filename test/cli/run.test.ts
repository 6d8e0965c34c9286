import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commands } from '../../cli/index.ts';
import { reportError } from '../../cli/report-error.ts';
import { flagOf } from '../../cli/run.ts';
import { suggest } from '../../cli/suggest.ts';
import { version } from '../../cli/version.ts';
import { UserError } from '../../model/errors.ts';
import { memoryIo, runCli } from '../support/io.ts';

describe('command line', () => {
  it('helps on stdout with 0', async () => {
    const help = await runCli(['--help']);
    assert.equal(help.code, 0);
    for (const name of Object.keys(commands)) assert.match(help.stdout, new RegExp(`^  ${name} `, 'm'));
    assert.match(help.stdout, /Exit status:\n {2}0 ready · 1 gaps[^]*REGIONREADY_TODAY/);
    assert.deepEqual(await runCli(['-V']), { code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('helps with every command: options and examples that use the command', async () => {
    for (const [name, { load }] of Object.entries(commands)) {
      const command = await load();
      assert.equal(command.name, name);
      const [direct, indirect] = await Promise.all([runCli([name, '--help']), runCli(['help', name])]);
      assert.deepEqual([direct.code, indirect.code, direct.stderr], [0, 0, '']);
      assert.equal(direct.stdout, indirect.stdout);
      for (const [key, spec] of Object.entries(command.options)) assert.ok(direct.stdout.includes(flagOf(key, spec)), `${name} ${key}`);
      assert.ok(command.examples.length > 0 && command.examples.every((example) => example.command.startsWith(`regionready ${name}`)), name);
      assert.match(direct.stdout, /Examples:\n {2}\$ regionready/);
    }
  });

  it('treats a missing command as a mistake, not as success', async () => {
    const { code, stdout, stderr } = await runCli([]);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^Usage: regionready/);
  });

  it('says what was probably meant', async () => {
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['adit'], /^error\[RR101\]: unknown command 'adit'\. Did you mean audit\?\n {2}hint: /],
      [['regions', '--form', 'x'], /^error\[RR101\]: unknown option '--form'\. Did you mean --from\?/],
      [['regions', '--from'], /^error\[RR102\]: option '--from <region>' argument missing\./],
      [['regions', 'a', 'b'], /^error\[RR101\]: too many arguments/],
      [['regions', '--format', 'jsno'], /^error\[RR103\]: .*It takes text, json\. Did you mean json\?/],
      [['rules', 'explian'], /^error\[RR101\]: rules has no action explian\. Did you mean explain\?/],
      [['constructor'], /^error\[RR101\]: unknown command 'constructor'/],
    ];
    for (const [argv, expected] of cases) {
      const { code, stdout, stderr } = await runCli(argv);
      assert.deepEqual([code, stdout], [2, ''], argv.join(' '));
      assert.match(stderr, expected);
      assert.doesNotMatch(stderr, /\n\s+at /);
    }
  });
});

describe('errors', () => {
  const told = (thrown: unknown, env = {}): string => {
    const { io, written } = memoryIo({ env });
    assert.equal(reportError(thrown, io), 2);
    return written.stderr;
  };

  it('of the user have a code and a hint and no stack', () => {
    assert.equal(told(new UserError('RR201', 'There is no \u001b[31mx.\nNor y.')), 'error[RR201]: There is no [31mx.\n  Nor y.\n  hint: Check the path; it is taken relative to the working directory.\n');
  });

  it('of ours say so, and show a stack to who asks', () => {
    assert.match(told(new TypeError('x is not a function')), /^error: x is not a function\n {2}This is a defect[^]*REGIONREADY_DEBUG=1/);
    assert.doesNotMatch(told(new TypeError('x')), /\n\s+at /);
    assert.match(told(new TypeError('x'), { REGIONREADY_DEBUG: '1' }), /\n\s+at /);
  });
});

describe('suggestions', () => {
  it('are near, and none is made where nothing is', () => {
    assert.equal(suggest('sarf', ['json', 'sarif']), 'sarif');
    assert.equal(suggest('HTML', ['html']), 'html');
    assert.equal(suggest('xml', ['json', 'sarif']), undefined);
    assert.equal(suggest('x'.repeat(10_000), ['json']), undefined);
  });
});
