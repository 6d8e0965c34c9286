import type { ReactNode } from 'react';
import type { TrendPoint } from '../state/trend.ts';
import { moment } from '../state/words.ts';

const [width, height, left, top] = [520, 190, 34, 10];
const [plotWidth, plotHeight] = [width - left - 14, height - top - 26];
const at = ({ x, y }: { readonly x: number; readonly y: number }): readonly [number, number] => [left + x * plotWidth, top + y * plotHeight];

/** The score over time as a line; the table in it says the same to those who cannot see it. */
export function TrendChart({ points }: { readonly points: readonly TrendPoint[] }): ReactNode {
  const line = points.map((point, index) => `${index === 0 ? 'M' : 'L'}${at(point).map((each) => each.toFixed(1)).join(' ')}`).join('');
  const [first, last] = [points[0], points.at(-1)];
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`Score from ${first?.percent.toFixed(1) ?? ''} % to ${last?.percent.toFixed(1) ?? ''} % over ${points.length} judgements`}>
        {[0, 25, 50, 75, 100].map((percent) => {
          const [, y] = at({ x: 0, y: 1 - percent / 100 });
          return <g key={percent}><line className="grid" x1={left} x2={width - 14} y1={y} y2={y} /><text className="tick" x={left - 6} y={y + 4} textAnchor="end">{percent}</text></g>;
        })}
        <path className="trend" d={line} />
        {points.map((point) => {
          const [x, y] = at(point);
          return <circle key={point.id} className="dot" cx={x} cy={y} r={4}><title>{`${moment(point.keptAt)}: ${point.percent.toFixed(1)} %, ${point.gaps} gaps, ${point.unknown} unknown`}</title></circle>;
        })}
        {first !== undefined && <text className="tick" x={left} y={height - 6}>{moment(first.keptAt)}</text>}
        {last !== undefined && points.length > 1 && <text className="tick" x={width - 14} y={height - 6} textAnchor="end">{moment(last.keptAt)}</text>}
      </svg>
      <table className="away"><caption>Score over time</caption><thead><tr><th scope="col">Kept</th><th scope="col">Score</th><th scope="col">Gaps</th><th scope="col">Unknown</th></tr></thead><tbody>{points.map(({ id, keptAt, percent, gaps, unknown }) => <tr key={id}><td>{moment(keptAt)}</td><td>{percent} %</td><td>{gaps}</td><td>{unknown}</td></tr>)}</tbody></table>
    </figure>
  );
}
