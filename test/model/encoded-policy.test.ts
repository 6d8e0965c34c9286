import assert from 'node:assert/strict';
import { it } from 'node:test';
import { encodedStatementsOf, encodedStatementsOfAll } from '../../model/encoded-policy.ts';
import { properties, unresolved } from '../../model/properties.ts';

const plain = '{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::a%20b/*"}]}';
const statements = [{ effect: 'Allow', actions: ['s3:GetObject'], resources: ['arn:aws:s3:::a%20b/*'], conditions: [] }];

it('encodedStatementsOf reads policies encoded or plain, and says nothing of what it cannot read', () => {
  const read = (policy: Parameters<typeof properties>[0][string]): unknown => encodedStatementsOf(properties({ policy }), 'policy');
  assert.deepEqual(read(encodeURIComponent(plain)), statements);
  assert.deepEqual(read(plain), statements, 'percent signs of a plain text are its own');
  assert.equal(read('%7B%ZZ'), undefined);
  assert.equal(read(unresolved('denied')), undefined);
  assert.equal(encodedStatementsOfAll([properties({ policy: plain }), properties({})], 'policy'), undefined);
  assert.deepEqual(encodedStatementsOfAll([], 'policy'), []);
});
