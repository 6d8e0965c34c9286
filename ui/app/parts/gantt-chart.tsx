import type { ReactNode } from 'react';
import type { Gantt } from '../state/gantt.ts';
import { counted } from '../state/words.ts';

interface Props {
  readonly gantt: Gantt;
  readonly title: (number: number) => string;
  readonly onChoose: (number: number) => void;
}

const [left, width, row, top] = [150, 1000, 30, 24];

/** Waves on a line of time. Each bar is a button that leads to its wave; the waves beneath say the same in words. */
export function GanttChart({ gantt: { bars, months, days }, title, onChoose }: Props): ReactNode {
  const height = top + bars.length * row + 8;
  const x = (share: number): number => left + share * (width - left - 10);
  return (
    <div className="gantt-scroll">
      <svg className="gantt" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={`Gantt chart: ${bars.length} waves over ${counted(days, 'day')}`}>
        {months.map(({ title: month, at }) => <g key={month}><line className="grid" x1={x(at)} x2={x(at)} y1={top - 6} y2={height} /><text className="tick" x={x(at) + 4} y={top - 10}>{month}</text></g>)}
        {bars.map(({ number, starts, ends, days: own, services, from, length }, index) => {
          const y = top + index * row;
          const words = `${title(number)}, ${starts} to ${ends}, ${counted(own, 'day')}${number === 0 ? '' : `, ${counted(services.length, 'service')}`}`;
          const choose = (): void => onChoose(number);
          return (
            <g key={number} className={number === 0 ? 'bar foundations' : 'bar'} role="button" tabIndex={0} aria-label={words} onClick={choose} onKeyDown={(event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); choose(); } }}>
              <title>{words}</title>
              <text className="name" x={0} y={y + 18}>{title(number)}</text>
              <rect className="lane" x={left} y={y + 2} width={width - left - 10} height={row - 6} rx={4} />
              <rect className="span" x={x(from)} y={y + 3} width={Math.max(4, length * (width - left - 10))} height={row - 8} rx={4} />
            </g>
          );
        })}
        {bars.map(({ number, services, from, length }, index) => (length > 0.08 && number > 0 ? <text key={number} className="count" aria-hidden="true" x={x(from) + 8} y={top + index * row + 18}>{barText(services, length * (width - left - 10))}</text> : null))}
      </svg>
    </div>
  );
}

/** Who moves, as far as the bar has room; else how many. A letter takes about seven of its units. */
function barText(services: readonly string[], room: number): string {
  const letters = room / 7 - 2;
  const all = services.join(', ');
  if (all.length <= letters) return all;
  const some = services.filter((_, at) => services.slice(0, at + 1).join(', ').length + 6 <= letters);
  return some.length === 0 ? counted(services.length, 'service') : `${some.join(', ')} +${services.length - some.length}`;
}
