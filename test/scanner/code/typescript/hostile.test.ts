import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { occurrenceSchema } from '../../../../model/occurrence.ts';
import { suppressionSchema } from '../../../../model/suppression.ts';
import { blindSpotsIn, factsIn, occurrencesIn } from '../../../support/occurrences.ts';

describe('hostile TypeScript', () => {
  const deep: Readonly<Record<string, string>> = {
    brackets: `${'['.repeat(20_000)}'us-east-1'${']'.repeat(20_000)}`,
    parentheses: `const a = ${'('.repeat(20_000)}'us-east-1'${')'.repeat(20_000)}`,
    objects: `const a = ${'{a:'.repeat(20_000)}'us-east-1'${'}'.repeat(20_000)}`,
    calls: `${'f('.repeat(20_000)}'us-east-1'${')'.repeat(20_000)}`,
    templates: `${'`${'.repeat(10_000)}'us-east-1'${'}`'.repeat(10_000)}`,
    conditions: `const a = ${'b ? '.repeat(20_000)}'us-east-1'${' : c'.repeat(20_000)}`,
    members: `a${'.b'.repeat(50_000)} = 'us-east-1'`,
    'chained calls': `f('us-east-1')${'.g()'.repeat(20_000)}`,
  };
  for (const [what, text] of Object.entries(deep)) {
    it(`${what}: nesting overflows no stack, and the region is found or the blind spot says why not`, async () => {
      const facts = await factsIn(text);
      assert.ok(facts.some((fact) => fact.type === 'occurrence' && fact.occurrence.text === 'us-east-1'));
    });
  }

  it('says when it could only search the text', async () => {
    const spots = await blindSpotsIn(deep['brackets'] ?? '');
    for (const { reason, message } of spots) assert.deepEqual([reason, /nested too deeply/.test(message)], ['unparsable', true]);
  });

  it('keeps costs linear in what a file holds', async () => {
    const many: Readonly<Record<string, (index: number) => string>> = {
      constants: (index) => `export const R${index} = 'us-east-1';\n`,
      'uses of one name': (index) => (index === 0 ? "const R = 'us-east-1';\n" : 'f(R);\n'),
      'members of one map': (index) => (index === 0 ? 'const M = {' : `'us-east-${index}': R,`),
      sums: (index) => (index === 0 ? "const s = 'us-east-1'" : " + 'eu-west-1' + x"),
      suppressions: () => '// regionready-ignore a -- b\n',
      'entries of lists': (index) => (index === 0 ? 'const L = [' : `['us-east-1'],`),
    };
    for (const [what, line] of Object.entries(many)) {
      const text = Array.from({ length: 3_000 }, (_, index) => line(index)).join('');
      const started = performance.now();
      await factsIn(text);
      assert.ok(performance.now() - started < 10_000, what);
    }
  });

  it('survives broken programs and keeps what it can read', async () => {
    const text = "import { S3Client } from '@aws-sdk/client-s3';\nfunction f( { \nnew S3Client({ region: 'us-east-1' });\nconst b = 'eu-west-1'\n";
    assert.deepEqual((await occurrencesIn(text)).map(({ text: found }) => found), ['us-east-1', 'eu-west-1']);
  });

  it('is not confused by names of built-in members', async () => {
    const text = "const __proto__ = 'us-east-1'; const o = { constructor: 'us-east-1', __proto__: { toString: 'eu-west-1' }, hasOwnProperty: 'us-west-2' }; new constructor({ region: __proto__ });";
    assert.ok((await occurrencesIn(text)).length >= 2);
  });

  it('lets no secret into a fact', async () => {
    const text = "new S3Client({ region: 'us-east-1', credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'hunter2hunter2' } });\nconst u = 'https://me:hunter2hunter2@a.us-east-1.amazonaws.com/?X-Amz-Signature=hunter2hunter2';\n";
    assert.doesNotMatch(JSON.stringify(await factsIn(text)), /hunter2|IOSFODNN7/);
  });

  it('gives facts that the schema accepts and spans inside of the text, for any text', async () => {
    const piece = fc.constantFrom("'us-east-1'", '"arn:aws:s3:::b"', '`${region}a`', 'const a = ', '{', '}', '[', ']', '(', ')', ',', ';', ':', '?', '||', '??', '+', '=', '===', 'new S3Client', 'region', 'Region.US_EAST_1', 'switch (r) ', 'case ', 'enum E ', 'type T = ', '|', '/us-(east|west)-1/', '\n', '// regionready-ignore a -- b\n', '<a b="us-east-1">', '</a>', 'export ', 'import { a } from "./b"', '`', "'", '\\', '${', '\u2028', '😀', '=>', 'return ', 'class A ', 'this.', 'process.env.AWS_REGION');
    await fc.assert(fc.asyncProperty(fc.oneof(fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' ')), fc.string({ unit: 'binary', maxLength: 200 })), fc.constantFrom('a.ts', 'a.tsx', 'a.js', 'a.vue'), async (text, path) => {
      const lines = text.split('\n');
      for (const fact of await factsIn(text, path)) {
        if (fact.type === 'suppression') suppressionSchema.parse(fact);
        if (fact.type !== 'occurrence') continue;
        const { span, snippet, construct } = occurrenceSchema.parse(fact.occurrence);
        for (const { line, column, endLine, endColumn } of construct ? [span, construct.span] : [span]) {
          assert.ok(line <= endLine && endLine <= lines.length && (line < endLine || column < endColumn));
          assert.ok(endColumn <= (lines[endLine - 1]?.length ?? 0) + 1);
        }
        assert.ok(snippet.length <= 200);
      }
    }), { numRuns: 400 });
  });
});
