import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../rules/index.ts';
import type { Rule } from '../../rules/rule.ts';
import { close } from '../support/closing/close.ts';
import type { Closing } from '../support/closing/case.ts';
import { closings } from './rules/index.ts';

const estateRules = (Object.values(rules) as readonly Rule[]).filter(({ on }) => on !== 'code');
const casesOf = (id: string): readonly Closing[] => [closings[id] ?? []].flat();

/** A gap of every rule on estates is found, closed by what the program says, and found closed. */
for (const rule of estateRules) {
  describe(rule.id, () => {
    it('has a case, by each form of its remedy', () => {
      const cases = casesOf(rule.id);
      assert.ok(cases.length > 0);
      if (rule.remedy !== undefined) assert.ok(cases.some(({ by }) => by !== 'hand'), 'its remedy is never applied');
    });
    for (const closing of casesOf(rule.id)) it(nameOf(closing), () => close(rule, closing));
  });
}

it('no case is of a rule that is not there', () => {
  const known: ReadonlySet<string> = new Set(estateRules.map(({ id }) => id));
  assert.deepEqual(Object.keys(closings).filter((id) => !known.has(id)), []);
});

function nameOf({ by, from = 0, ...closing }: Closing): string {
  const says = 'says' in closing && closing.says !== undefined ? `: ${closing.says}` : '';
  const estate = typeof from === 'number' ? `example ${from + 1}` : (from.name ?? 'an estate of its own');
  return `${estate} by ${by}${says}`;
}
