import { join } from 'node:path';
import { z } from 'zod';
import { provenanceOf, readJson, type Sources } from './sources.ts';
import type { Table } from './table.ts';

const position = z.tuple([z.number(), z.number()]);
const rings = z.array(z.array(z.int()));
const topology = z.object({
  transform: z.object({ scale: position, translate: position }),
  arcs: z.array(z.array(position)),
  objects: z.object({ land: z.object({ geometries: z.array(z.discriminatedUnion('type', [z.object({ type: z.literal('Polygon'), arcs: rings }), z.object({ type: z.literal('MultiPolygon'), arcs: z.array(rings) })])) }) }),
});
type Topology = z.infer<typeof topology>;
type Position = readonly [lon: number, lat: number];

/** Nobody runs a region further south, and the maps end here. */
const south = -58;
/** Degrees: a finer line is not seen at the size of the maps. */
const step = 0.35;

export async function landTable(sources: Sources): Promise<Table> {
  const source = await sources.npm('world-atlas');
  const land = await readJson(join(source.folder, 'land-110m.json'), topology);
  return {
    name: 'land',
    meta: {
      title: 'Outline of the continents',
      ...provenanceOf(source),
      licence: 'ISC; the data are of Natural Earth, in the public domain',
      derivedBy: 'scripts/catalogue/land.ts',
      encoding: 'rings[]: longitude and latitude in turn, in tenths of degrees, the first position as it is and each other as the difference to the one before; longitudes go beyond 180° where a ring crosses the antimeridian',
      caveats: [`1:110m, without what lies south of ${south}°, thinned to ${step}°. For maps of the world only: coasts are rough and small islands are missing.`],
    },
    body: { rings: ringsOf(land).map(unwrapped).map(thinned).filter((ring) => ring.length > 3 && ring.some(([, lat]) => lat > south)).map(differences) },
  };
}

/** Outer rings of all polygons; lakes are not drawn. */
function ringsOf({ arcs, transform: { scale, translate }, objects }: Topology): Position[][] {
  const lines = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): Position => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  const line = (index: number): Position[] => (index < 0 ? [...(lines[~index] ?? [])].reverse() : (lines[index] ?? []));
  const polygons = objects.land.geometries.flatMap((geometry) => (geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs));
  return polygons.flatMap(([outer]) => (outer === undefined ? [] : [outer.flatMap((index, at) => line(index).slice(at === 0 ? 0 : 1))]));
}

/** Longitudes that go on beyond 180° where a ring crosses the antimeridian, so that no line leads around the world. */
function unwrapped(ring: readonly Position[]): Position[] {
  let turns = 0;
  const whole = ring.map(([lon, lat], at): Position => {
    const step = at === 0 ? 0 : lon - (ring[at - 1]?.[0] ?? lon);
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    return [lon + 360 * turns, lat];
  });
  // Most of it is to lie on the map: which side of the line it begins on is chance.
  const back = 360 * Math.round(whole.reduce((sum, [lon]) => sum + lon, 0) / Math.max(1, whole.length) / 360);
  return whole.map(([lon, lat]) => [lon - back, lat]);
}

/** Leaves out positions that are nearer to the one before than a step. */
function thinned(ring: readonly Position[]): Position[] {
  const kept: Position[] = [];
  for (const position of ring) {
    const last = kept.at(-1);
    if (last === undefined || Math.hypot(position[0] - last[0], position[1] - last[1]) >= step) kept.push(position);
  }
  return kept;
}

function differences(ring: readonly Position[]): number[] {
  let [x, y] = [0, 0];
  return ring.flatMap(([lon, lat]) => {
    const [left, up] = [Math.round(lon * 10), Math.round(Math.max(lat, south) * 10)];
    const moved = [left - x, up - y];
    [x, y] = [left, up];
    return moved;
  });
}
