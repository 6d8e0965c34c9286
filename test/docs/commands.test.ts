import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { commandLinesIn, problemsOf } from '../support/command-lines.ts';

/** Every command line that a reader could copy is one that the command line takes. */
describe('commands in the documentation', () => {
  for (const page of ['README.md', ...globSync('docs/*.md').sort()]) {
    it(page, async () => {
      for (const line of commandLinesIn(readFileSync(page, 'utf8'))) assert.deepEqual(await problemsOf(line), [], line);
    });
  }

  it('are found, and wrong ones would be told', async () => {
    assert.ok(commandLinesIn(readFileSync('docs/ci.md', 'utf8')).length >= 8);
    assert.deepEqual(commandLinesIn('`regionready lint --x`\n\n```sh\nnpx regionready scan . # why\n```\n'), ['npx regionready scan .', 'regionready lint --x']);
    assert.deepEqual(await problemsOf('npx regionready lnit'), ['There is no command lnit.']);
    assert.deepEqual(await problemsOf('regionready lint --tragets a --fail-on never --format nope=x'), ['lint has no option --tragets.', '--fail-on does not take never.', 'lint has no format nope.']);
  });
});
