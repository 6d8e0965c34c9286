import type { ReactNode } from 'react';
import type { Legend as LegendOf } from '../drawing/overlay.ts';
import { fillOf, type Palette } from '../drawing/tones.ts';

/** What the colours mean. */
export function Legend({ legend, palette, waiting }: { readonly legend: LegendOf | undefined; readonly palette: Palette; readonly waiting: boolean }): ReactNode {
  if (legend === undefined) return <div className="graph-legend quiet">Nothing is coloured. Arrows lead from who needs to what is needed, between resources as the verb reads.</div>;
  return (
    <div className="graph-legend" role="group" aria-label={`Legend: ${legend.title}`}>
      <strong>{legend.title}{waiting ? ' …' : ''}</strong>
      <ul>{legend.entries.map(({ tone, text }) => <li key={`${tone} ${text}`}><span className="graph-swatch" aria-hidden="true" style={{ borderColor: palette.tones[tone], background: fillOf(palette, tone) }} />{text}</li>)}</ul>
    </div>
  );
}
