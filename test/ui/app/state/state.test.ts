import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { AvailabilityTable } from '../../../../model/availability-table.ts';
import type { FindingGroup } from '../../../../model/finding-query.ts';
import type { Judgement } from '../../../../model/readiness.ts';
import type { Annotation, KeptReadiness } from '../../../../server/api.ts';
import { contentOf, draftOf, mistakesIn } from '../../../../ui/app/state/annotating.ts';
import { byRegion, serviceMatrix } from '../../../../ui/app/state/availability.ts';
import { blindSpotKinds } from '../../../../ui/app/state/coverage.ts';
import { filtersOf, tokensOf } from '../../../../ui/app/state/filter-tokens.ts';
import { addressOf, filterKeys, opened, viewOf } from '../../../../ui/app/state/findings-view.ts';
import { ganttOf } from '../../../../ui/app/state/gantt.ts';
import { heatCell, heatTable } from '../../../../ui/app/state/heat.ts';
import { listOf, listText } from '../../../../ui/app/state/lists.ts';
import { lossMatrix, lossOf } from '../../../../ui/app/state/losses.ts';
import { planCsv } from '../../../../ui/app/state/plan-csv.ts';
import { mapHeight, mapWidth, pathOfRings, placeOnMap } from '../../../../ui/app/state/projection.ts';
import { newScanOf, emptyScan, mistakesInScan } from '../../../../ui/app/state/scan-draft.ts';
import { eventReader } from '../../../../ui/app/state/sse.ts';
import { trendOf } from '../../../../ui/app/state/trend.ts';
import { nameOf, typeOf } from '../../../../ui/app/state/uploading.ts';
import { waiversFor } from '../../../../ui/app/state/waiving.ts';
import { bytes, counted, number } from '../../../../ui/app/state/words.ts';

const group = (values: string[], part: Partial<FindingGroup['counts']>, severities: Partial<FindingGroup['severities']> = {}): FindingGroup => ({ values, counts: { gap: 0, unknown: 0, exempt: 0, ready: 0, ...part }, severities: { critical: 0, high: 0, medium: 0, low: 0, info: 0, ...severities }, blocking: 0 });

describe('addresses', () => {
  it('hold lists of any text', () => {
    fc.assert(fc.property(fc.array(fc.string({ minLength: 1 })), (values) => assert.deepEqual(listOf(listText(values)), values)));
  });

  it('say what the page of findings shows, and no more than that', () => {
    const query = { state: 'gap,unknown', service: 'a%2Cb,c', text: 'x', group: 'rule', sort: 'file', descending: 'true', offset: '100', limit: '25' };
    const view = viewOf(query);
    assert.deepEqual([view.filters.service, view.offset, view.limit, view.group], [['a,b', 'c'], 100, 25, 'rule']);
    assert.deepEqual(viewOf(Object.fromEntries(Object.entries(addressOf(view)).filter((entry): entry is [string, string] => entry[1] !== undefined))), view);
    assert.deepEqual(Object.values(addressOf(viewOf({}))).filter((value) => value !== undefined && value !== ''), []);
    assert.deepEqual(viewOf({ limit: '9999', offset: '-1', sort: '__proto__', group: 'nonsense' }), { ...viewOf({}), limit: 500 });
  });

  it('narrow to a group', () => {
    const view = opened({ ...viewOf({ offset: '50', group: 'service' }) }, 'service', 'shop');
    assert.deepEqual([view.filters.service, view.group, view.offset], [['shop'], undefined, 0]);
    assert.deepEqual(opened(viewOf({ group: 'state' }), 'state', 'ready').state, ['ready']);
  });

  it('become tokens of the filter and come back', () => {
    const view = viewOf({ severity: 'critical,high', region: 'eu-west-1', text: 'bucket' });
    assert.deepEqual(filtersOf(tokensOf(view)), { filters: view.filters, text: 'bucket' });
    assert.deepEqual(filtersOf([{ operator: ':', value: 'a' }, { operator: ':', value: 'b' }, { propertyKey: 'rule', operator: '=', value: 'x' }, { propertyKey: 'strange', operator: '=', value: 'y' }]), { filters: { ...Object.fromEntries(filterKeys.map((key) => [key, []])), rule: ['x'] }, text: 'b' });
  });
});

