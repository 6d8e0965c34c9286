import type { StylesheetJson } from 'cytoscape';
import { fontSizes } from '../drawing/drawing.ts';
import { fillOf, tones, type Palette } from '../drawing/tones.ts';

export const font = '"Open Sans", "Helvetica Neue", Roboto, Arial, sans-serif';

/** The style sheet of the canvas. Nothing is styled by element: that costs too much. */
export function styleOf(palette: Palette): StylesheetJson {
  const { ink, line, accent, surface } = palette;
  return [
    {
      selector: 'node',
      style: {
        shape: 'round-rectangle', 'corner-radius': '8', width: 'data(width)', height: 'data(height)', 'background-color': surface, 'border-width': 1, 'border-color': line,
        label: 'data(label)', color: ink, 'font-family': font, 'font-size': fontSizes.title, 'line-height': 1.35, 'text-wrap': 'wrap', 'text-max-width': '400px', 'text-justification': 'left', 'text-halign': 'right', 'text-valign': 'center', 'text-margin-x': 'data(margin)', 'min-zoomed-font-size': 6,
        'background-image': 'data(icon)', 'background-width': 18, 'background-height': 18, 'background-position-x': '12px', 'background-position-y': '50%', 'background-image-smoothing': 'yes', 'background-image-containment': 'over',
        'overlay-opacity': 0, 'transition-property': 'none',
      } as StylesheetJson[number] extends { style: infer S } ? S : never,
    },
    { selector: 'node.rest', style: { 'border-style': 'dashed' } },
    ...tones.filter((tone) => tone !== 'plain' && tone !== 'dim').map((tone) => ({ selector: `node.${tone}`, style: { 'background-color': fillOf(palette, tone), 'border-color': palette.tones[tone], 'border-width': 1.5 } })),
    { selector: 'node.dim', style: { opacity: 0.45 } },
    { selector: 'node.faded', style: { opacity: 0.3 } },
    { selector: 'node.path', style: { 'border-color': accent, 'border-width': 3 } },
    { selector: 'node.chosen', style: { 'border-color': accent, 'border-width': 3, 'underlay-color': accent, 'underlay-opacity': 0.22, 'underlay-padding': 7, 'underlay-shape': 'round-rectangle' } },
    { selector: 'node.wave', style: { 'underlay-color': palette.tones.bad, 'underlay-opacity': 0.3, 'underlay-padding': 10, 'underlay-shape': 'round-rectangle' } },
    {
      selector: 'edge',
      style: {
        width: 'data(width)', 'line-color': line, 'line-opacity': 0.75, 'target-arrow-color': line, 'target-arrow-shape': 'triangle', 'arrow-scale': 0.75,
        'curve-style': 'unbundled-bezier', 'edge-distances': 'endpoints', 'control-point-distances': 'data(distances)', 'control-point-weights': 'data(weights)', 'source-endpoint': '50% 0%', 'target-endpoint': '-50% 0%', 'overlay-opacity': 0,
      } as StylesheetJson[number] extends { style: infer S } ? S : never,
    },
    { selector: 'edge.thin', style: { 'line-opacity': 0.32, 'arrow-scale': 0.6 } },
    { selector: 'edge.leftward', style: { 'source-endpoint': '-50% 0%' } },
    { selector: 'edge.arrivesright', style: { 'target-endpoint': '50% 0%' } },
    { selector: 'edge.doubtful', style: { 'line-style': 'dashed' } },
    ...tones.filter((tone) => tone !== 'plain' && tone !== 'dim').map((tone) => ({ selector: `edge.${tone}`, style: { 'line-color': palette.tones[tone], 'target-arrow-color': palette.tones[tone], 'line-opacity': 1 } })),
    { selector: 'edge.faded', style: { 'line-opacity': 0.14, 'target-arrow-shape': 'none' } },
    { selector: 'edge.near', style: { 'line-color': accent, 'target-arrow-color': accent, 'line-opacity': 1, 'z-index': 10 } },
    { selector: 'edge.chosen, edge.path', style: { 'line-color': accent, 'target-arrow-color': accent, 'line-opacity': 1, width: 4, 'z-index': 20 } },
    { selector: 'edge.labelled', style: { label: 'data(label)', color: ink, 'font-family': font, 'font-size': 10, 'text-background-color': palette.ground, 'text-background-opacity': 0.92, 'text-background-padding': '2px', 'min-zoomed-font-size': 6 } },
  ];
}
