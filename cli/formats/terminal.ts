import { stripVTControlCharacters, styleText } from 'node:util';

export type Style = Parameters<typeof styleText>[0];

/** Colours a text, or leaves it as it is where colours are off. Colour never carries meaning alone. */
export type Paint = (style: Style, text: string) => string;

export const painted: Paint = (style, text) => (text === '' ? '' : styleText(style, text, { validateStream: false }));
export const plain: Paint = (_, text) => text;

const marks = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const wide = /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}])$/u;

/** One column each. */
const printable = /^[\u0020-\u007e]*$/;

/** Columns that a text takes in a terminal; colours take none. */
export function widthOf(text: string): number {
  if (printable.test(text)) return text.length;
  const bare = stripVTControlCharacters(text);
  if (printable.test(bare)) return bare.length;
  let width = 0;
  for (const character of bare) width += marks.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

/** The text if it fits, else its beginning and an ellipsis. For text without colours. */
export function truncate(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += widthOf(character);
    if (used > width - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Lines of at most `width` columns, broken at spaces; a word that is longer stays whole, so that paths and ARNs can be copied. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const taken = widthOf(word);
    if (line !== '' && used + 1 + taken > width) {
      lines.push(line);
      line = word;
      used = taken;
    } else {
      used = line === '' ? taken : used + 1 + taken;
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** Wrapped text with a first prefix and one for the lines after it. */
export function indented(text: string, width: number, { first, rest = ' '.repeat(widthOf(first)) }: { readonly first: string; readonly rest?: string }): string[] {
  return wrap(text, Math.max(20, width - Math.max(widthOf(first), widthOf(rest)))).map((line, index) => `${index === 0 ? first : rest}${line}`);
}
