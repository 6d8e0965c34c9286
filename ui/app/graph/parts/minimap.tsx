import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { extentOf, type Drawing } from '../drawing/drawing.ts';
import type { Palette } from '../drawing/tones.ts';
import type { Stage } from '../stage/stage.ts';

const size = { width: 176, height: 112 } as const;

interface Props {
  readonly drawing: Drawing;
  readonly palette: Palette;
  readonly stage: RefObject<Stage | undefined>;
}

/** All of the picture, small, with what is in view; a press goes there. The keyboard has the picture itself. */
export function Minimap({ drawing, palette, stage }: Props): ReactNode {
  const place = useRef<HTMLCanvasElement>(null);
  const map = useRef<{ readonly scale: number; readonly left: number; readonly top: number } | undefined>(undefined);
  useEffect(() => {
    const canvas = place.current;
    const still = document.createElement('canvas');
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    for (const each of [canvas, still]) if (each !== null) [each.width, each.height] = [size.width * ratio, size.height * ratio];
    map.current = paintAll(still, drawing, { palette, ratio });
    const paint = (): void => {
      const context = canvas?.getContext('2d');
      const made = stage.current;
      if (context === null || context === undefined || made === undefined || map.current === undefined || canvas === null) return;
      const { scale, left, top } = map.current;
      const { x, y, zoom } = made.camera();
      const seen = canvas.closest('.graph-stage');
      const [width, height] = [(seen?.clientWidth ?? 0) / zoom, (seen?.clientHeight ?? 0) / zoom];
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.drawImage(still, 0, 0);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.strokeStyle = palette.accent;
      context.lineWidth = 1.5;
      context.strokeRect((x - width / 2 - left) * scale, (y - height / 2 - top) * scale, width * scale, height * scale);
    };
    paint();
    return stage.current?.onRender(paint);
  }, [drawing, palette]);
  const go = (event: React.PointerEvent<HTMLCanvasElement>): void => {
    const made = stage.current;
    if (made === undefined || map.current === undefined || event.buttons === 0) return;
    const { left, top, scale } = map.current;
    const box = event.currentTarget.getBoundingClientRect();
    made.look({ x: (event.clientX - box.left) / scale + left, y: (event.clientY - box.top) / scale + top, zoom: made.camera().zoom });
  };
  return <canvas ref={place} className="graph-minimap" aria-hidden="true" onPointerDown={go} onPointerMove={go} />;
}

function paintAll(canvas: HTMLCanvasElement, { cards, frames }: Drawing, { palette, ratio }: { readonly palette: Palette; readonly ratio: number }): { readonly scale: number; readonly left: number; readonly top: number } {
  const { x, y, width, height } = extentOf({ cards, frames, wires: [] }) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [left, top, right, bottom] = [x - 40, y - 40, x + width + 40, y + height + 40];
  const scale = Math.min(size.width / (right - left), size.height / (bottom - top));
  const context = canvas.getContext('2d');
  const whole = { scale, left: left - (size.width / scale - (right - left)) / 2, top: top - (size.height / scale - (bottom - top)) / 2 };
  if (context === null) return whole;
  context.setTransform(ratio * scale, 0, 0, ratio * scale, -whole.left * scale * ratio, -whole.top * scale * ratio);
  for (const { what, rect } of frames) {
    context.fillStyle = what === 'group' ? palette.laneEdge : palette.boxEdge;
    context.fillRect(rect.x, rect.y, rect.width, rect.height);
  }
  for (const { rect, tone } of cards) {
    context.fillStyle = palette.tones[tone];
    context.fillRect(rect.x, rect.y, rect.width, rect.height);
  }
  return whole;
}
