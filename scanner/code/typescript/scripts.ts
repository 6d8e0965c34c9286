import type { LanguageId } from '../../files/language.ts';

/**
 * The script parts of a component file, everything else blanked out, so that offsets stay those of the file. Programs only; attributes in
 * the markup are not read.
 */
export function scriptsOf(text: string, language: LanguageId): string {
  const kept: { from: number; to: number }[] = [];
  if (language === 'astro') {
    const fence = /^\s*---\r?\n/.exec(text);
    const close = fence ? text.indexOf('\n---', fence[0].length - 1) : -1;
    if (fence && close !== -1) kept.push({ from: fence[0].length, to: close });
  }
  for (let open = text.indexOf('<script'); open !== -1; open = text.indexOf('<script', open + 1)) {
    const from = text.indexOf('>', open) + 1;
    const to = from === 0 ? -1 : text.indexOf('</script', from);
    if (to === -1) break;
    kept.push({ from, to });
    open = to;
  }
  let blanked = '';
  let at = 0;
  for (const { from, to } of kept) {
    blanked += blank(text.slice(at, from)) + text.slice(from, to);
    at = to;
  }
  return blanked + blank(text.slice(at));
}

/** A statement ends where a script does: two scripts are no one expression. */
function blank(text: string): string {
  const spaces = text.replace(/[^\r\n]/g, ' ');
  return spaces.endsWith(' ') ? `${spaces.slice(0, -1)};` : spaces;
}
