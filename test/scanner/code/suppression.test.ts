import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { covers } from '../../../model/suppression.ts';
import { parseSuppression } from '../../../scanner/code/suppression.ts';
import { occurrencesIn, suppressionsOf } from '../../support/occurrences.ts';

describe('suppression comments', () => {
  it('are for their own line, or for the next line with program on it', async () => {
    const found = await suppressionsOf(`const a = 'us-east-1'; // regionready-ignore code-region-literal -- pinned
// regionready-ignore code-region-literal -- home of the audit log until 2030-01-31

/* regionready-ignore code-arn-literal, code-az-* -- also this */
const b = 'us-east-1';
const c = {
  // regionready-ignore code-region-literal -- inside
  region: 'us-east-1', /* regionready-ignore code-x -- behind */
};
// regionready-ignore-file code-partition-literal -- commercial only`);
    assert.deepEqual(found.map(({ rules, line, reason, until }) => [rules, line, reason, until]), [
      [['code-region-literal'], 1, 'pinned', undefined],
      [['code-region-literal'], 5, 'home of the audit log', '2030-01-31'],
      [['code-arn-literal', 'code-az-*'], 5, 'also this', undefined],
      [['code-region-literal'], 8, 'inside', undefined],
      [['code-x'], 8, 'behind', undefined],
      [['code-partition-literal'], undefined, 'commercial only', undefined],
    ]);
    assert.ok(found.every(({ problem }) => problem === undefined));
  });

  it('are told with what is wrong where other tools have another word', async () => {
    const found = await suppressionsOf("const a = 'us-east-1'; // regionready-ignore-line a -- b\n// regionready-ignore-next-line a -- b\nf(); // regionready-ignored, all of it\n");
    assert.deepEqual(found.map(({ problem }) => problem?.split(' ', 1)[0]), ['regionready-ignore-line', 'regionready-ignore-next-line']);
  });

  it('are told from the same words in literals and in JSX text', async () => {
    const found = await suppressionsOf("const a = 'regionready-ignore x -- y', b = `\n// regionready-ignore x -- y\n${'us-east-1'}`; const c = <p>regionready-ignore x -- y</p>; // regionready-ignore z -- real", 'a.tsx');
    assert.deepEqual(found.map(({ rules }) => rules), [['z']]);
  });

  it('are found before closing brackets and at the end of the file', async () => {
    const found = await suppressionsOf("const a = ['us-east-1' /* regionready-ignore a -- 1 */];\nfunction f() { // regionready-ignore b -- 2\n}\nf(x // regionready-ignore c -- 3\n);\n// regionready-ignore d -- 4");
    assert.deepEqual(found.map(({ rules: [rule], source }) => [rule, source.line]), [['a', 1], ['b', 2], ['c', 4], ['d', 6]]);
  });

  it('are members for remarks where there are no comments', async () => {
    const found = await suppressionsOf('{\n  "a": {\n    "//": "regionready-ignore code-region-literal -- one home",\n    "region": "us-east-1"\n  },\n  "b": { "$comment": "regionready-ignore code-arn-literal -- \\"here\\"", "c": "us-west-2" },\n  "d": "regionready-ignore code-x -- a value"\n}', 'a.json');
    assert.deepEqual(found.map(({ rules, line, reason }) => [rules, line, reason]), [[['code-region-literal'], 4, 'one home'], [['code-arn-literal'], 6, '\\"here\\"']]);
  });

  it('say what is wrong with them instead of being dropped', () => {
    for (const [text, problem] of [
      [' code-a', /no reason/], [' -- because', /names no rule/], [' code-a -- x until 2026-02-30', /no day/], [' Everything -- x', /no rule id/], ['', /names no rule/], [' code-a because I say so', /no reason|no rule id/],
    ] as const) assert.match(parseSuppression(text).problem ?? '', problem, text);
    assert.equal(parseSuppression(' * -- all of it').problem, undefined);
    assert.equal(parseSuppression(' a -- wait until Monday').problem, 'Monday is no day: write YYYY-MM-DD');
  });

  it('cover an occurrence, and a construct from its first line', async () => {
    const text = "// regionready-ignore code-region-list-missing-rt -- EU only\nconst REGIONS = [\n  'eu-west-1',\n  'eu-central-1',\n];\n";
    const [suppression] = await suppressionsOf(text);
    const [occurrence] = await occurrencesIn(text);
    assert.ok(suppression && occurrence && covers(suppression, occurrence));
    assert.ok(!covers({ ...suppression, line: 4 }, occurrence));
    assert.ok(!covers({ ...suppression, source: { ...suppression.source, file: 'b.ts' } }, occurrence));
  });
});
