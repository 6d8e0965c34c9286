import { languageOfFirstLine, type LanguageId } from '../../files/language.ts';
import type { Embedded, FrontEnd, Reading, Sighting, SourceText } from '../language.ts';
import { commentsOf, withoutComments, type CommentStyle } from './comments.ts';
import { jsonFrontEnd } from './json-front-end.ts';
import { lineSightings } from './line-text.ts';
import { readPlain } from './plain-front-end.ts';
import { yamlFrontEnd } from './yaml-front-end.ts';

const style: CommentStyle = { line: [], block: ['<!--', '-->'], strings: false };
const settings: CommentStyle = { line: ['#', '//'], strings: false };

/** Reads XML, HTML, and templates whose name does not say what they make. */
export function markupFrontEnd(): FrontEnd {
  return { read };
}

/** A template or manifest, whatever scripts it has inside. */
const template = /^(?:AWSTemplateFormatVersion|apiVersion|Resources):[ \t]*(?:["'\w]|\r?\n)/m;

function read(source: SourceText): Reading {
  const { text, language } = source;
  if (language === 'html' && template.test(text)) return yamlFrontEnd().read(source);
  if (language !== 'html' || /^\s*(?:(?:\{%[^%\n]{0,200}%\}|\{\{[^}\n]{0,200}\}\}|<%[^%\n]{0,200}%>)\s*)*<[a-z!?]/i.test(text.slice(0, 4_000)) || /<\/(?:html|body|div|script|p|a)>/i.test(text)) return ofMarkup(text, language);
  if (languageOfFirstLine(text) === 'shell') return { sightings: [], embedded: [whole(text, 'shell')], isInComment: () => false };
  if (/^\s*(?:\{|\[\s*[{["\]])/.test(text) && !/^\s*\{[{%#]/.test(text)) return jsonFrontEnd().read(source);
  return /^(?:---|[\w-]+:(?:\s|$))/m.test(text) && !/;\s*$/m.test(text) ? yamlFrontEnd().read(source) : readPlain(source, settings);
}

const whole = (text: string, language: LanguageId): Embedded => ({ language, text, from: 0, to: text.length, place: (from, to) => ({ from, to }), inside: (offset) => offset });

function ofMarkup(text: string, language: LanguageId): Reading {
  const comments = commentsOf(text, style);
  const program = withoutComments(text, comments);
  const scripts = language === 'html' ? scriptsIn(program) : [];
  const beside = lineSightings(program).filter(({ from }) => !scripts.some((script) => script.from <= from && from < script.to));
  return {
    sightings: beside.map((sighting) => named(sighting, program, language)),
    embedded: scripts,
    isInComment: (offset) => comments.some(({ from, to }) => from <= offset && offset < to),
  };
}

function scriptsIn(text: string): Embedded[] {
  const scripts: Embedded[] = [];
  for (const { index, 0: open } of text.matchAll(/<script\b(?![^>]{0,500}\btype\s*=\s*["']?(?!module|text\/javascript|application\/javascript))[^>]{0,500}>/gi)) {
    const from = index + open.length;
    const end = text.indexOf('</script', from);
    if (end <= from || from < (scripts.at(-1)?.to ?? 0)) continue;
    scripts.push({ language: 'javascript', text: text.slice(from, end), from, to: end, place: (start, to) => ({ from: from + start, to: from + to }), inside: (offset) => (offset >= from && offset < end ? offset - from : undefined) });
  }
  return scripts;
}

/** How far back the tag is looked for. */
const reach = 2_000;
/** What people are shown of a page: links to click, fields to fill in. */
const shown = /^(?:a|p|li|h\d|td|th|dt|dd|label|option|input|textarea|code|pre|title|button|span|em|strong|b|i|small|figcaption|summary)$/i;
const shownIn = /^(?:placeholder|title|alt|aria-[a-z]+|code|example|sample|label|description|summary|tooltip|help(?:text)?)$/i;

/** The element or attribute that a sighting is the value of. */
function named(sighting: Sighting, text: string, language: LanguageId): Sighting {
  const before = text.slice(Math.max(0, sighting.from - reach), sighting.from);
  const open = before.lastIndexOf('<');
  const inTag = open > before.lastIndexOf('>');
  const element = /^<([\w:.-]{1,100})/.exec(before.slice(open === -1 ? before.length : open))?.[1];
  const attribute = inTag ? /([\w:.@-]{1,100})\s{0,3}=\s{0,3}["'][^"']{0,1000}$/.exec(before)?.[1] : undefined;
  const said = (attribute !== undefined && shownIn.test(attribute)) || (language === 'html' && (attribute === undefined || shown.test(element ?? '')) && !/^(?:action|src|data-[\w-]+)$/i.test(attribute ?? ''));
  const name = attribute !== undefined && !/^(?:value|default_?value|content|name)$/i.test(attribute) ? attribute : (keyed(before, inTag) ?? element);
  return { ...sighting, name, role: said || (!inTag && element !== undefined && shownIn.test(element)) ? 'text' : sighting.role === 'text' ? 'text' : 'value' };
}

/** The key of <add key="Region" value="us-east-1"/>. */
function keyed(before: string, inTag: boolean): string | undefined {
  return inTag ? /\b(?:key|name|id|property)\s{0,3}=\s{0,3}["']([\w:.-]{1,100})["'][^<]{0,400}$/i.exec(before)?.[1] : undefined;
}
