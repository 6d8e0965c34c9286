import assert from 'node:assert/strict';
import { it } from 'node:test';
import { recoveries } from '../../../rules/recovery/kinds/index.ts';
import { rules } from '../../../rules/index.ts';

it('names rules that there are, about the kind or all that is like it', () => {
  for (const { kind, copyRule } of recoveries.values()) {
    if (copyRule === undefined) continue;
    const { on } = rules[copyRule as keyof typeof rules];
    assert.ok(on === 'estate' || on === 'resource' || typeof on === 'object' || on === kind, `${copyRule} judges ${JSON.stringify(on)}, not ${kind}`);
  }
});
