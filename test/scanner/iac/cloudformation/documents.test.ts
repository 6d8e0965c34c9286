import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineAt } from '../../../../scanner/iac/cloudformation/document.ts';
import { parseDocument } from '../../../../scanner/iac/cloudformation/parse-document.ts';

const rootOf = (text: string): unknown => parseDocument(text).root;
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('short intrinsics become long ones, YAML tags of the language change nothing', () => {
  const text = 'a: !Ref X\nb: !GetAtt X.Arn\nc: !Join [",", [!Ref X]]\nd: !Condition C\ne: !!str 5\nf: !Mine 1\ng: !Sub\n  - ${a}\n  - {a: b}\n';
  assert.deepEqual(plain(rootOf(text)), {
    a: { Ref: 'X' }, b: { 'Fn::GetAtt': 'X.Arn' }, c: { 'Fn::Join': [',', [{ Ref: 'X' }]] }, d: { Condition: 'C' }, e: '5', f: { 'Fn::Tag::Mine': '1' }, g: { 'Fn::Sub': ['${a}', { a: 'b' }] },
  });
});

test('anchors, aliases and merge keys', () => {
  const text = 'a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\nc: *a\nd: {<<: [{x: 9}, *a]}\n';
  assert.deepEqual(plain(rootOf(text)), { a: { x: 1, y: 2 }, b: { x: 1, y: 3 }, c: { x: 1, y: 2 }, d: { x: 9, y: 2 } });
});

test('numbers keep the spelling that text would lose, yes and no are booleans in resources only', () => {
  const text = 'Parameters: {P: {Default: yes}}\nResources: {A: {Account: 012345678901, Version: 1.10, Port: 80, On: yes, Quoted: "no"}}\n012345678901: x\n';
  assert.deepEqual(plain(rootOf(text)), {
    Parameters: { P: { Default: 'yes' } }, Resources: { A: { Account: '012345678901', Version: '1.10', Port: 80, On: true, Quoted: 'no' } }, '012345678901': 'x',
  });
});

test('repeated keys: the last one counts; keys of Object.prototype are ordinary', () => {
  const root = rootOf('a: 1\na: 2\n__proto__: {polluted: true}\n') as Record<string, unknown>;
  assert.equal(root['a'], 2);
  assert.ok(Object.hasOwn(root, '__proto__'));
  assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  assert.ok(Object.hasOwn(rootOf('{"__proto__": {"polluted": 1}}') as object, '__proto__'));
});

test('lines of every member, in YAML, through merges, and in JSON', () => {
  const yaml = parseDocument('Resources:\n  A:\n    Type: T\n    Properties: &p\n      B: 1\n  C:\n    Properties:\n      <<: *p\n      D: [1,\n        2]\n');
  const at = (path: string): number | undefined => lineAt(yaml, path.split('.'));
  assert.deepEqual(['Resources.A', 'Resources.A.Properties.B', 'Resources.C.Properties.B', 'Resources.C.Properties.D.1', 'Resources.C.Gone'].map(at), [2, 5, 5, 10, 6]);
  const json = parseDocument('{\n "Resources": {\n  "A": {\n   "Type": "T"\n}}}');
  assert.equal(lineAt(json, ['Resources', 'A', 'Type']), 4);
});

test('continuation lines and closing brackets that stand too far left, as CloudFormation accepts them', () => {
  const text = 'Resources:\n  A:\n    Text: "one\n  two\n  three"\n    List: [\n      1,\n  2\n    ]\n    Map: {\n      a: 1\n}\n    Last: end\n';
  const { root, problems } = parseDocument(text);
  assert.deepEqual(problems, []);
  assert.deepEqual(plain(root), { Resources: { A: { Text: 'one two three', List: [1, 2], Map: { a: 1 }, Last: 'end' } } });
});

test('broken text: the readable part is read, the problem has a line and quotes nothing', () => {
  for (const [text, line] of [['a: {b: 1}\nc: @secret\nd: 2\n', 2], ['{\n "a": {"b": 1},\n "c": "secret" : 1,\n "d": 2\n}', 3]] as const) {
    const { root, problems } = parseDocument(text);
    assert.equal((root as { a: { b: number } }).a.b, 1);
    assert.deepEqual(problems.map(({ reason, line: at }) => [reason, at]), [['unparsable', line]]);
    assert.ok(!JSON.stringify(problems).includes('secret'));
  }
});

test('several documents are refused, an empty second one is not', () => {
  assert.deepEqual(parseDocument('a: 1\n---\nb: 2\n').problems.map(({ reason, line }) => [reason, line]), [['unsupported', 2]]);
  assert.deepEqual(parseDocument('---\na: 1\n---\n').problems, []);
});

test('size, depth, aliases that multiply and circles end in a problem, not in an exception', () => {
  const reasons = (text: string): string[] => [...new Set(parseDocument(text).problems.map(({ reason }) => reason))];
  assert.deepEqual(reasons('a: '.padEnd(5_000_001, 'x')), ['too-large']);
  assert.deepEqual(reasons(`{"a":${'['.repeat(100_000)}`), ['too-large']);
  assert.ok(reasons(`a: ${'['.repeat(50_000)}`).includes('unparsable'));
  assert.deepEqual(reasons('a: &x\n  b: *x\n'), ['unparsable']);
  const wide = `m: &m {${Array.from({ length: 1000 }, (_, i) => `k${i}: 1`).join(', ')}}\n${Array.from({ length: 300 }, (_, i) => `n${i}: {<<: *m}`).join('\n')}\n`;
  assert.deepEqual(reasons(wide), ['too-large']);
});

test('text cannot pass for a symbol', () => {
  assert.deepEqual(plain(rootOf('{"a": "⟦x⟧", "b": "\\u27e6y\\u27e7"}')), { a: '[x]', b: '[y]' });
  assert.deepEqual(plain(rootOf('a: "\\u27e6x⟧"\n⟦k⟧: 1\n')), { a: '[x]', '[k]': 1 });
});
