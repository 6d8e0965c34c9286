import { Box } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { HeatTable, Tone } from '../state/heat.ts';

interface Props {
  readonly label: string;
  readonly corner: string;
  readonly table: HeatTable;
  readonly row: (id: string) => ReactNode;
  readonly href?: (row: string, column: string) => string;
  /** Narrow columns with their titles upright. */
  readonly dense?: boolean;
}

/** A table whose cells are coloured by the worst that is in them; every cell says in words what its colour does. */
export function HeatMap({ label, corner, table: { columns, rows }, row, href, dense = false }: Props): ReactNode {
  if (rows.length === 0) return <Box textAlign="center" color="text-body-secondary">Nothing was judged.</Box>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="heat-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className={dense ? 'heat dense' : 'heat'}>
        <caption className="away">{label}</caption>
        <thead><tr><th scope="col">{corner}</th>{columns.map(({ id, title }) => <th key={id} scope="col" className="heat-column"><span>{title}</span></th>)}</tr></thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id}>
              <th scope="row">{row(id)}</th>
              {cells.map(({ tone, text, words }, at) => {
                const column = columns[at] ?? { id: '', title: '' };
                const title = `${id}, ${column.title}: ${words}`;
                return (
                  <td key={column.id} className={`heat-cell tone-${tone}`}>
                    {href === undefined || tone === 'none' ? <span title={title}>{text}<span className="away">{words}</span></span> : <a href={href(id, column.id)} title={title}>{text}<span className="away"> {title}</span></a>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const legend: readonly (readonly [Tone, string])[] = [['critical', 'critical gap'], ['high', 'high'], ['medium', 'medium'], ['low', 'low'], ['info', 'for information'], ['unknown', 'unknown: could not look'], ['ready', 'looked, and fine'], ['exempt', 'exempt'], ['none', 'nothing judged']];

export function HeatLegend({ tones = legend }: { readonly tones?: readonly (readonly [Tone, string])[] }): ReactNode {
  return <ul className="legend" aria-label="Colours">{tones.map(([tone, title]) => <li key={tone}><span className={`swatch tone-${tone}`} aria-hidden="true" />{title}</li>)}</ul>;
}
