import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changedLines, touches } from '../../../scanner/files/diff-lines.ts';

describe('changedLines', () => {
  it('reads hunks, skips their content and unquotes names', () => {
    const diff = [
      'diff --git a/a.ts b/a.ts', '--- a/a.ts', '+++ b/a.ts',
      '@@ -1 +1,2 @@ const', '-old', '+++ b/forged.ts', '+@@ -1 +90,9 @@',
      '@@ -10,3 +11,0 @@', '-a', '-b', '--- c',
      '@@ -20,0 +19 @@', '+x', '\\ No newline at end of file',
      'diff --git "a/\\303\\244 \\"q\\"\\t.ts" "b/\\303\\244 \\"q\\"\\t.ts"', '--- /dev/null', '+++ "b/\\303\\244 \\"q\\"\\t.ts"', '@@ -0,0 +1,3 @@', '+1', '+2', '+3',
      '--- a/with space.ts\t', '+++ b/with space.ts\t', '@@ -1 +1 @@', '-1', '+2',
      '--- a/gone.ts', '+++ /dev/null', '@@ -1,2 +0,0 @@', '-1', '-2', '',
    ].join('\n');
    assert.deepEqual([...changedLines(diff)], [['a.ts', [[1, 2], [19, 19]]], ['ä "q"\t.ts', [[1, 3]]], ['with space.ts', [[1, 1]]]]);
  });

  it('tells whether lines meet', () => {
    assert.equal(touches([[3, 5]], 5, 9), true);
    assert.equal(touches([[3, 5]], 6, 9), false);
    assert.equal(touches([], 1, 1), false);
    assert.equal(touches('all', 1, 1), true);
  });
});
