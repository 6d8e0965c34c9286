/** The map is 1000 units wide; it ends where no region lies. */
export const mapWidth = 1000;
const south = -58;
const north = 84;
const radian = Math.PI / 180;

/** Natural Earth projection (Patterson 2008, polynomials by Savric and others 2011), on the unit sphere. */
function natural(lon: number, lat: number): readonly [number, number] {
  const [lambda, phi] = [lon * radian, lat * radian];
  const [two, four] = [phi ** 2, phi ** 4];
  return [lambda * (0.8707 - 0.131979 * two + four * (-0.013791 + four * (0.003971 * two - 0.001529 * four))), phi * (1.007226 + two * (0.015085 + four * (-0.044475 + 0.028874 * two - 0.005916 * four)))];
}

const [halfWidth] = natural(180, 0);
const scale = mapWidth / (2 * halfWidth);
const top = natural(0, north)[1] * scale;
export const mapHeight = Math.round(top - natural(0, south)[1] * scale);

/** Where a place is on the map. */
export function placeOnMap(lon: number, lat: number): readonly [x: number, y: number] {
  const [x, y] = natural(lon, Math.min(north, Math.max(south, lat)));
  return [mapWidth / 2 + x * scale, top - y * scale];
}

/** Rings in tenths of degrees, each position as the difference to the one before, as the path of an SVG. */
export function pathOfRings(rings: readonly (readonly number[])[]): string {
  return rings.map((ring) => {
    let [lon, lat] = [0, 0];
    let path = '';
    for (let at = 0; at + 1 < ring.length; at += 2) {
      lon += ring[at] ?? 0;
      lat += ring[at + 1] ?? 0;
      path += `${at === 0 ? 'M' : 'L'}${placeOnMap(lon / 10, lat / 10).map((each) => each.toFixed(1)).join(' ')}`;
    }
    return `${path}Z`;
  }).join('');
}
