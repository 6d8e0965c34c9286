import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../rules/index.ts';
import { runCli } from '../../support/io.ts';

const [id = ''] = Object.keys(rules);

describe('rules', () => {
  it('lists every rule with its severities', async () => {
    const { code, stdout } = await runCli(['rules'], { columns: 80 });
    assert.equal(code, 0);
    for (const rule of Object.keys(rules)) assert.match(stdout, new RegExp(`^  ${rule} +(?:(?:crit|high|med|low|info|off) +){4}\\S`, 'm'));
    assert.equal((JSON.parse((await runCli(['rules', '--format', 'json'])).stdout) as unknown[]).length, Object.keys(rules).length);
  });

  it('explains one, as text, Markdown or JSON', async () => {
    assert.match((await runCli(['rules', 'explain', id])).stdout, new RegExp(`^${id} [^]*Why it matters[^]*What to do`));
    assert.match((await runCli(['rules', 'explain', id, '--format', 'markdown'])).stdout, new RegExp(`^# ${id}\n`));
    assert.equal((JSON.parse((await runCli(['rules', 'explain', id, '--format', 'json'])).stdout) as { id: string }).id, id);
  });

  it('says what was meant by a wrong id, and asks for a missing one', async () => {
    assert.match((await runCli(['rules', 'explain', `${id.slice(0, -1)}x`])).stderr, /^error\[RR403\]: There is no rule .* Did you mean /);
    assert.match((await runCli(['rules', 'explain'])).stderr, /^error\[RR102\]/);
    assert.match((await runCli(['rules', id])).stderr, new RegExp(`hint: Try: regionready rules explain ${id}`));
  });
});
