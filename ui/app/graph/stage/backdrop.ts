import { fitted } from '../drawing/text.ts';
import type { Frame } from '../drawing/drawing.ts';
import type { Palette } from '../drawing/tones.ts';
import { gap } from '../layout/plan.ts';
import { font } from './style.ts';

export interface Looking {
  /** Where the point 0, 0 of the drawing is, in pixels of the canvas. */
  readonly pan: { readonly x: number; readonly y: number };
  readonly zoom: number;
}

/**
 * Groups and opened services, on a canvas behind the nodes. As nodes around nodes they would make every frame several times slower; a few
 * rectangles cost nothing.
 */
export function paintFrames(canvas: HTMLCanvasElement, frames: readonly Frame[], { palette, looking: { pan, zoom }, chosen }: { readonly palette: Palette; readonly looking: Looking; readonly chosen: string | undefined }): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const ratio = window.devicePixelRatio || 1;
  const [width, height] = [Math.round(canvas.clientWidth * ratio), Math.round(canvas.clientHeight * ratio)];
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, canvas.clientWidth, canvas.clientHeight);
  for (const { id, what, rect, title, detail } of frames) {
    const [x, y, w, h] = [rect.x * zoom + pan.x, rect.y * zoom + pan.y, rect.width * zoom, rect.height * zoom];
    if (x > canvas.clientWidth || y > canvas.clientHeight || x + w < 0 || y + h < 0) continue;
    context.fillStyle = what === 'group' ? palette.lane : palette.box;
    context.strokeStyle = id === chosen ? palette.accent : what === 'group' ? palette.laneEdge : palette.boxEdge;
    context.lineWidth = id === chosen ? 3 : 1;
    context.beginPath();
    context.roundRect(x, y, w, h, Math.min(12, 12 * zoom));
    context.fill();
    context.stroke();
    // Where the head of a frame is too small for its name, that of a group stands above it, and that of a box is left out.
    const isSmall = gap.head * zoom < 15;
    if (!isSmall || what === 'group') heading(context, { x, y: isSmall ? y - 17 : y, width: w, zoom, title: what === 'box' ? `▾ ${title}` : title, detail, palette });
  }
}

interface Heading {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly zoom: number;
  readonly title: string;
  readonly detail: string;
  readonly palette: Palette;
}

/** The name stays readable when all else is small, and stays in sight where the frame begins to the left of it. */
function heading(context: CanvasRenderingContext2D, { x, y, width, zoom, title, detail, palette }: Heading): void {
  const size = Math.max(11, Math.min(15, 14 * zoom));
  const left = Math.max(x, Math.min(0, x + width - 160)) + Math.max(6, 12 * zoom);
  const room = x + width - left - 6;
  if (room < 24) return;
  const text = fitted(title, room, size);
  const base = y + Math.max(size + 2, 22 * zoom);
  context.textBaseline = 'alphabetic';
  context.font = `600 ${size}px ${font}`;
  context.fillStyle = palette.ink;
  context.fillText(text, left, base);
  const used = context.measureText(text).width + 8;
  if (room - used < 60 || zoom < 0.5) return;
  context.font = `400 ${size * 0.85}px ${font}`;
  context.fillStyle = palette.soft;
  context.fillText(detail, left + used, base);
}
