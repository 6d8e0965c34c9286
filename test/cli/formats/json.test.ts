import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { joined, jsonPieces } from '../../../cli/formats/json-pieces.ts';
import { json } from '../../../cli/formats/json.ts';
import { readinessSchema } from '../../../model/readiness.ts';
import { formatContext, tinyReadiness } from '../../support/tiny-readiness.ts';

it('prints the document itself, or a list of them', () => {
  assert.deepEqual(readinessSchema.parse(JSON.parse([...json([tinyReadiness], formatContext())].join(''))), tinyReadiness);
  assert.equal((JSON.parse([...json([tinyReadiness, tinyReadiness], formatContext())].join('')) as unknown[]).length, 2);
});

it('gives pieces that are together what JSON.stringify gives', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 8 }), fc.nat(6), (value, depth) => [...jsonPieces(value, depth)].join('') === JSON.stringify(value, null, 2)));
  assert.equal([...jsonPieces({ a: undefined, b: [{ c: undefined, d: 1 }] })].join(''), '{\n  "b": [\n    {\n      "d": 1\n    }\n  ]\n}');
  assert.deepEqual([...joined(['ab', 'c', 'd', ''], 3)], ['abc', 'd']);
});
