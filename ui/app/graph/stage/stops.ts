import type { Drawing } from '../drawing/drawing.ts';
import type { Rect } from '../layout/plan.ts';
import { gap } from '../layout/plan.ts';

/** Where the keyboard can stop: nodes, and the heads of opened services. */
export interface Stop {
  readonly id: string;
  readonly rect: Rect;
}

/** `whole`: boxes with all that is in them. */
export const stopsOf = ({ cards, frames }: Drawing, whole = false): readonly Stop[] => [
  ...frames.filter(({ what }) => what === 'box').map(({ id, rect }) => ({ id, rect: whole ? rect : { ...rect, height: gap.head } })),
  ...cards.map(({ node: { id }, rect }) => ({ id, rect })),
];

/** The nearest stop in a direction: what is off to the side counts as farther. The first one, top left, if nothing is chosen. */
export function nextStop(stops: readonly Stop[], chosen: string | undefined, [dx, dy]: readonly [number, number]): Stop | undefined {
  const start = stops.find(({ id }) => id === chosen);
  if (start === undefined) return stops.toSorted((a, b) => a.rect.x + a.rect.y - b.rect.x - b.rect.y)[0];
  const middle = ({ rect }: Stop): readonly [number, number] => [rect.x + rect.width / 2, rect.y + rect.height / 2];
  const [x, y] = middle(start);
  let best: Stop | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const stop of stops) {
    if (stop.id === chosen) continue;
    const [ox, oy] = middle(stop);
    const ahead = (ox - x) * dx + (oy - y) * dy;
    const aside = Math.abs((ox - x) * dy) + Math.abs((oy - y) * dx);
    const cost = ahead + aside * 2.5;
    if (ahead > 1 && cost < least) [best, least] = [stop, cost];
  }
  return best;
}
