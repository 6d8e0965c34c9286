/** Width of a text in pixels, near enough to cut it: the same everywhere, with no canvas to ask. */
export function widthOf(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += /[\u{2e80}-\u{9fff}\u{ac00}-\u{d7ff}\u{f900}-\u{faff}\u{1f000}-\u{1ffff}]/u.test(character) ? 1.05 : /[ijlI.,:;|!'`()[\]ft]/.test(character) ? 0.33 : /[mwMW@%]/.test(character) ? 0.88 : /[A-Z]/.test(character) ? 0.68 : 0.565;
  return ems * size;
}

/** The text, cut in its middle where it is too long: names often differ at their ends. */
export function fitted(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  const characters = [...text];
  let keep = Math.max(2, Math.floor((characters.length * width) / widthOf(text, size)) - 1);
  const cut = (): string => `${characters.slice(0, Math.ceil(keep * 0.6)).join('')}…${characters.slice(characters.length - Math.floor(keep * 0.4)).join('')}`;
  while (keep > 2 && widthOf(cut(), size) > width) keep -= 1;
  return cut();
}

/** The text, cut at its end where it is too long. */
export function shortened(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  const characters = [...text];
  let keep = characters.length - 1;
  while (keep > 1 && widthOf(`${characters.slice(0, keep).join('')}…`, size) > width) keep -= 1;
  return `${characters.slice(0, keep).join('').trimEnd()}…`;
}

/** AWS::Lambda::Function reads Lambda Function. */
export const shortType = (type: string): string => type.replace(/^AWS::/, '').replaceAll('::', ' ');
