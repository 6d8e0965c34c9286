import { useMemo, type ReactNode } from 'react';
import land from '../../../model/data/land.json' with { type: 'json' };
import type { Tone } from '../state/heat.ts';
import { mapHeight, mapWidth, pathOfRings, placeOnMap } from '../state/projection.ts';

export interface MapPoint {
  readonly code: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly tone: Tone;
  readonly role?: 'home' | 'target' | undefined;
  /** All that the point shows, in words. */
  readonly words: string;
}

interface Props {
  readonly points: readonly MapPoint[];
  readonly selected: string | undefined;
  readonly href: (code: string) => string;
}

/** Regions on a map of the world that is drawn here: nothing is loaded from anywhere. Every point is a link, and the table beside says the same. */
export function WorldMap({ points, selected, href }: Props): ReactNode {
  const coast = useMemo(() => pathOfRings(land.rings), []);
  const drawn = useMemo(() => [...points].sort((a, b) => rank(a, selected) - rank(b, selected)), [points, selected]);
  const at = new Map(points.map((point) => [point.code, placeOnMap(point.longitude, point.latitude)]));
  const homes = points.filter(({ role }) => role === 'home');
  const goals = points.filter(({ role, code }) => role === 'target' || (code === selected && role !== 'home'));
  return (
    <svg className="map" viewBox={`0 0 ${mapWidth} ${mapHeight}`} role="group" aria-label="Map of the regions; the table beneath has the same">
      <rect className="sea" width={mapWidth} height={mapHeight} rx={10} />
      <path className="land" d={coast} />
      {homes.flatMap((home) => goals.map((goal) => <path key={`${home.code} ${goal.code}`} className="way" d={way(at.get(home.code), at.get(goal.code))} />))}
      {drawn.map(({ code, tone, role, words }) => {
        const [x, y] = at.get(code) ?? [0, 0];
        return (
          <a key={code} href={href(code)} className={`point fill-${tone}${code === selected ? ' selected' : ''}`} aria-label={`${code}: ${words}`} aria-current={code === selected}>
            <title>{`${code}: ${words}`}</title>
            <circle cx={x} cy={y} r={role === undefined ? 6 : 8} />
            {role === 'home' && <circle className="ring" cx={x} cy={y} r={12} />}
            {(role !== undefined || code === selected) && <text x={x} y={role === 'target' ? y + 24 : y - 15} textAnchor="middle">{code}{role === undefined ? '' : ` (${role})`}</text>}
          </a>
        );
      })}
    </svg>
  );
}

const rank = ({ role, code }: MapPoint, selected: string | undefined): number => (code === selected ? 2 : role === undefined ? 0 : 1);

/** An arc from one place to the other, bent towards the pole. */
function way(from: readonly [number, number] | undefined, to: readonly [number, number] | undefined): string {
  if (from === undefined || to === undefined) return '';
  const lift = Math.hypot(to[0] - from[0], to[1] - from[1]) * 0.2;
  return `M${from[0].toFixed(1)} ${from[1].toFixed(1)}Q${((from[0] + to[0]) / 2).toFixed(1)} ${((from[1] + to[1]) / 2 - lift).toFixed(1)} ${to[0].toFixed(1)} ${to[1].toFixed(1)}`;
}
