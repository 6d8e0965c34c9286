import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { strategies } from '../../model/intent.ts';
import { traits, type Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import { properties } from '../../model/properties.ts';
import { effectsOf } from '../../rules/effect.ts';
import { guards } from '../../rules/guards/index.ts';
import { rules } from '../../rules/index.ts';
import { categories, categoryOf, type Rule } from '../../rules/rule.ts';
import { exportName, ruleIds, rulePath, rulesIndex } from '../../scripts/generate/rules-index.ts';

const all = Object.entries(rules) as readonly (readonly [string, Rule])[];

describe('the registry of rules', () => {
  it('is what the folders hold', () => {
    assert.equal(readFileSync(fileURLToPath(new URL('../../rules/index.ts', import.meta.url)), 'utf8'), rulesIndex());
    assert.deepEqual(Object.keys(rules), ruleIds());
  });

  for (const [id, rule] of all) {
    it(`${id} is named after its folder and file`, async () => {
      assert.equal(rule.id, id);
      assert.ok(Object.hasOwn(categories, categoryOf(id)));
      const exported = (await import(`../../rules/${rulePath(id)}.ts`)) as Readonly<Record<string, unknown>>;
      assert.equal(exported[exportName(id)], rule);
    });

    it(`${id} says what it is about`, () => {
      assert.match(rule.title, /^[A-Z].*[^.]$/);
      for (const text of [rule.why, rule.fix, ...effectsOf(rule).map(({ text }) => text)]) assert.match(text, /^[A-Z].*\.$/s);
      for (const link of rule.links) assert.match(link, /^https:\/\/[a-z0-9.-]+\/\S+$/);
      assert.equal(new Set(rule.links).size, rule.links.length);
      const severities = strategies.map((strategy) => (typeof rule.severity === 'string' ? rule.severity : rule.severity[strategy]));
      assert.ok(severities.some((severity) => severity !== 'off'));
      for (const guard of rule.unguarded ?? []) assert.ok(guards.some(({ id: known }) => known === guard));
    });

    it(`${id} needs only what some source tells of every kind that it judges`, () => {
      for (const kind of kindsOf(rule)) {
        const told = attributesToldOf(kind);
        for (const need of rule.needs ?? []) {
          assert.ok(Object.hasOwn(kind.attributes.shape, need), `${kind.id} has no attribute ${need}`);
          assert.ok(told.has(need), `no source tells ${need} of ${kind.id}`);
        }
      }
    });
  }
});

function kindsOf({ on }: Rule): readonly Kind[] {
  if (on === 'code' || on === 'estate' || on === 'resource') return [];
  const known = Object.values(kinds) as readonly Kind[];
  if (typeof on === 'object' && 'trait' in on) {
    assert.ok(traits.includes(on.trait));
    return known.filter((kind) => kind.traits.includes(on.trait));
  }
  return (typeof on === 'string' ? [on] : on).map((id) => {
    const kind = known.find((each) => each.id === id);
    assert.ok(kind, `no kind ${id}`);
    return kind;
  });
}

/** Attributes that any reader of the kind has an answer for, be it for properties that say nothing. */
function attributesToldOf({ names, read, parts = {} }: Kind): ReadonlySet<string> {
  const nothing = properties({});
  const sources: readonly (readonly [keyof typeof read, readonly string[]])[] = [
    ['cloudformation', [names.cloudformation, ...(names.also ?? [])]],
    ['terraform', names.terraform],
    ['config', [names.config ?? names.cloudformation]],
  ];
  const whole = sources.flatMap(([source, types]) => types.flatMap((type) => Object.keys(read[source]?.(nothing, { type, region: 'us-east-1' }) ?? {})));
  const split = Object.entries(parts).flatMap(([type, part]) => [...Object.keys(part.read(nothing, { type, region: 'us-east-1' })), ...Object.keys(part.absent ?? {})]);
  return new Set([...whole, ...split]);
}
