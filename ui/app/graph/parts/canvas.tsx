import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { Drawing } from '../drawing/drawing.ts';
import type { Palette } from '../drawing/tones.ts';
import { startStage, type Marks, type Stage } from '../stage/stage.ts';
import { nextStop, stopsOf } from '../stage/stops.ts';
import type { Camera } from '../state/view.ts';

export interface CanvasProps {
  readonly drawing: Drawing;
  readonly palette: Palette;
  readonly marks: Marks;
  readonly camera: Camera | undefined;
  /** Changes when the whole picture is another one and should be fitted. */
  readonly scene: string;
  readonly label: string;
  readonly stage: RefObject<Stage | undefined>;
  readonly onPick: (id: string | undefined) => void;
  readonly onOpen: (id: string) => void;
  readonly onFocus: (id: string) => void;
  readonly onLook: (camera: Camera) => void;
  readonly onSearch: () => void;
  readonly children?: ReactNode;
}

const keyHelp = 'Arrow keys go from node to node, Enter opens and closes a service, F shows only what is around a node, plus and minus zoom, 0 shows everything, Escape selects nothing, / searches. The table below says the same as the picture.';

/** The picture: pointed at, and walked through by keyboard. */
export function Canvas(props: CanvasProps): ReactNode {
  const { drawing, palette, marks, camera, scene, label, stage, children } = props;
  const container = useRef<HTMLDivElement>(null);
  const backdrop = useRef<HTMLCanvasElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [drawn, setDrawn] = useState(0);
  const before = useRef<{ readonly scene: string; readonly drawing: Drawing } | undefined>(undefined);
  // Before the effects of what stands in it, which need the stage.
  useLayoutEffect(() => {
    if (container.current === null || backdrop.current === null) return undefined;
    const made = startStage(container.current, backdrop.current, { onPick: (id) => latest.current.onPick(id), onOpen: (id) => latest.current.onOpen(id), onLook: (at) => latest.current.onLook(at) });
    stage.current = made;
    return () => {
      stage.current = undefined;
      before.current = undefined;
      made.end();
    };
  }, []);
  useEffect(() => {
    const made = stage.current;
    if (made === undefined) return;
    const last = before.current;
    const anchor = last?.scene === scene ? anchorOf(last.drawing, drawing, marks.chosen) : undefined;
    made.draw(drawing, palette);
    if (last === undefined && camera !== undefined) made.look(camera);
    else if (last?.scene !== scene) made.fit();
    else if (anchor !== undefined) made.look({ ...made.camera(), x: made.camera().x + anchor.x, y: made.camera().y + anchor.y });
    before.current = { scene, drawing };
    setDrawn((count) => count + 1);
  }, [drawing, palette, scene]);
  useEffect(() => stage.current?.mark(marks), [marks, drawing]);
  // What is chosen, by search or in the table, comes into view; a box that was opened as far as there is room.
  useEffect(() => {
    const rect = stopsOf(drawing, true).find(({ id }) => id === marks.chosen)?.rect;
    if (rect !== undefined) stage.current?.reveal(rect);
  }, [marks.chosen, drawing]);
  useEffect(() => {
    if (marks.path.size > 0) stage.current?.show(marks.path);
  }, [marks.path]);
  const onKey = (event: React.KeyboardEvent): void => {
    const made = stage.current;
    if (made === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keyAction(event.key, latest.current, made);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <div className="graph-stage" role="application" aria-label={label} aria-describedby="graph-keys" tabIndex={0} onKeyDown={onKey} data-drawn={drawn} data-cards={drawing.cards.length} data-wires={drawing.wires.length}>
      <canvas ref={backdrop} className="graph-backdrop" aria-hidden="true" />
      <div ref={container} className="graph-canvas" aria-hidden="true" />
      <p id="graph-keys" className="away">{keyHelp}</p>
      {children}
    </div>
  );
}

/** How far what is selected has moved, so that it can be kept where it was under the pointer. */
function anchorOf(before: Drawing, after: Drawing, chosen: string | undefined): { readonly x: number; readonly y: number } | undefined {
  const at = (drawing: Drawing): { readonly x: number; readonly y: number } | undefined => stopsOf(drawing).find(({ id }) => id === chosen)?.rect;
  const [old, now] = [at(before), at(after)];
  return old === undefined || now === undefined ? undefined : { x: now.x - old.x, y: now.y - old.y };
}

function keyAction(key: string, { drawing, marks: { chosen }, onPick, onOpen, onFocus, onSearch }: CanvasProps, stage: Stage): (() => void) | undefined {
  const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  const arrow = arrows[key];
  if (arrow !== undefined) {
    return () => {
      const next = nextStop(stopsOf(drawing), chosen, arrow);
      if (next === undefined) return;
      onPick(next.id);
      stage.reveal(next.rect);
    };
  }
  switch (key) {
    case 'Enter':
    case ' ':
      return chosen === undefined ? undefined : () => onOpen(chosen);
    case 'f':
    case 'F':
      return chosen === undefined ? undefined : () => onFocus(chosen);
    case '+':
    case '=':
      return () => stage.zoom(1.25);
    case '-':
      return () => stage.zoom(0.8);
    case '0':
      return () => stage.fit();
    case '/':
      return onSearch;
    case 'Escape':
      return () => onPick(undefined);
    default:
      return undefined;
  }
}
