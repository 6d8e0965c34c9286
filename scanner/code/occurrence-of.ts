import type { Occurrence } from '../../model/occurrence.ts';
import { lineStarts, spanOf } from '../../model/position.ts';
import { maskSecrets } from '../secrets.ts';
import type { Sighting, SourceText } from './language.ts';

const snippetLength = 200;
/** Around the place a line is cut to this before it is masked, so that a long line costs no more than a short one. */
const windowLength = 2_000;
const textLength = 300;
const nameLength = 120;

/** Turns what a front-end saw into occurrences: lines and columns for offsets, a snippet, and no secrets. */
export function occurrencesOf({ text, path, language, scope }: SourceText): (sighting: Sighting) => Occurrence {
  const starts = lineStarts(text);
  return (sighting) => {
    const { from, to, form, role, regions, construct, sink, siblings, within, pattern } = sighting;
    return {
      text: shortened(maskSecrets(cut(sighting.text)), textLength),
      form,
      role,
      regions: [...regions],
      ...present({ name: sighting.name, callee: sighting.callee, service: sighting.service, enclosing: sighting.enclosing }),
      ...(siblings && siblings.length > 0 ? { siblings: [...siblings] } : {}),
      ...(sink ? { sink: { role: sink.role, ...present({ name: sink.name }), file: sink.file, line: sink.line } } : {}),
      ...(construct ? { construct: spanned(construct) } : {}),
      ...(within === undefined ? {} : { within: shortened(maskSecrets(around(within, within.indexOf(sighting.text))), snippetLength) }),
      ...(pattern === undefined ? {} : { pattern: cut(pattern) }),
      language,
      scope,
      file: path,
      span: spanOf(starts, from, to),
      snippet: snippetAt(from),
    };
  };

  function spanned({ from, to, name, ...construct }: NonNullable<Sighting['construct']>): Occurrence['construct'] {
    return { ...construct, regions: [...construct.regions], ...present({ name }), span: spanOf(starts, from, to) };
  }

  function snippetAt(offset: number): string {
    const from = text.lastIndexOf('\n', offset - 1) + 1;
    const next = text.indexOf('\n', offset);
    const line = text.slice(from, next === -1 ? text.length : next);
    return shortened(maskSecrets(around(line, offset - from)).trim(), snippetLength);
  }
}

/** The part of a long text around a place; secrets further off cannot be seen half. */
function around(text: string, offset: number): string {
  if (text.length <= windowLength) return text;
  const from = Math.max(0, Math.min(offset - 80, text.length - windowLength));
  return `${from > 0 ? '…' : ''}${text.slice(from, from + windowLength)}`;
}

const cut = (text: string): string => (text.length > windowLength ? text.slice(0, windowLength) : text);

function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

/** Only members that have a value; names are cut, for a name can be as long as a file. */
function present<K extends string>(members: Readonly<Record<K, string | undefined>>): { [Key in K]?: string } {
  const kept = Object.entries<string | undefined>(members).filter((entry): entry is [K, string] => entry[1] !== undefined && entry[1] !== '');
  return Object.fromEntries(kept.map(([name, value]) => [name, shortened(maskSecrets(cut(value)), nameLength)])) as { [Key in K]?: string };
}
