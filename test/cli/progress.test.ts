import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { progress } from '../../cli/progress.ts';
import { memoryIo } from '../support/io.ts';

describe('progress', () => {
  it('overwrites one line of a terminal, not too often, and takes it away', () => {
    const { io, written } = memoryIo({ columns: 20 });
    let now = 0;
    const line = progress(io, true, () => now);
    line.show('reading a long name\nof\u001b[31m a file');
    line.show('too soon');
    now = 1000;
    line.show('later');
    line.clear();
    line.clear();
    assert.equal(written.stderr, '\r\u001b[2Kreading a long nam…\r\u001b[2Klater\r\u001b[2K');
  });

  it('is silent in pipes, logs and where nobody wants it', () => {
    for (const [around, wanted] of [[{}, true], [{ columns: 80, env: { CI: 'true' } }, true], [{ columns: 80, env: { TERM: 'dumb' } }, true], [{ columns: 80 }, false]] as const) {
      const { io, written } = memoryIo(around);
      const line = progress(io, wanted);
      line.show('x');
      line.clear();
      assert.equal(written.stderr, '');
    }
  });
});
