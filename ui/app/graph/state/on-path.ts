import type { Picture } from '../../../../model/picture.ts';
import { lineId } from '../drawing/drawing.ts';

/** Ids of the picture's nodes and lines that a path leads over. Services may stand in several places: each way between neighbours counts. */
export function onPath({ nodes, lines }: Picture, path: readonly string[], level: 'service' | 'resource'): ReadonlySet<string> {
  const place = new Map(path.map((id, index) => [id, index]));
  const placeOf = new Map(nodes.flatMap(({ id, what, resource, service }) => {
    const name = level === 'resource' ? resource : what === 'rest' ? undefined : service;
    const index = name === undefined ? undefined : place.get(name);
    return index === undefined ? [] : [[id, index] as const];
  }));
  const steps = lines.filter(({ from, to }) => Math.abs((placeOf.get(from) ?? -9) - (placeOf.get(to) ?? 99)) === 1);
  return new Set([...placeOf.keys(), ...steps.map(lineId)]);
}
