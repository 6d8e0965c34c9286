import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { symbol } from '../../../../model/symbol.ts';
import { bare, isObject, isUnknown, itemsOf, mentionsOf, record, unknown, valueOfJson, type Value } from '../../../../scanner/iac/terraform-hcl/value.ts';
import { encodedText } from '../../../../scanner/iac/terraform-hcl/text.ts';
import { valueOf } from './read-hcl.ts';

const arn = symbol('terraform:x/aws_s3_bucket.media', 'arn');
const json = (value: Value): unknown => JSON.parse(encodedText(value) ?? 'null') as unknown;
const texts = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[⟦⟧]/.test(text) && text.isWellFormed());
const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('${', '$${').replaceAll('%{', '%%{')}"`;
const plain: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, fc.integer(), fc.boolean(), texts, tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(texts.filter((text) => text !== '__proto__'), tie('value'), { maxKeys: 4, noNullPrototype: true }),
})).value;

function written(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{ ${Object.entries(value).map(([key, member]) => `(${quoted(key)}) = ${written(member)}`).join(', ')} }`;
  return String(value);
}

test('what is written out is what it evaluates to', () => {
  fc.assert(fc.property(plain, (value) => assert.deepEqual(json(valueOf(written(value))), JSON.parse(JSON.stringify(value)))));
  fc.assert(fc.property(plain, (value) => assert.deepEqual(json(valueOf(`jsondecode(jsonencode(${written(value)}))`)), JSON.parse(JSON.stringify(value)))));
});

test('templates put texts together as they stand, white space included', () => {
  // A dollar sign before an interpolation makes an escape of it.
  const before = texts.filter((text) => !/[$%]$/.test(text));
  fc.assert(fc.property(before, texts, texts, (a, b, c) => assert.equal(valueOf(`"${quoted(a).slice(1, -1)}\${b}${quoted(c).slice(1, -1)}-"`, { b }), `${a}${b}${c}-`)));
});

type Tree = number | { readonly sign: string; readonly left: Tree; readonly right: Tree };
const trees: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4, withCrossShrink: true }, fc.integer({ min: 0, max: 99 }), fc.record({ sign: fc.constantFrom('+', '-', '*'), left: tie('tree'), right: tie('tree') })),
})).tree;
const strength = (sign: string): number => (sign === '*' ? 2 : 1);

test('operators bind as they do in arithmetic', () => {
  const show = (tree: Tree, outer = 0, isRight = false): string => {
    if (typeof tree === 'number') return String(tree);
    const own = strength(tree.sign);
    const text = `${show(tree.left, own)} ${tree.sign} ${show(tree.right, own, true)}`;
    return own < outer || (own === outer && isRight) ? `(${text})` : text;
  };
  const reckon = (tree: Tree): number => {
    if (typeof tree === 'number') return tree;
    const [left, right] = [reckon(tree.left), reckon(tree.right)];
    return tree.sign === '+' ? left + right : tree.sign === '-' ? left - right : left * right;
  };
  fc.assert(fc.property(trees, (tree) => assert.equal(valueOf(show(tree)), reckon(tree))));
});

/** Expressions of three names, of every kind of construct that may decide something although one of the names is not known. */
const expressions: fc.Arbitrary<string> = fc.letrec<Record<'flag' | 'text' | 'list' | 'map', string>>((tie) => ({
  flag: fc.oneof({ maxDepth: 3 }, fc.constantFrom('true', 'false', 'f'), fc.tuple(tie('flag'), fc.constantFrom('&&', '||'), tie('flag')).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    fc.tuple(tie('text'), fc.constantFrom('==', '!='), tie('text')).map(([a, sign, b]) => `(${a} ${sign} ${b})`), tie('list').map((list) => `(length(${list}) > 2)`),
    fc.tuple(tie('list'), tie('text')).map(([list, text]) => `contains(${list}, ${text})`), tie('text').map((text) => `startswith(${text}, "a")`), tie('map').map((map) => `can(${map}.a)`)),
  text: fc.oneof({ maxDepth: 3 }, fc.constantFrom('"a"', '"b"', '""', 't'), fc.tuple(tie('flag'), tie('text'), tie('text')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `"\${${a}}-\${${b}}"`), tie('list').map((list) => `join("+", ${list})`), fc.tuple(tie('text'), tie('text')).map(([a, b]) => `coalesce(${a}, ${b}, "z")`),
    fc.tuple(tie('map'), tie('text')).map(([map, text]) => `lookup(${map}, "a", ${text})`), fc.tuple(tie('list'), tie('text')).map(([list, text]) => `try(${list}[1], ${text})`),
    tie('text').map((text) => `upper(${text})`), tie('list').map((list) => `format("%s/%s", "x", length(${list}))`)),
  list: fc.oneof({ maxDepth: 3 }, fc.constantFrom('[]', 'l'), fc.array(tie('text'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`), fc.tuple(tie('list'), tie('list')).map(([a, b]) => `concat(${a}, ${b})`),
    tie('list').map((list) => `[for x in ${list} : "\${x}!" if x != "b"]`), tie('list').map((list) => `compact(${list})`), tie('list').map((list) => `distinct(${list})`),
    tie('map').map((map) => `keys(${map})`), tie('map').map((map) => `values(${map})`), tie('list').map((list) => `tolist(toset(${list}))`), tie('list').map((list) => `flatten([${list}, "c"])`)),
  map: fc.oneof({ maxDepth: 3 }, fc.constantFrom('{}', 'm'), fc.tuple(tie('text'), tie('text')).map(([a, b]) => `{ a = ${a}, (${b}) = "v" }`), fc.tuple(tie('map'), tie('map')).map(([a, b]) => `merge(${a}, ${b})`),
    tie('list').map((list) => `{ for i, x in ${list} : "k\${i}" => x }`), fc.tuple(tie('flag'), tie('map'), tie('map')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`)),
})).text;

/** Whether a value that is told in part is the other one where it is told: the gaps of a text stand for anything. */
function fits(part: Value, whole: Value): boolean {
  const [less, all] = [bare(part), bare(whole)];
  if (isUnknown(less)) return true;
  if (typeof less === 'string') return typeof all === 'string' && new RegExp(`^${less.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/⟦[^⟧]*⟧/g, '[\\s\\S]*')}$`).test(all);
  const [items, others] = [itemsOf(less), itemsOf(all)];
  if (items !== undefined) return others !== undefined && items.length === others.length && items.every((item, index) => fits(item, others[index] ?? null));
  if (isObject(less)) return isObject(all) && (less.rest !== undefined || less.of.size === all.of.size) && [...less.of].every(([key, member]) => all.of.has(key) && fits(member, all.of.get(key) ?? null));
  return less === all;
}

test('what is told without a value holds whatever the value is', () => {
  const given = fc.record({ f: fc.boolean(), t: fc.constantFrom('a', 'b', ''), l: fc.array(fc.constantFrom('a', 'b'), { maxLength: 3 }), m: fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom('a', 'b'), { maxKeys: 2 }) });
  fc.assert(fc.property(expressions, given, fc.constantFrom('f', 't', 'l', 'm'), (expression, names, hidden) => {
    const values = Object.fromEntries(Object.entries(names).map(([name, value]) => [name, valueOfJson(value as never)]));
    const [all, less] = [valueOf(expression, values), valueOf(expression, { ...values, [hidden]: unknown('hidden', [arn]) })];
    if (isUnknown(less)) return assert.ok(isUnknown(all) ? true : less.failed !== true, `${expression}: an error for want of a value`);
    return assert.ok(fits(less, all), `${expression} with ${JSON.stringify(names)} without ${hidden}`);
  }), { numRuns: 1_500 });
});

test('symbols pass through what leaves texts as they are, and are remembered by what does not', () => {
  assert.equal(valueOf('"${a}/*"', { a: arn }), `${arn}/*`);
  assert.equal(valueOf('join(",", [a, "b"])', { a: arn }), `${arn},b`);
  assert.deepEqual(mentionsOf(valueOf('upper(a)', { a: arn })), [arn]);
  assert.deepEqual(mentionsOf(valueOf('split(":", a)[4]', { a: arn })), [arn]);
  assert.equal(valueOf('a == null ? 1 : 2', { a: arn }), 2, 'an ARN is there');
  assert.deepEqual(mentionsOf(valueOf('x ? a : "b"', { a: arn })), [arn]);
  assert.equal(valueOf('try(nothing.here, a)', { nothing: record({}), a: arn }), arn);
});

test('a map with a key that is not known keeps what later maps say', () => {
  const open = '{ a = 1, (k) = 2, c = 3 }';
  assert.equal(valueOf(`merge(${open}, { b = 2 }).b`), 2);
  assert.equal(valueOf(`${open}.c`), 3);
  assert.ok(isUnknown(valueOf(`${open}.a`)), 'the unknown key may be a');
  assert.ok(isUnknown(valueOf(`merge({ b = 2 }, ${open}).b`)));
  assert.ok(isUnknown(valueOf(`keys(${open})`)));
});

test('the number of elements may be known where they are not', () => {
  assert.equal(valueOf('length(slice(zones, 0, 3))', { zones: unknown('asked of AWS') }), 3);
  assert.equal(valueOf('length([a, b])', { a: arn }), 2);
  assert.ok(isUnknown(valueOf('length(toset([a, b]))', { a: arn, b: 'x' })), 'they may be the same');
});

test('text of the input is no symbol', () => {
  assert.equal(valueOf('"⟦terraform:x/aws_kms_key.mine#arn⟧"'), '[terraform:x/aws_kms_key.mine#arn]');
});

test('no text makes it throw', () => {
  const words = fc.array(fc.constantFrom('(', ')', '[', ']', '{', '}', '"', '${', '%{ if ', '}', ' ? ', ' : ', ' => ', 'for x in ', '...', '[*]', '.*', '.', ',', ' = ', '\n', '<<EOT\n', 'EOT', 'f(', 'a', '1', '-', '!', '/*', '#', '\\', '~}'), { maxLength: 30 }).map((parts) => parts.join(''));
  fc.assert(fc.property(words, (text) => {
    try {
      valueOf(text);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('not parsed')) throw error;
    }
  }), { numRuns: 2_000 });
});
