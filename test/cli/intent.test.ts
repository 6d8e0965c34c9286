import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inferHome, regionNote, requireTargets, wanted } from '../../cli/intent.ts';
import { today } from '../../cli/today.ts';
import { resource } from '../support/facts.ts';

describe('what the user wants', () => {
  it('is what flags say, else the configuration', () => {
    const config = { home: 'us-east-1', target: ['eu-west-1', 'eu-west-1'], strategy: 'pilot-light' as const };
    assert.deepEqual(wanted({}, config), { home: ['us-east-1'], targets: ['eu-west-1'], strategy: 'pilot-light', notes: [] });
    assert.deepEqual(wanted({ home: ['us-west-2'], target: ['eu-west-2'], strategy: 'active-active' }, config), { home: ['us-west-2'], targets: ['eu-west-2'], strategy: 'active-active', notes: [] });
  });

  it('says what it assumes, and asks for what it cannot', () => {
    assert.match(wanted({}, {}).notes[0] ?? '', /No strategy was given: judged for warm standby/);
    assert.throws(() => requireTargets({ targets: [] }), { code: 'RR102', hint: /--target/ });
    assert.throws(() => wanted({ home: ['us-east-1'], target: ['us-east-1'] }, {}), { code: 'RR103' });
  });

  it('takes regions without data, says so, and refuses what no region can be called', () => {
    assert.equal(regionNote('eu-west-1'), undefined);
    assert.match(regionNote('us-north-9') ?? '', /no data for us-north-9, which looks like a region of the partition aws: what it offers is unknown/);
    assert.match(regionNote('me-west-1') ?? '', /announced/);
    assert.throws(() => regionNote('eu_west_1'), { code: 'RR404', message: 'There is no region eu_west_1. Did you mean eu-west-1?' });
    for (const none of ['aws-global', 'global', '', 'us-east-1\u001b[31m']) assert.throws(() => regionNote(none), { code: 'RR404' }, none);
  });
});

describe('inferred home', () => {
  const inRegions = (...regions: readonly (string | undefined)[]): ReturnType<typeof inferHome> =>
    inferHome(regions.map((region, index) => ({ ...resource(`r${index}`), region }) as ReturnType<typeof resource>), ['eu-west-1']);

  it('is where most resources are; global ones and those of the target do not count', () => {
    assert.deepEqual(inRegions('us-east-1', 'us-east-1', 'us-west-2', 'global', 'eu-west-1', 'eu-west-1', 'eu-west-1', undefined, 'nonsense'), { region: 'us-east-1', count: 2, of: 3 });
  });

  it('is not guessed where two regions are even, or none is named', () => {
    assert.equal(inRegions('us-east-1', 'us-west-2'), undefined);
    assert.equal(inRegions('global', undefined), undefined);
  });
});

describe('today', () => {
  it('is the day of the clock, or the one that the environment sets', () => {
    assert.equal(today({}, () => new Date('2030-02-01T23:59:59Z')), '2030-02-01');
    assert.equal(today({ REGIONREADY_TODAY: '2031-05-06' }), '2031-05-06');
    assert.throws(() => today({ REGIONREADY_TODAY: '2031-02-30' }), { code: 'RR103' });
  });
});
