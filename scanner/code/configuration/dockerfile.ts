import type { Embedded, Reading, Sighting } from '../language.ts';
import type { DataNode, Member, TextNode } from './node.ts';
import { readData } from './reader.ts';

/** An instruction with its continuation lines, without its name. */
interface Instruction {
  readonly name: string;
  readonly text: string;
  readonly from: number;
}

const continued = /(?:\\|`)[ \t]*$/;
const head = /^[ \t]*([A-Za-z]{2,12})[ \t]+/;
const options = /^(?:--[\w-]+(?:=\S*)?[ \t]+)*/;

/** Reads a Dockerfile: defaults of ARG, values of ENV and LABEL, images, programs of RUN. */
export function readDockerfile(text: string): Reading {
  const comments: { readonly from: number; readonly to: number }[] = [];
  const members: Member[] = [];
  for (const instruction of instructionsOf(text, comments)) members.push(...membersOf(instruction));
  const root: DataNode = { kind: 'map', record: true, members, from: 0, to: text.length };
  const { sightings, embedded } = readData([root], text);
  return {
    sightings: sightings.map((sighting): Sighting => (sighting.enclosing?.startsWith('ARG.') === true ? { ...sighting, role: 'default', callee: undefined, enclosing: undefined } : sighting)),
    embedded: embedded.map((part): Embedded => ({ ...part, callee: undefined, enclosing: undefined })),
    isInComment: (offset) => comments.some(({ from, to }) => from <= offset && offset < to),
  };
}

function instructionsOf(text: string, comments: { from: number; to: number }[]): Instruction[] {
  const found: Instruction[] = [];
  let open: { readonly name: string; readonly from: number } | undefined;
  for (let from = 0; from < text.length; ) {
    let end = endOfLine(text, from);
    const line = text.slice(from, end).replace(/\r$/, '');
    if (/^\s*#/.test(line)) comments.push({ from, to: end });
    else {
      const begins = open === undefined ? head.exec(line) : null;
      if (begins) open = { name: (begins[1] ?? '').toUpperCase(), from: from + begins[0].length };
      const close = open === undefined ? -1 : endOfHeredoc(text, line, end);
      if (open !== undefined && (close !== -1 || !continued.test(line))) {
        found.push({ ...open, text: text.slice(open.from, close === -1 ? from + line.length : close) });
        open = undefined;
      }
      if (close !== -1) end = endOfLine(text, close + 1);
    }
    from = end + 1;
  }
  if (open !== undefined) found.push({ ...open, text: text.slice(open.from) });
  return found;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** Offset of the line end before the word that closes a here-document; -1 if none is opened. */
function endOfHeredoc(text: string, line: string, end: number): number {
  const word = /<<-?["']?([A-Za-z_]\w*)["']?/.exec(line)?.[1];
  return word === undefined ? -1 : text.indexOf(`\n${word}`, end);
}

const textNode = (text: string, from: number): TextNode => ({ kind: 'text', text, string: true, exact: true, from, to: from + text.length });

function membersOf({ name, text, from }: Instruction): Member[] {
  const keyOf = (key: string, at: number): TextNode => ({ ...textNode(key, at), string: false });
  if (name === 'ENV' || name === 'ARG' || name === 'LABEL') {
    const pairs = [...text.matchAll(/([\w.-]+)=("(?:[^"\\]|\\[^])*"|'[^']*'|(?:[^\s\\]|\\[^])*)/g)];
    const old = pairs.length === 0 ? /^([\w.-]+)[ \t]+(.+)$/m.exec(text) : null;
    return (old ? [old] : pairs).map((match) => {
      const [whole, key = '', value = ''] = match;
      const quotes = /^["']/.test(value) ? 1 : 0;
      const at = from + (match.index ?? 0);
      const node = textNode(value.slice(quotes, value.length - quotes), at + whole.length - value.length + quotes);
      return { key: keyOf(key, at), value: node, ...(name === 'ARG' ? { block: ['ARG', key] } : {}) };
    });
  }
  const skip = options.exec(text)?.[0].length ?? 0;
  const body = text.slice(skip);
  const key: TextNode = { ...textNode('', from), string: false, text: name === 'RUN' || name === 'CMD' || name === 'ENTRYPOINT' ? 'run' : name };
  if (/^\s*\[/.test(body)) {
    const items = Array.from(body.matchAll(/"((?:[^"\\]|\\[^])*)"/g), (match) => textNode(match[1] ?? '', from + skip + match.index + 1));
    return [{ key: { ...key, text: name }, value: { kind: 'list', items, from: from + skip, to: from + text.length } }];
  }
  return [{ key, value: textNode(body, from + skip) }];
}
