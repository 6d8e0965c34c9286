import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { layOut } from '../../../../ui/app/graph/layout/lay-out.ts';
import type { Link, Plan, Rect, Unit } from '../../../../ui/app/graph/layout/plan.ts';

const unit = (id: string, group = ''): Unit => ({ id, group, width: 100, height: 40 });
const link = (from: string, to: string, weight = 1): Link => ({ from, to, weight });
const plan = (units: readonly Unit[], links: readonly Link[], part: Partial<Plan> = {}): Plan => ({ style: 'flow', groups: [''], units, links, ...part });
const rectOf = (rects: ReadonlyMap<string, Rect>, id: string): Rect => rects.get(id) ?? assert.fail(`${id} has no place`);
const overlap = (a: Rect, b: Rect): boolean => a.x < b.x + b.width - 0.01 && b.x < a.x + a.width - 0.01 && a.y < b.y + b.height - 0.01 && b.y < a.y + a.height - 0.01;

const anyPlan = fc.record({ size: fc.integer({ min: 1, max: 40 }), pairs: fc.array(fc.tuple(fc.nat(39), fc.nat(39), fc.integer({ min: 1, max: 9 })), { maxLength: 120 }), groups: fc.integer({ min: 1, max: 4 }), style: fc.constantFrom('flow' as const, 'lanes' as const, 'frames' as const) })
  .map(({ size, pairs, groups, style }) => {
    const names = Array.from({ length: groups }, (_, index) => `g${index}`);
    const units = Array.from({ length: size }, (_, index) => unit(`u${index}`, names[index % groups] ?? ''));
    return plan(units, pairs.filter(([a, b]) => a < size && b < size).map(([a, b, weight]) => link(`u${a}`, `u${b}`, weight)), { groups: names, style });
  });

describe('layOut', () => {
  it('stands who needs left of what it needs', () => {
    const { units } = layOut(plan(['a', 'b', 'c'].map((id) => unit(id)), [link('a', 'b'), link('b', 'c')]));
    assert.ok(rectOf(units, 'a').x < rectOf(units, 'b').x && rectOf(units, 'b').x < rectOf(units, 'c').x);
  });

  it('breaks a cycle at its lightest link', () => {
    const { units } = layOut(plan(['a', 'b', 'c'].map((id) => unit(id)), [link('a', 'b', 5), link('b', 'c', 5), link('c', 'a', 1)]));
    assert.ok(rectOf(units, 'a').x < rectOf(units, 'b').x && rectOf(units, 'b').x < rectOf(units, 'c').x);
  });

  it('opens a box in place: nothing changes its order', () => {
    const links = [link('a', 'b'), link('a', 'c'), link('b', 'd'), link('c', 'd')];
    const closed = layOut(plan(['a', 'b', 'c', 'd'].map((id) => unit(id)), links));
    const inside = { units: [unit('b1'), unit('b2')], links: [link('b1', 'b2')] };
    const open = layOut(plan(['a', 'b', 'c', 'd'].map((id) => (id === 'b' ? { ...unit(id), inside } : unit(id))), links));
    const order = (layout: typeof open, by: 'x' | 'y'): string[] => ['a', 'b', 'c', 'd'].sort((one, other) => rectOf(layout.units, one)[by] - rectOf(layout.units, other)[by]);
    assert.deepEqual(order(open, 'x'), order(closed, 'x'));
    assert.equal(rectOf(open.units, 'b').y < rectOf(open.units, 'c').y, rectOf(closed.units, 'b').y < rectOf(closed.units, 'c').y);
    assert.ok(overlap(rectOf(open.units, 'b1'), rectOf(open.units, 'b')));
  });

  it('lets nothing overlap and keeps everything in its group, in any style', () => {
    fc.assert(fc.property(anyPlan, (given) => {
      const { units, groups } = layOut(given);
      const rects = given.units.map(({ id }) => rectOf(units, id));
      for (const [index, rect] of rects.entries()) for (const other of rects.slice(index + 1)) assert.ok(!overlap(rect, other), JSON.stringify([rect, other]));
      if (given.style === 'flow') return;
      for (const { id, group } of given.units) for (const [name, frame] of groups) assert.equal(overlap(rectOf(units, id), frame), name === group);
    }), { numRuns: 60 });
  });

  it('gives the same layout again', () => {
    fc.assert(fc.property(anyPlan, (given) => assert.deepEqual(layOut(given), layOut(structuredClone(given)))), { numRuns: 20 });
  });

  it('lays a thousand links out in a moment', () => {
    const units = Array.from({ length: 400 }, (_, index) => unit(`u${index}`));
    const links = Array.from({ length: 1000 }, (_, index) => link(`u${(index * 7919) % 400}`, `u${(index * 104_729 + 13) % 400}`, 1 + (index % 5)));
    const started = process.cpuUsage();
    layOut(plan(units, links));
    const { user, system } = process.cpuUsage(started);
    assert.ok((user + system) / 1000 < 1500, `${(user + system) / 1000} ms`);
  });
});
