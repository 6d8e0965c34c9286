/**
 * Names, tags, paths and code come from outside. Each medium gets them so that they can only be read, never obeyed:
 * control characters could rewrite a terminal, Markdown could turn a name into a link, an annotation could forge another one.
 */

/** Controls, invisible and bidirectional format characters, lone surrogates, line and paragraph separators. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const whiteSpace = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;

/** One line of text without anything that a terminal would act on. Line ends and tabs become a space, the rest is dropped. */
export function terminalText(text: string): string {
  return text.replace(whiteSpace, ' ').replace(unprintable, '');
}

/** Text inside a Markdown paragraph or table cell: nothing in it is markup, HTML, a mention or an issue reference. */
export function markdownText(text: string): string {
  return terminalText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]#|~$]/g, '\\$&')
    .replace(/@/g, '@\u200b')
    .replace(/:\/\//g, ':\u200b//')
    .replace(/\bwww\./gi, (match) => `${match.slice(0, 3)}\u200b.`);
}

/** Text as inline code in Markdown, with a fence longer than any run of backquotes inside. */
export function markdownCode(text: string): string {
  const clean = terminalText(text).replaceAll('|', '\u00a6');
  const longest = Math.max(0, ...Array.from(clean.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 || clean.trim() !== clean || clean === '' ? ' ' : '';
  return `${fence}${pad}${clean}${pad}${fence}`;
}

/** The message of a GitHub workflow command. */
export function annotationData(text: string): string {
  return withoutControls(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property of a GitHub workflow command: file, title. */
export function annotationProperty(text: string): string {
  return annotationData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Text of several lines: line ends stay, everything else a terminal would act on goes. */
export function withoutControls(text: string): string {
  return text.split(/\r\n|\r|\n/).map(terminalText).join('\n');
}

/** Code points that no XML 1.0 document may hold, beside the controls that are dropped anyway. */
const noXml = /[\ufffe\uffff]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text in an XML element or attribute. */
export function xmlText(text: string): string {
  return withoutControls(text).replace(noXml, '').replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** ` name="value"` for each; names are ours. A line end in a value would be read as a space, so it is one. */
export function xmlAttributes(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes).map(([name, value]) => ` ${name}="${xmlText(terminalText(String(value)))}"`).join('');
}

/** A cell of a CSV file. What a spreadsheet would take for a formula begins with an apostrophe. */
export function csvCell(text: string): string {
  const clean = terminalText(text);
  const safe = /^\s*[=+\-@]/.test(clean) ? `'${clean}` : clean;
  return /[",]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
