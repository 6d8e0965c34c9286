import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { beside } from '../../cli/rule-examples/run-examples.ts';
import { rules } from '../../rules/index.ts';
import type { EstateExample, Rule } from '../../rules/rule.ts';
import { runExample } from '../support/run-example.ts';

/** Every example of every rule on estates yields its verdict through the real reader, graph and engine. */
for (const rule of (Object.values(rules) as readonly Rule[]).filter(({ on }) => on !== 'code')) {
  describe(rule.id, () => {
    for (const state of ['gap', 'ready', 'unknown', 'exempt'] as const) {
      for (const [index, example] of ((rule.examples[state] ?? []) as readonly EstateExample[]).entries()) {
        it(`${state}: ${example.name ?? `example ${index + 1}`}`, () => {
          const found = runExample(rule, example);
          const states = found.map((judged) => judged.state);
          const said = found.map((judged) => `${judged.state} ${judged.title}: ${judged.message}`).join('\n');
          assert.ok(states.includes(state), `wanted ${state}, found\n${said}`);
          assert.deepEqual(states.filter((other) => other !== state && !beside[state].includes(other)), [], said);
          for (const judged of found) assert.ok(judged.message.length > 0 && !judged.message.includes('undefined'), judged.message);
          for (const judged of found) assert.ok(judged.evidence.length > 0, `${judged.title} shows no evidence`);
        });
      }
    }
  });
}
