import { fontSizes, textLeft, type Card, type Drawing, type Frame, type Wire } from './drawing.ts';
import { signOf, signs } from './icons.ts';
import { fillOf, type Palette } from './tones.ts';

const font = 'Open Sans, Helvetica Neue, Roboto, Arial, sans-serif';
const margin = 32;

/** Names come from the estate and may hold anything, also what XML has no character for. */
const safe = (text: string): string =>
  text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
const at = (value: number): string => String(Math.round(value * 10) / 10);

export interface SvgDocument {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** The drawing as a file of its own: nothing in it refers to elsewhere, and nothing in it runs. */
export function svgOf(drawing: Drawing, palette: Palette, { title, marked = new Set() }: { readonly title: string; readonly marked?: ReadonlySet<string> }): SvgDocument {
  const rects = [...drawing.cards, ...drawing.frames].map(({ rect }) => rect);
  const [left, top] = [Math.min(0, ...rects.map(({ x }) => x)) - margin, Math.min(0, ...rects.map(({ y }) => y)) - margin];
  const width = Math.max(0, ...rects.map((rect) => rect.x + rect.width)) + margin - left;
  const height = Math.max(0, ...rects.map((rect) => rect.y + rect.height)) + margin - top;
  const colors = [...new Set(drawing.wires.map((wire) => colorOf(wire, palette, marked)))];
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${safe(title)}" width="${at(width)}" height="${at(height)}" viewBox="${at(left)} ${at(top)} ${at(width)} ${at(height)}" font-family="${font}">`,
    `<title>${safe(title)}</title>`,
    `<defs>${colors.map((color) => `<marker id="a${color.slice(1)}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z" fill="${color}"/></marker>`).join('')}</defs>`,
    `<rect x="${at(left)}" y="${at(top)}" width="${at(width)}" height="${at(height)}" fill="${palette.ground}"/>`,
    ...drawing.frames.map((frame) => frameOf(frame, palette)),
    ...drawing.wires.map((wire) => wireOf(wire, palette, marked)),
    ...drawing.cards.map((card) => cardOf(card, palette, marked)),
    '</svg>',
  ].join('\n');
  return { text, width, height };
}

function frameOf({ what, rect: { x, y, width, height }, title, detail }: Frame, palette: Palette): string {
  const [fill, edge] = what === 'group' ? [palette.lane, palette.laneEdge] : [palette.box, palette.boxEdge];
  return `<g><rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" rx="12" fill="${fill}" stroke="${edge}"/><text x="${at(x + 12)}" y="${at(y + 22)}" font-size="14" fill="${palette.ink}"><tspan font-weight="600">${safe(title)}</tspan><tspan dx="8" font-size="12" fill="${palette.soft}">${safe(detail)}</tspan></text></g>`;
}

function colorOf({ id, tone }: Wire, palette: Palette, marked: ReadonlySet<string>): string {
  return marked.has(id) ? palette.accent : tone === 'plain' || tone === 'dim' ? palette.line : palette.tones[tone];
}

function wireOf(wire: Wire, palette: Palette, marked: ReadonlySet<string>): string {
  const [start, one, other, end] = wire.points;
  const color = colorOf(wire, palette, marked);
  const middle = { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
  const point = ({ x, y }: { readonly x: number; readonly y: number }): string => `${at(x)} ${at(y)}`;
  const { confidences } = wire.line;
  const dashed = confidences.declared === undefined && confidences.mentioned === undefined ? ' stroke-dasharray="6 4"' : '';
  const label = wire.label === '' ? '' : `<text x="${at(middle.x)}" y="${at(middle.y - 3)}" font-size="10" text-anchor="middle" fill="${palette.ink}">${safe(wire.label)}</text>`;
  return `<path d="M${point(start)} Q${point(one)} ${point(middle)} Q${point(other)} ${point(end)}" fill="none" stroke="${color}" stroke-width="${at(marked.has(wire.id) ? 4 : wire.width)}" stroke-opacity="0.85"${dashed} marker-end="url(#a${color.slice(1)})"/>${label}`;
}

function cardOf({ node: { id, what, name, type }, rect: { x, y, width, height }, title, detail, tone }: Card, palette: Palette, marked: ReadonlySet<string>): string {
  const isPlain = tone === 'plain' || tone === 'dim';
  const edge = marked.has(id) ? palette.accent : isPlain ? palette.line : palette.tones[tone];
  const dashed = what === 'rest' ? ' stroke-dasharray="5 4"' : '';
  const middle = y + height / 2;
  return `<g${tone === 'dim' ? ' opacity="0.45"' : ''}><title>${safe(name === '' ? title : name)}</title><rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" rx="8" fill="${fillOf(palette, tone)}" stroke="${edge}" stroke-width="${marked.has(id) ? 3 : isPlain ? 1 : 1.5}"${dashed}/><path transform="translate(${at(x + 11)} ${at(middle - 9)}) scale(1.125)" d="${signs[signOf(what, type)]}" fill="none" stroke="${palette.soft}" stroke-width="1.2" stroke-linejoin="round" stroke-linecap="round"/><text x="${at(x + textLeft)}" y="${at(middle - 4)}" font-size="${fontSizes.title}" fill="${palette.ink}">${safe(title)}</text><text x="${at(x + textLeft)}" y="${at(middle + 12)}" font-size="${fontSizes.detail}" fill="${palette.soft}">${safe(detail)}</text></g>`;
}
