import { flow, type Flow } from './flow.ts';
import { gap, type Layout, type Link, type Plan, type Rect, type Unit } from './plan.ts';
import { groupBy } from './ranks.ts';

const outer = { column: gap.column, row: gap.row };
const inner = { column: gap.insideColumn, row: gap.inside };

/** Where everything stands. The same plan gives the same layout, whoever asks. */
export function layOut(plan: Plan): Layout {
  const insides = new Map<string, Flow>();
  const sized = plan.units.map((unit) => {
    if (unit.inside === undefined) return unit;
    const inside = flow({ ...unit.inside, units: unit.inside.units.map((each) => ({ ...each, group: '' })), room: inner });
    insides.set(unit.id, inside);
    return { ...unit, width: Math.max(unit.width, inside.width + gap.inside * 2), height: inside.height + gap.head + gap.inside };
  });
  const layout = plan.style === 'frames' ? frames({ ...plan, units: sized }) : bands({ ...plan, units: sized });
  return { ...layout, units: new Map([...layout.units, ...[...insides].flatMap(([id, inside]) => within(layout.units.get(id), inside, gap.inside))]) };
}

/** One band for each group over the whole width; a single group needs no band. */
function bands({ style, units, links, groups }: Plan): Layout {
  const lanes = style === 'lanes';
  const laid = flow({ units, links, groups, room: outer, between: lanes ? gap.head + gap.inside * 3 : gap.group });
  const width = laid.width + (lanes ? gap.group * 2 : 0);
  const rects = new Map<string, Rect>();
  let top = 0;
  for (const [index, group] of groups.entries()) {
    const height = laid.bands[index] ?? 0;
    rects.set(group, lanes ? { x: -gap.group, y: top - gap.head, width, height: height + gap.head + gap.inside } : { x: 0, y: top, width, height });
    top += height + (lanes ? gap.head + gap.inside * 3 : gap.group);
  }
  return { units: laid.rects, groups: lanes ? rects : new Map(), width, height: laid.height };
}

/** Each group is laid out by itself, and then the groups among each other. */
function frames({ units, links, groups }: Plan): Layout {
  const groupOf = new Map(units.map(({ id, group }) => [id, group]));
  const own = groupBy(units, ({ group }) => group);
  const ownLinks = groupBy(links.filter(({ from, to }) => groupOf.get(from) === groupOf.get(to)), ({ from }) => groupOf.get(from) ?? '');
  const laid = new Map(groups.map((group) => [group, flow({ units: (own.get(group) ?? []).map((unit) => ({ ...unit, group: '' })), links: ownLinks.get(group) ?? [], room: outer })]));
  const blocks = groups.map((id): Unit => ({ id, group: '', width: Math.max(240, (laid.get(id)?.width ?? 0) + gap.inside * 2), height: (laid.get(id)?.height ?? 0) + gap.head + gap.inside }));
  const outside = flow({ units: blocks, links: between(links, groupOf), room: { column: gap.column, row: gap.group } });
  const rects = [...laid].flatMap(([group, inside]) => within(outside.rects.get(group), inside, gap.inside));
  return { units: new Map(rects), groups: outside.rects, width: outside.width, height: outside.height };
}

function between(links: readonly Link[], groupOf: ReadonlyMap<string, string>): Link[] {
  const sums = new Map<string, Link>();
  for (const { from, to, weight } of links) {
    const [a = '', b = ''] = [groupOf.get(from), groupOf.get(to)];
    if (a === b) continue;
    const key = JSON.stringify([a, b]);
    sums.set(key, { from: a, to: b, weight: weight + (sums.get(key)?.weight ?? 0) });
  }
  return [...sums.values()];
}

/** What stands in a box, moved to where the box stands. */
function within(box: Rect | undefined, inside: Flow, left: number): [string, Rect][] {
  return box === undefined ? [] : [...inside.rects].map(([id, rect]) => [id, { ...rect, x: rect.x + box.x + left, y: rect.y + box.y + gap.head }]);
}
