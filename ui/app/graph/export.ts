import type { Picture, PictureOverlay } from '../../../model/picture.ts';
import { notify } from '../notices.ts';
import { save } from '../save.ts';
import type { Drawing } from './drawing/drawing.ts';
import { svgOf } from './drawing/svg.ts';
import type { Palette } from './drawing/tones.ts';
import { pictureText } from './words.ts';

export interface Exported {
  readonly picture: Picture;
  readonly drawing: Drawing;
  readonly palette: Palette;
  readonly marked: ReadonlySet<string>;
  readonly overlay: PictureOverlay;
  readonly address: string;
}

/** Pixels that a canvas may have on each side without browsers refusing it. */
const longest = 8_000;

/** Hands out what is seen as a file. The picture is made of the drawing, so that all of it is in it, whatever is in view. */
export async function exportAs(format: string, { picture, drawing, palette, marked, overlay, address }: Exported): Promise<void> {
  if (format === 'json') {
    save('estate-graph.json', `${JSON.stringify({ address, picture, overlay }, null, 2)}\n`, 'application/json');
    return;
  }
  const svg = svgOf(drawing, palette, { title: pictureText(picture), marked });
  if (format === 'svg') {
    save('estate-graph.svg', svg.text, 'image/svg+xml');
    return;
  }
  try {
    saveBlob('estate-graph.png', await pngOf(svg.text, svg));
  } catch (thrown) {
    notify('error', `The picture could not be made: ${thrown instanceof Error ? thrown.message : String(thrown)} The drawing as SVG has no such limit.`);
  }
}

async function pngOf(svg: string, { width, height }: { readonly width: number; readonly height: number }): Promise<Blob> {
  const scale = Math.min(2, longest / width, longest / height);
  const image = new Image();
  // As data, since the policy of the pages lets no other images in.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error('The browser refused so large a picture.')) : resolve(blob)), 'image/png'));
}

function saveBlob(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
