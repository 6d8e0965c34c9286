import { edgeTypes, type EdgeType } from '../../../../model/edge.ts';
import type { Picture, PictureLine, PictureNode } from '../../../../model/picture.ts';
import type { Link, Plan, Unit } from './plan.ts';
import { sizes } from './sizes.ts';

/** What of a picture has to be laid out. An opened service keeps its id and its links, so that it opens where it stands. */
export function planOf({ by, groups, boxes, nodes, lines }: Picture): Plan {
  const unitOf = new Map(nodes.map(({ id, box }) => [id, box ?? id]));
  const inside = Map.groupBy(nodes.filter(({ box }) => box !== undefined), ({ box }) => box ?? '');
  const own = Map.groupBy(lines.filter(({ from, to }) => unitOf.get(from) === unitOf.get(to)), ({ from }) => unitOf.get(from) ?? '');
  const sized = ({ id, what, group }: PictureNode): Unit => ({ id, group: by === 'none' ? '' : group, ...sizes[what] });
  const closed = nodes.filter(({ box }) => box === undefined).map(sized);
  const opened = boxes.map(({ id, group }): Unit => ({ id, group: by === 'none' ? '' : group, ...sizes.service, inside: { units: (inside.get(id) ?? []).map(sized), links: (own.get(id) ?? []).map(linkOf) } }));
  const sums = new Map<string, Link>();
  for (const line of lines) {
    const link = linkOf(line);
    const [from = '', to = ''] = [unitOf.get(link.from), unitOf.get(link.to)];
    if (from === to) continue;
    const key = JSON.stringify([from, to]);
    sums.set(key, { from, to, weight: link.weight + (sums.get(key)?.weight ?? 0) });
  }
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return {
    style: by === 'none' ? 'flow' : by === 'region' ? 'lanes' : 'frames',
    groups: by === 'none' ? [''] : groups.map(({ id }) => id),
    units: [...closed, ...opened].sort((a, b) => text(a.id, b.id)),
    links: [...sums.values()].sort((a, b) => text(a.from, b.from) || text(a.to, b.to)),
  };
}

/** From who needs to what is needed, also where the line reads the other way. */
function linkOf({ from, to, types, count }: PictureLine): Link {
  const turned = from.startsWith('r:') && to.startsWith('r:') && Object.keys(types).some((type) => edgeTypes[type as EdgeType].dependent === 'to');
  return turned ? { from: to, to: from, weight: count } : { from, to, weight: count };
}
