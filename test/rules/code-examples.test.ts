import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { VerdictState } from '../../model/readiness.ts';
import type { CodeExample } from '../../rules/rule.ts';
import { codeRules, judgeSnippet, snippetsOf } from '../support/run-code-example.ts';

/** Every example of every code rule yields its verdict through the real front-end of its language. */
for (const rule of codeRules) {
  describe(rule.id, () => {
    for (const state of ['gap', 'ready', 'unknown', 'exempt'] as const) {
      for (const [index, example] of ((rule.examples[state] ?? []) as readonly CodeExample[]).entries()) {
        for (const [language, text] of snippetsOf(example)) {
          it(`${state}: ${example.name ?? `example ${index + 1}`} (${language})`, async (context) => {
            const found = await judgeSnippet(language, text, example);
            if (found === undefined) context.skip(`nothing reads ${language} yet`);
            else assertState(found.filter((judged) => judged.rule === rule.id), found, state);
          });
        }
      }
    }
  });
}

type Judged = NonNullable<Awaited<ReturnType<typeof judgeSnippet>>>;

function assertState(own: Judged, all: Judged, state: VerdictState): void {
  const said = all.map((judged) => `${judged.rule} ${judged.state} at ${judged.occurrence?.span.line}:${judged.occurrence?.span.column}: ${judged.message}`).join('\n');
  const states = own.map((judged) => judged.state);
  if (state === 'ready') assert.deepEqual(all.filter((judged) => judged.state === 'gap' || judged.state === 'unknown'), [], said);
  else assert.ok(states.includes(state), `wanted ${state}, found\n${said}`);
  for (const judged of all) assert.ok(judged.message.length > 0 && !/undefined|\[object/.test(judged.message), judged.message);
  const places = all.map(({ occurrence }) => JSON.stringify(occurrence?.span));
  assert.equal(new Set(places).size, places.length, `more than one rule speaks for one place\n${said}`);
}
