import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { managedPolicies, policy, policyLimits, type Policy } from '../../../scripts/docs/permissions.ts';

/** Actions with their resources, as one text each. */
const allowed = ({ Statement }: Policy): string[] => Statement.flatMap(({ Action, Resource }) => Action.map((action) => `${action} on ${Resource}`));

describe('the policy', () => {
  it('fits into a role inline, and in parts into managed policies', () => {
    assert.ok(JSON.stringify(policy()).length <= policyLimits.inline);
    const parts = managedPolicies();
    for (const part of parts) assert.ok(JSON.stringify(part).length <= policyLimits.managed, `${JSON.stringify(part).length} characters`);
    assert.deepEqual(parts.flatMap(allowed).sort(), allowed(policy()).sort());
    assert.equal(new Set(parts.flatMap(({ Statement }) => Statement.map(({ Resource }) => Resource))).size, policy().Statement.length);
  });

  it('is shared out to as many parts as the limit asks for', () => {
    assert.equal(managedPolicies(policy(), policyLimits.inline).length, 1);
    const small = managedPolicies(policy(), 1_000);
    assert.ok(small.length > 8);
    assert.deepEqual(small.flatMap(allowed).sort(), allowed(policy()).sort());
    assert.throws(() => managedPolicies(policy(), 10));
  });
});