describe('tables of colours', () => {
  it('colour a cell by the worst in it and say so in words', () => {
    assert.deepEqual(heatCell(group(['s', 'data'], { gap: 3, ready: 1 }, { high: 2, low: 1 })), { tone: 'high', text: '3', words: '2 high gaps, 1 low gap, 1 ready' });
    assert.deepEqual([heatCell(group(['s', 'data'], { unknown: 2 })).tone, heatCell(group(['s', 'data'], { ready: 1 })).tone, heatCell(group(['s', 'data'], { exempt: 1 })).tone, heatCell(undefined).tone], ['unknown', 'ready', 'exempt', 'none']);
  });

  it('have a row for each service and a column for each category that was judged', () => {
    const table = heatTable(['b', 'a'], [group(['a', 'data'], { gap: 1 }, { critical: 1 }), group(['b', 'cost'], { ready: 1 })]);
    assert.deepEqual(table.columns.map(({ id }) => id), ['data', 'cost']);
    assert.deepEqual(table.rows.map(({ id, cells }) => [id, ...cells.map(({ tone }) => tone)]), [['b', 'none', 'ready'], ['a', 'critical', 'none']]);
  });

  it('show services by lost regions without those that nothing touches', () => {
    const service = (id: string, outcome: 'stops' | 'survives') => ({ id, outcome, why: ['because'], counts: { untouched: 0, lost: 0, replaced: 0, stopped: 0, degraded: 0 }, rto: { seconds: 0, basis: 'assumed' as const, why: [] }, rpo: { seconds: 0, basis: 'assumed' as const, why: [] }, waitsFor: [] });
    const table = lossMatrix([{ lost: 'x', simulation: { services: [service('a', 'stops'), service('b', 'survives')] } }, { lost: 'y', simulation: { services: [service('b', 'survives')] } }]);
    assert.deepEqual(table.rows.map(({ id, cells }) => [id, ...cells.map(({ tone }) => tone)]), [['a', 'critical', 'none']]);
    assert.deepEqual([lossOf('region', ' eu-west-1 '), lossOf('control-plane', 'iam')], ['eu-west-1', 'control-plane:iam']);
  });
});

describe('availability', () => {
  const table: AvailabilityTable = {
    home: ['r1'], regions: ['r1', 'r2', 'r3'], sources: [],
    types: [{ type: 'AWS::A::X', service: 'a', title: 'A', resources: 2, states: ['available', 'unavailable', 'unknown'] }, { type: 'AWS::B::Y', service: 'b', title: 'B', resources: 1, states: ['available', 'available', 'unknown'] }],
  };
  it('counts what each region has, lacks and nobody knows', () => {
    assert.deepEqual(byRegion(table).map(({ region, offered, lacking, unknown, tone }) => [region, offered, lacking.length, unknown, tone]), [['r1', 2, 0, 0, 'ready'], ['r2', 1, 1, 0, 'critical'], ['r3', 0, 0, 2, 'unknown']]);
  });
  it('leaves out services that no region is known to lack', () => {
    assert.deepEqual(serviceMatrix(table, { missing: true, only: [] }).rows.map(({ id }) => id), ['A']);
    assert.deepEqual(serviceMatrix(table, { missing: false, only: ['r1'] }).rows.map(({ cells }) => cells.length), [1, 1]);
  });
});

describe('time', () => {
  it('puts waves on one line', () => {
    const { bars, days, months } = ganttOf([{ number: 0, groups: [], starts: '2026-01-01', ends: '2026-01-10' }, { number: 1, groups: [['a', 'b'], ['c']], starts: '2026-01-11', ends: '2026-02-09' }]);
    assert.deepEqual([days, bars.map(({ days: own, services, from, length }) => [own, services, from, length])], [40, [[10, [], 0, 0.25], [30, ['a', 'b', 'c'], 0.25, 0.75]]]);
    assert.deepEqual(months.map(({ title }) => title), ['2026-02']);
    assert.deepEqual(ganttOf([]).bars, []);
  });

  it('puts judgements of one road in order', () => {
    const kept = (id: string, day: number, { percent, target = 't' }: { readonly percent: number | null; readonly target?: string }): KeptReadiness => ({ id, snapshot: '', keptAt: `2026-01-0${day}T00:00:00Z`, keptBy: '', home: [], target, strategy: 'pilot-light', today: '', status: 'gaps', score: { percent, ready: 0, judged: 0 }, gaps: 0, unknown: 0 });
    const points = trendOf([kept('c', 3, { percent: 80 }), kept('a', 1, { percent: 60 }), kept('b', 2, { percent: null }), kept('d', 2, { percent: 10, target: 'other' })], { target: 't', strategy: 'pilot-light' });
    assert.deepEqual(points.map(({ id, x, y }) => [id, x, Math.round(y * 10)]), [['a', 0, 4], ['c', 1, 2]]);
  });
});

