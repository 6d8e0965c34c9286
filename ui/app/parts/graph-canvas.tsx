import cytoscape from 'cytoscape';
import { useEffect, useRef, type ReactNode } from 'react';
import type { GraphDocument } from '../../../model/graph-document.ts';

interface Props {
  readonly document: GraphDocument;
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
}

/** The graph as a picture. What it shows stands in the table beneath it too, for those who cannot see or point. */
export function GraphCanvas({ document: graph, selected, onSelect }: Props): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const select = useRef(onSelect);
  select.current = onSelect;
  useEffect(() => {
    if (place.current === null) return undefined;
    const style = getComputedStyle(place.current);
    const [ink, line] = [style.color, style.borderColor];
    const drawn = cytoscape({
      container: place.current,
      elements: elementsOf(graph, selected),
      layout: { name: 'breadthfirst', directed: true, spacingFactor: 1.1, animate: false },
      minZoom: 0.1, maxZoom: 3,
      style: [
        { selector: 'node', style: { label: 'data(label)', 'font-size': 11, color: ink, 'text-valign': 'bottom', 'text-margin-y': 4, 'min-zoomed-font-size': 7, 'background-color': '#5f6b7a', width: 'data(size)', height: 'data(size)' } },
        { selector: 'node.selected', style: { 'background-color': '#0972d3' } },
        { selector: 'edge', style: { width: 1, 'line-color': line, 'target-arrow-color': line, 'target-arrow-shape': 'triangle', 'arrow-scale': 0.7, 'curve-style': 'bezier' } },
        { selector: 'edge.crossing', style: { 'line-style': 'dashed', 'line-color': '#d13212', 'target-arrow-color': '#d13212' } },
      ],
    });
    drawn.on('tap', 'node', (event) => select.current(String(event.target.id())));
    return () => drawn.destroy();
  }, [graph, selected]);
  return <div ref={place} className="graph" role="img" aria-label={`Graph of ${graph.nodes.length} ${graph.level === 'service' ? 'services' : 'resources'} and ${graph.edges.length} edges; the table below lists them`} />;
}

function elementsOf({ nodes, edges }: GraphDocument, selected: string | undefined): cytoscape.ElementDefinition[] {
  const known = new Set(nodes.map(({ id }) => id));
  return [
    ...nodes.map(({ id, name, resources = 1 }) => ({ data: { id, label: name.length > 40 ? `${name.slice(0, 39)}…` : name, size: 14 + Math.min(30, 4 * Math.log2(resources)) }, classes: id === selected ? 'selected' : '' })),
    ...edges.filter(({ from, to }) => known.has(from) && known.has(to)).map(({ from, to, type, crossings = [] }, index) => ({ data: { id: `edge ${index}`, source: from, target: to, label: type }, classes: crossings.length > 0 ? 'crossing' : '' })),
  ];
}
