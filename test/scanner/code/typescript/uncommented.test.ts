import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ts } from '../../../../scanner/code/typescript/compiler.cjs';
import { uncommented } from '../../../../scanner/code/typescript/uncommented.ts';

describe('uncommented', () => {
  for (const [text, wanted] of [
    ['a // us-east-1\nb', 'a \n\nb'],
    ['/* x */ a /** y */', '\n a \n'],
    ["f('// no', \"/* no */\", `// no ${'//' /* yes */} // no`)", "f('// no', \"/* no */\", `// no ${'//' \n} // no`)"],
    ['a = b / c / d; // e', 'a = b / c / d; \n'],
    ['x = /["/]\\/\\/[/*]/g; // e', 'x = /["/]\\/\\/[/*]/g; \n'],
    ['return /"/ // e', 'return /"/ \n'],
    ['`${{ a: `${b}` }}` // c', '`${{ a: `${b}` }}` \n'],
  ] as const) it(text, () => assert.equal(uncommented(text, false), wanted));

  it('does not guess what only a parser knows', () => {
    for (const text of ['f() / "2', '(a) /"/ 1', '} /x/', "it's", '`a', '/* a', 'a++ /"/ b', 'x.in /"/ 1', '`${a', '}}`']) assert.equal(uncommented(text, false), undefined, text);
    assert.equal(uncommented('<a>http://us-east-1.example.com</a>', true), undefined);
  });

  it('leaves out comments and nothing else, as the compiler sees them', () => {
    const piece = fc.constantFrom('a', ' ', '\n', '/', '//', '/*', '*/', '"', "'", '`', '${', '{', '}', '(', ')', '[', ']', '=', '\\', '1', 'return ', ';', '.', ',');
    fc.assert(fc.property(fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')), (text) => {
      const program = uncommented(text, false);
      const file = ts.createSourceFile('a.ts', text, ts.ScriptTarget.ESNext, false) as ts.SourceFile & { readonly parseDiagnostics: readonly unknown[] };
      if (program === undefined || file.parseDiagnostics.length > 0) return;
      const printed = (source: string): string => ts.createPrinter({ removeComments: true }).printFile(ts.createSourceFile('a.ts', source, ts.ScriptTarget.ESNext, false));
      assert.equal(printed(program), printed(text));
    }), { numRuns: 3_000 });
  });
});
