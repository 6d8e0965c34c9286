import assert from 'node:assert/strict';
import { it } from 'node:test';
import { json } from '../../../cli/formats/json.ts';
import { readinessSchema } from '../../../model/readiness.ts';
import { formatContext, tinyReadiness } from '../../support/tiny-readiness.ts';

it('prints the document itself, or a list of them', () => {
  assert.deepEqual(readinessSchema.parse(JSON.parse(json([tinyReadiness], formatContext()))), tinyReadiness);
  assert.equal((JSON.parse(json([tinyReadiness, tinyReadiness], formatContext())) as unknown[]).length, 2);
});
