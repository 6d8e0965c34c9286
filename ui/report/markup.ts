/** Text that is HTML already. Only `html` and `raw` make it, so that nothing else reaches a page unescaped. */
export interface Markup {
  readonly markup: string;
}

export type Part = Markup | string | number | false | undefined | readonly Part[];

/** HTML from a template. Every value is escaped, except what is markup already; false and undefined give nothing. */
export function html(texts: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return { markup: texts.reduce((whole, text, index) => whole + text + (index < values.length ? partText(values[index]) : ''), '') };
}

/** For text that this project wrote itself: style sheets, drawings, the embedded data. Never for text from outside. */
export function raw(markup: string): Markup {
  return { markup };
}

export function partText(part: Part): string {
  if (part === false || part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part));
  return isMarkup(part) ? part.markup : part.map((inner) => partText(inner)).join('');
}

export function isMarkup(part: Markup | readonly Part[]): part is Markup {
  return Object.hasOwn(part, 'markup');
}

/** Safe as element content and inside quoted attributes. */
export function escapeText(text: string): string {
  return printable(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * The text with everything spelt out that a reader would not see or that would move its neighbours: control characters and marks that
 * change the writing direction become ⟨U+202E⟩. Line breaks, tabs and the joiners that scripts and emoji need stay; lone surrogates become the replacement character.
 */
export function printable(text: string): string {
  const hidden = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
  return text.toWellFormed().replace(hidden, (character) => `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
}

/** Text with `code` in backticks set as code. */
export function prose(text: string): Markup {
  const pieces = text.split('`');
  if (pieces.length % 2 === 0) return html`${text}`;
  return html`${pieces.map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece))}`;
}

/** A name from outside, kept from turning the text around it. */
export function named(text: string): Markup {
  return html`<bdi>${text === '' ? '(no name)' : text}</bdi>`;
}

/** A path or place, which may break after its slashes. */
export function placed(text: string): Markup {
  return html`<bdi>${text.split('/').map((part, index) => html`${index > 0 && html`/<wbr>`}${part}`)}</bdi>`;
}

/** A link to the web; anything that is no plain https address is shown as text. */
export function webLink(address: string): Markup {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return html`<span>${address}</span>`;
  const page = url.pathname.split('/').filter((part) => part !== '').at(-1)?.replace(/\.html?$/, '') ?? '';
  return html`<a href="${url.href}" rel="noopener noreferrer" target="_blank">${url.hostname}${page === '' ? '' : html` › ${page}`}</a>`;
}

/** Part of an element id: letters, digits and hyphens. */
export function slug(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 80).replace(/^-|-$/g, '') || 'x';
}
