import cytoscape, { type Core } from 'cytoscape';
import { extentOf, type Drawing, type Frame } from '../drawing/drawing.ts';
import type { Palette } from '../drawing/tones.ts';
import { gap, type Rect } from '../layout/plan.ts';
import type { Camera } from '../state/view.ts';
import { paintFrames } from './backdrop.ts';
import { elementsOf } from './elements.ts';
import { styleOf } from './style.ts';
import { sync } from './sync.ts';

export interface Marks {
  readonly chosen?: string | undefined;
  /** Nodes and lines of a path; all others step back. */
  readonly path: ReadonlySet<string>;
  /** Nodes that a loss has just reached. */
  readonly wave: ReadonlySet<string>;
}

export interface StageEvents {
  onPick(id: string | undefined): void;
  onOpen(id: string): void;
  onLook(camera: Camera): void;
}

/** The picture that can be moved: the canvas of the library over the one of the frames. */
export interface Stage {
  draw(drawing: Drawing, palette: Palette): void;
  mark(marks: Marks): void;
  look(camera: Camera): void;
  camera(): Camera;
  /** All in view; legible, if that is possible. */
  fit(): void;
  zoom(factor: number): void;
  /** Some nodes in view, with what is around them. */
  show(ids: ReadonlySet<string>): void;
  /** Moves a rectangle into view, no farther than it must. */
  reveal(rect: Rect): void;
  onRender(listener: () => void): () => void;
  end(): void;
}

/** The library would write a style element, which the pages' policy forbids, unless one of its name is there. Its only rule is in graph.css. */
function withoutInlineStyle(): void {
  const id = '__________cytoscape_stylesheet';
  if (document.getElementById(id) !== null) return;
  const stand = document.createElement('meta');
  stand.id = id;
  document.head.append(stand);
}

export function startStage(container: HTMLElement, backdrop: HTMLCanvasElement, events: StageEvents): Stage {
  withoutInlineStyle();
  const cy: Core = cytoscape({ container, minZoom: 0.05, maxZoom: 2.5, autoungrabify: true, boxSelectionEnabled: false, selectionType: 'single', pixelRatio: Math.min(2, window.devicePixelRatio || 1), styleEnabled: true });
  let frames: readonly Frame[] = [];
  let extent: Rect | undefined;
  let held: ReturnType<typeof elementsOf> = new Map();
  let palette: Palette | undefined;
  let marks: Marks = { path: new Set(), wave: new Set() };
  const listeners = new Set<() => void>();
  const camera = (): Camera => ({ x: (cy.width() / 2 - cy.pan().x) / cy.zoom(), y: (cy.height() / 2 - cy.pan().y) / cy.zoom(), zoom: cy.zoom() });
  const paint = (): void => {
    if (palette !== undefined) paintFrames(backdrop, frames, { palette, looking: { pan: cy.pan(), zoom: cy.zoom() }, chosen: marks.chosen });
    for (const listener of listeners) listener();
  };
  cy.on('render', paint);
  cy.on('tap', ({ target, position }) => {
    if (target !== cy) return events.onPick((target as { id(): string }).id());
    const { x, y } = position;
    const head = frames.findLast(({ what, rect }) => what === 'box' && x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + gap.head);
    return events.onPick(head?.id);
  });
  cy.on('dbltap', ({ target, position }) => {
    if (target !== cy) return events.onOpen((target as { id(): string }).id());
    const box = frames.findLast(({ what, rect }) => what === 'box' && position.x >= rect.x && position.x <= rect.x + rect.width && position.y >= rect.y && position.y <= rect.y + rect.height);
    return box === undefined ? undefined : events.onOpen(box.id);
  });
  cy.on('mouseover', 'node', ({ target }) => near(cy, (target as { id(): string }).id()));
  cy.on('mouseout', 'node', () => near(cy, marks.chosen));
  let timer: ReturnType<typeof setTimeout> | undefined;
  cy.on('viewport', () => {
    clearTimeout(timer);
    timer = setTimeout(() => events.onLook(camera()), 400);
  });
  const resized = new ResizeObserver(() => {
    cy.resize();
    paint();
  });
  resized.observe(container);
  return {
    draw(drawing, colours) {
      ({ frames } = drawing);
      extent = extentOf(drawing);
      if (palette !== colours) cy.style(styleOf(colours));
      palette = colours;
      const wanted = elementsOf(drawing, colours);
      sync(cy, held, wanted);
      held = wanted;
      apply(cy, marks);
    },
    mark(next) {
      marks = next;
      apply(cy, marks);
      paint();
    },
    look: ({ x, y, zoom }) => void cy.viewport({ zoom, pan: { x: cy.width() / 2 - x * zoom, y: cy.height() / 2 - y * zoom } }),
    camera,
    fit() {
      // By what is known of the drawing: the library would measure every element.
      const { x, y, width, height } = extent ?? { x: 0, y: 0, width: 1, height: 1 };
      const zoom = Math.max(cy.minZoom(), Math.min(1.1, (cy.width() - 88) / width, (cy.height() - 88) / height));
      cy.viewport({ zoom, pan: { x: cy.width() / 2 - (x + width / 2) * zoom, y: cy.height() / 2 - (y + height / 2) * zoom } });
    },
    zoom: (factor) => void cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }),
    show(ids) {
      const shown = cy.nodes().filter((node) => ids.has(node.id()));
      if (shown.empty()) return;
      cy.fit(shown, 90);
      if (cy.zoom() > 1) cy.zoom({ level: 1, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    },
    reveal(rect) {
      const { x1, x2, y1, y2 } = cy.extent();
      const room = 16;
      const by = ([start, end]: readonly [number, number], [low, high]: readonly [number, number]): number => (start - room < low ? start - room - low : end + room > high ? Math.min(end + room - high, start - room - low) : 0);
      const [dx, dy] = [by([rect.x, rect.x + rect.width], [x1, x2]), by([rect.y, rect.y + rect.height], [y1, y2])];
      if (dx !== 0 || dy !== 0) cy.panBy({ x: -dx * cy.zoom(), y: -dy * cy.zoom() });
    },
    onRender(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end() {
      clearTimeout(timer);
      resized.disconnect();
      cy.destroy();
    },
  };
}

function apply(cy: Core, { chosen, path, wave }: Marks): void {
  cy.batch(() => {
    cy.elements('.chosen, .path, .faded, .wave').removeClass('chosen path faded wave');
    if (chosen !== undefined) cy.getElementById(chosen).addClass('chosen');
    for (const id of wave) cy.getElementById(id).addClass('wave');
    if (path.size === 0) return;
    cy.elements().forEach((element) => void element.addClass(path.has(element.id()) ? 'path' : 'faded'));
  });
  near(cy, chosen);
}

/** Brings out the lines of a node. */
function near(cy: Core, id: string | undefined): void {
  cy.batch(() => {
    cy.elements('.near').removeClass('near');
    if (id !== undefined) cy.getElementById(id).filter('node').connectedEdges().addClass('near');
  });
}
