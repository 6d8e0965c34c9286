import type { ElementDefinition } from 'cytoscape';
import { textLeft, type Card, type Drawing, type Point, type Wire } from '../drawing/drawing.ts';
import { iconOf, signOf } from '../drawing/icons.ts';
import type { Palette } from '../drawing/tones.ts';

/** So many lines would hide what lies behind them. */
const many = 200;

/** What the canvas is to hold, by id. */
export function elementsOf({ cards, wires }: Drawing, palette: Palette): Map<string, ElementDefinition> {
  const elements = new Map<string, ElementDefinition>();
  for (const card of cards) elements.set(card.node.id, cardElement(card, palette));
  for (const wire of wires) elements.set(wire.id, wireElement(wire, wires.length > many));
  return elements;
}

function cardElement({ node: { id, what, type }, rect: { x, y, width, height }, title, detail, tone }: Card, palette: Palette): ElementDefinition {
  return {
    group: 'nodes',
    data: { id, width, height, label: `${title}\n${detail}`, margin: textLeft - width, icon: iconOf(signOf(what, type), palette.soft) },
    position: { x: x + width / 2, y: y + height / 2 },
    classes: [what, tone].join(' '),
  };
}

function wireElement({ id, line: { from, to, confidences }, points, tone, label, width }: Wire, isOneOfMany: boolean): ElementDefinition {
  const [start, one, other, end] = points;
  const bends = [one, other].map((point) => along(start, end, point));
  return {
    group: 'edges',
    data: { id, source: from, target: to, label, width, weights: bends.map(({ weight }) => weight), distances: bends.map(({ distance }) => distance) },
    classes: [tone, isOneOfMany ? 'thin' : '', one.x < start.x ? 'leftward' : '', other.x > end.x ? 'arrivesright' : '', confidences.declared === undefined && confidences.mentioned === undefined ? 'doubtful' : '', label === '' || isOneOfMany ? '' : 'labelled'].filter((word) => word !== '').join(' '),
  };
}

/** Where a point is beside the way from start to end: how far along, and how far off. */
function along(start: Point, end: Point, point: Point): { readonly weight: number; readonly distance: number } {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = Math.hypot(dx, dy) || 1;
  const [px, py] = [point.x - start.x, point.y - start.y];
  // Rounded, so that a line that is moved as a whole stays the same line.
  return { weight: rounded((px * dx + py * dy) / length ** 2, 1e4), distance: rounded((py * dx - px * dy) / length, 1e2) };
}

const rounded = (value: number, parts: number): number => Math.round(value * parts) / parts;
