import type { Core, CytoscapeOptions, ElementDefinition, StylesheetJson } from 'cytoscape';
import { element } from './page.ts';
import type { GraphModel, Neighbourhood } from './graph-model.ts';

/** Makes the library run that travels in the page as text. It is not run before somebody opens the graph. */
export function loadCytoscape(): (options: CytoscapeOptions) => Core {
  const global = window as unknown as { cytoscape?: (options: CytoscapeOptions) => Core };
  if (global.cytoscape === undefined) {
    const script = document.createElement('script');
    script.textContent = element('graph-library').textContent;
    document.head.append(script);
  }
  if (global.cytoscape === undefined) throw new Error('the graph library did not start');
  return global.cytoscape;
}

export interface Drawing {
  readonly focus: number;
  readonly around: Neighbourhood;
  readonly hidden: ReadonlySet<string>;
}

export interface GraphView {
  draw(model: GraphModel, drawing: Drawing): void;
  restyle(): void;
}

export function graphView(container: HTMLElement, onPick: (node: number) => void): GraphView {
  const cy: Core = loadCytoscape()({ container, style: graphStyle(), minZoom: 0.2, maxZoom: 2, boxSelectionEnabled: false, autoungrabify: false });
  cy.on('tap', 'node', ({ target }) => onPick(Number((target as { id(): string }).id())));
  return {
    draw(model, drawing) {
      cy.batch(() => {
        cy.elements().remove();
        cy.add(elementsOf(model, drawing));
      });
      cy.resize();
      cy.fit(undefined, 36);
      if (cy.zoom() > 1) cy.zoom({ level: 1, renderedPosition: { x: container.clientWidth / 2, y: container.clientHeight / 2 } });
    },
    restyle() {
      cy.style(graphStyle());
    },
  };
}

export function elementsOf({ nodes, out }: GraphModel, { focus, around, hidden }: Drawing): ElementDefinition[] {
  const seated = new Set(around.seats.map(({ node }) => node));
  const places = around.seats.flatMap(({ node, x, y }): ElementDefinition[] => {
    const found = nodes[node];
    if (found === undefined) return [];
    const { name, type, gaps, unknowns } = found;
    const note = gaps.length > 0 ? ` · ▲ ${gaps.length === 1 ? '1 gap' : `${gaps.length} gaps`}` : unknowns > 0 ? ` · ? ${unknowns} unknown` : '';
    const classes = [node === focus ? 'focus' : '', gaps.length > 0 ? 'gap' : unknowns > 0 ? 'unknown' : ''].filter((word) => word !== '').join(' ');
    return [{ group: 'nodes', data: { id: String(node), label: `${shortened(name)}\n${type.replace(/^AWS::/, '')}${note}` }, position: { x, y }, classes }];
  });
  const lines = [...seated].flatMap((node) => (out[node] ?? []).filter(({ other, kind }) => seated.has(other) && !hidden.has(kind)).map(({ other, kind }): ElementDefinition => (
    { group: 'edges', data: { id: `${node}-${other}-${kind}`, source: String(node), target: String(other), label: kind }, classes: node === focus || other === focus ? 'near' : '' }
  )));
  return [...places, ...lines];
}

export function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= 30 ? text : `${characters.slice(0, 14).join('')}…${characters.slice(-14).join('')}`;
}

/** The page's own colours, read from its style sheet, so that light and dark hold for the drawing too. */
export function graphStyle(): StylesheetJson {
  const style = getComputedStyle(document.documentElement);
  const colour = (token: string): string => style.getPropertyValue(`--${token}`).trim();
  const font = getComputedStyle(document.body).fontFamily;
  return [
    { selector: 'node', style: { 'shape': 'round-rectangle', 'width': 200, 'height': 38, 'background-color': colour('paper'), 'border-width': 1, 'border-color': colour('line-strong'), 'label': 'data(label)', 'text-wrap': 'wrap', 'text-valign': 'center', 'font-size': 11, 'line-height': 1.35, 'font-family': font, 'color': colour('ink') } },
    { selector: 'node.unknown', style: { 'border-width': 2, 'border-style': 'dashed', 'border-color': colour('unknown') } },
    { selector: 'node.gap', style: { 'border-width': 2, 'border-color': colour('gaps') } },
    { selector: 'node.focus', style: { 'background-color': colour('accent-tint'), 'border-width': 3, 'border-color': colour('accent') } },
    { selector: 'edge', style: { 'width': 1, 'line-color': colour('line-strong'), 'target-arrow-color': colour('line-strong'), 'target-arrow-shape': 'triangle', 'arrow-scale': 0.8, 'curve-style': 'bezier' } },
    { selector: 'edge.near', style: { 'width': 1.5, 'line-color': colour('soft'), 'target-arrow-color': colour('soft'), 'label': 'data(label)', 'font-size': 10, 'font-family': font, 'color': colour('soft'), 'text-background-color': colour('ground'), 'text-background-opacity': 1, 'text-background-padding': '2px', 'min-zoomed-font-size': 6 } },
  ];
}
