import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { comparisonSchema, type Comparison } from '../../../model/comparison.ts';
import type { Judgement, Readiness } from '../../../model/readiness.ts';
import { compare, type Compare } from '../../../rules/comparison/compare.ts';
import { tinyReadiness, verdict } from '../../support/tiny-readiness.ts';

const home = 'us-east-1';

function readiness(target: string, judgements: readonly Partial<Judgement>[] = [], percent = 50): Readiness {
  return { ...tinyReadiness, intent: { ...tinyReadiness.intent, target }, score: { percent, ready: 1, judged: 2 }, judgements: judgements.map(verdict) };
}

const compared = (readinesses: readonly Readiness[], more: Partial<Compare> = {}): Comparison =>
  comparisonSchema.parse(compare({ readinesses, home: [home], strategy: 'warm-standby', today: '2030-01-31', tool: 'test', serviceOf: (id) => `service of ${id}`, ...more }));

const order = ({ candidates }: Comparison): string[] => candidates.map(({ region }) => region);
const lack: Partial<Judgement> = { rule: 'region-service-unavailable', title: 'App Runner', message: 'App Runner is not offered there.', resources: ['a', 'b'] };

describe('compare', () => {
  it('ranks by weights that can be set, and shows the arithmetic', () => {
    const both = [readiness('us-west-2', [], 60), readiness('eu-west-1', [], 50)];
    assert.deepEqual(order(compared(both)), ['us-west-2', 'eu-west-1']);
    const forGermans = compared(both, { users: { DE: 2 }, weights: { users: 100 } });
    assert.deepEqual(order(forGermans), ['eu-west-1', 'us-west-2']);
    assert.deepEqual(forGermans.users, { DE: 1 });
    for (const { parts, points, known } of forGermans.candidates) {
      const told = parts.filter(({ value }) => value !== undefined);
      const weight = told.reduce((sum, part) => sum + part.weight, 0);
      const mean = told.reduce((sum, part) => sum + part.weight * (part.value ?? 0), 0) / weight;
      assert.ok(points !== null && Math.abs(points - 100 * mean) < 0.2, `${points}`);
      assert.ok(known > 0.9 && known < 1, 'price and offer are not known');
    }
  });

  it('counts what is not known neither way and says so', () => {
    const [candidate] = compared([readiness('moon-base-1')]).candidates;
    const unknown = candidate?.parts.filter(({ value }) => value === undefined).map(({ criterion }) => criterion);
    assert.deepEqual(unknown, ['offer', 'latency', 'users', 'distance', 'zones', 'enabled', 'price']);
    assert.equal(candidate?.points, 50);
    assert.equal(candidate?.optIn, null);
  });

  it('lists what a region lacks with whom it concerns, and puts it last where the strategy cannot do without', () => {
    const result = compared([readiness('eu-west-1', [lack], 100), readiness('us-west-2', [{ ...lack, severity: 'low' }, { ...lack, state: 'unknown' }, { ...lack, state: 'ready' }], 0)]);
    assert.deepEqual(order(result), ['us-west-2', 'eu-west-1']);
    assert.deepEqual(result.candidates.map(({ disqualified }) => disqualified), [[], ['App Runner is not offered there.']]);
    assert.deepEqual(result.candidates[0]?.lacks.map(({ state, resources, services }) => [state, resources, services]), [['gap', 2, ['service of a', 'service of b']], ['unknown', 2, ['service of a', 'service of b']]]);
    assert.match(result.candidates[0]?.parts[0]?.why ?? '', /^1 of 3 .* are offered, 1 are not, of 1 nobody told$/);
  });

  it('keeps data where it may be, and takes a region that is not enabled yet for a gap', () => {
    const result = compared([readiness('us-west-2'), readiness('eu-south-1', [{ rule: 'region-optin-not-enabled' }])], { residency: ['IT'] });
    assert.deepEqual(result.candidates.map(({ region, residency, disqualified }) => [region, residency, disqualified]), [
      ['eu-south-1', 'allowed', []],
      ['us-west-2', 'forbidden', ['Data may not be kept there: it is in US.']],
    ]);
    assert.equal(result.candidates[0]?.parts.find(({ criterion }) => criterion === 'enabled')?.value, 0);
  });

  it('compares prices by their index and outcomes by strategy', () => {
    const pilot = { ...readiness('us-west-2'), intent: { ...tinyReadiness.intent, target: 'us-west-2', strategy: 'pilot-light' as const } };
    const { candidates } = compared([readiness('us-west-2'), pilot, readiness('sa-east-1')], { prices: { 'us-west-2': 1, 'sa-east-1': 1.6 } });
    const price = (region: string): number | undefined => candidates.find((each) => each.region === region)?.parts.find(({ criterion }) => criterion === 'price')?.value;
    assert.deepEqual([price('us-west-2'), price('sa-east-1')], [1, 0.625]);
    assert.deepEqual(candidates.find(({ region }) => region === 'us-west-2')?.strategies.map(({ strategy }) => strategy), ['warm-standby', 'pilot-light']);
  });
});