describe('what is sent', () => {
  it('waives each thing once, as far as it is to reach', () => {
    const finding = (rule: string, subject: string): Judgement => ({ rule, subject, state: 'gap', severity: 'high', title: '', service: '', resources: [], message: '', targets: [], evidence: [], fingerprint: '' });
    const both = [finding('data-a', 'x'), finding('data-b', 'x')];
    assert.deepEqual(waiversFor(both, { reach: 'subject', reason: ' r ', until: '' }), [{ rule: '*', subject: 'x', reason: 'r' }]);
    assert.deepEqual(waiversFor(both, { reach: 'rule', reason: 'r', until: '2030-01-01' }).map(({ rule, subject, until }) => [rule, subject, until]), [['data-a', '*', '2030-01-01'], ['data-b', '*', '2030-01-01']]);
  });

  it('keeps of an annotation what the form does not show', () => {
    const before: Annotation = { service: 's', tier: 0, rto: '1h', consistency: 'strong', madeAt: '', madeBy: '' };
    assert.deepEqual(contentOf({ ...draftOf(before), owner: ' me ', rto: '' }, before), { owner: 'me', tier: 0, consistency: 'strong' });
    assert.deepEqual(Object.keys(mistakesIn({ ...draftOf(undefined), rto: 'soon', rpo: '15m' })), ['rto']);
  });

  it('defines a scan of what was typed', () => {
    assert.deepEqual(newScanOf({ ...emptyScan, name: ' n ', regions: 'eu-west-1, eu-central-1', targets: 'eu-north-1', every: '' }), { name: 'n', aws: { regions: ['eu-west-1', 'eu-central-1'] }, paths: [], targets: ['eu-north-1'], judge: [{ target: 'eu-north-1' }] });
    assert.deepEqual(Object.keys(mistakesInScan({ ...emptyScan, reads: 'paths', every: '1m' })), ['name', 'paths', 'every']);
  });

  it('names an upload after its file', () => {
    assert.deepEqual(['shop.snapshot.gz', 'a.ndjson', '.gz'].map(nameOf), ['shop', 'a', 'estate']);
    assert.deepEqual(['x.GZ', 'x.ndjson', 'x.snapshot'].map(typeOf), ['application/gzip', 'application/x-ndjson', 'application/octet-stream']);
  });

  it('writes a plan that no spreadsheet runs', () => {
    const csv = planCsv({ waves: [{ number: 1, groups: [], starts: '2026-01-01', ends: '2026-01-14' }], services: [{ id: '=cmd()', wave: 1, with: [], after: [], approach: 'new-build', reasons: [], pause: { seconds: 0, basis: 'assumed', parts: [] }, preconditions: [], steps: [{ phase: 'build', text: 'say "hi", then go' }], rollback: '', irreversible: [] }] });
    assert.equal(csv.split('\r\n')[1], `1,2026-01-01,2026-01-14,'=cmd(),new-build,build,"say ""hi"", then go",,`);
  });
});

describe('small things', () => {
  it('reads events however the stream is cut', () => {
    const text = 'retry: 2000\n\nid: 1\nevent: note\ndata: {"a":1}\n\n: still there\n\nid: 2\ndata: x\ndata: y\n\n';
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: text.length })), (cuts) => {
      const read = eventReader();
      const ends = [...new Set([...cuts, text.length])].sort((a, b) => a - b);
      const events = ends.flatMap((end, index) => read(text.slice(ends[index - 1] ?? 0, end)));
      assert.deepEqual(events, [{ id: '1', event: 'note', data: '{"a":1}' }, { id: '2', event: 'message', data: 'x\ny' }]);
    }));
  });

  it('keeps every place on the map', () => {
    for (const [lon, lat] of [[-180, -58], [180, 84], [0, 0], [151.2, -33.9]] as const) {
      const [x, y] = placeOnMap(lon, lat);
      assert.ok(x >= 0 && x <= mapWidth && y >= -0.5 && y <= mapHeight + 0.5, `${lon} ${lat}: ${x} ${y}`);
    }
    assert.match(pathOfRings([[0, 0, 10, 0, 0, 10]]), /^M[\d.]+ [\d.]+L[\d. ]+L[\d. ]+Z$/);
  });

  it('gathers blind spots of one kind, and writes numbers for people', () => {
    const spot = (asked: string, message: string) => ({ type: 'blind-spot' as const, reason: 'denied' as const, asked, message, source: { scanner: 'aws' } });
    assert.deepEqual(blindSpotKinds([spot('a', 'x'), spot('b', 'y'), spot('c', 'y')]).map(({ message, spots }) => [message, spots.length]), [['y', 2], ['x', 1]]);
    assert.deepEqual([number(1234567), counted(1, 'gap'), counted(2000, 'gap'), bytes(0), bytes(1536)], ['1,234,567', '1 gap', '2,000 gaps', '0 bytes', '1.5 KB']);
  });
});
