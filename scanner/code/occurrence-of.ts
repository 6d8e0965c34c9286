import type { Occurrence, Role } from '../../model/occurrence.ts';
import { compareText } from '../../model/json.ts';
import { lineStarts, positionAt, spanOf } from '../../model/position.ts';
import { maskSecrets } from '../secrets.ts';
import { settingsAround } from './configuration/settings-around.ts';
import type { Sighting, SourceText } from './language.ts';
import { purposeNear } from './purpose-near.ts';

const shownLength = 200;
/** Characters shown before the place, where a long text is cut. */
const lead = 80;
/** Around the place a text is cut to this before it is masked: a secret that would be seen is seen whole, and a long line costs no more than a short one. */
const windowLength = 2_000;
/** Characters before a word, and places of it, by which the right one in its literal is found. */
const leadCompared = 40;
const placesCompared = 200;
const textLength = 300;
const nameLength = 120;
const decidesLength = 400;
const decidesLines = 5;
/** Lines before and behind in which other partitions are looked for. */
const nearLines = 5;
/** Lines in which the case or comparison stands that tells an old name. */
const legacyLines = 2;
const otherPartition = /(?<![\w-])aws-(?:cn|us-gov|iso(?:-[bef])?|eusc)(?![\w-])|amazonaws\.com\.cn(?![\w-])|["'`]\.cn["'`]|\bis_?china/i;

/** Turns what a front-end saw into occurrences: lines and columns for offsets, a snippet, and no secrets. */
export function occurrencesOf({ text, path, language, scope }: SourceText): (sighting: Sighting) => Occurrence {
  const starts = lineStarts(text);
  const masked = lastMasked();

  function snippetOf({ from, text: found }: Sighting): string {
    const { line } = positionAt(starts, from);
    const first = starts[line - 1] ?? 0;
    const last = (starts[line] ?? text.length + 1) - 1;
    const begin = Math.max(first, Math.min(from - windowLength / 2, last - windowLength));
    return shownOf(text.slice(begin, from).trimStart(), text.slice(begin, Math.min(last, begin + windowLength)).trim(), found);
  }

  function withinOf({ within, text: found, from }: Sighting): string | undefined {
    if (within === undefined) return undefined;
    const at = placeIn(within, found, text.slice(Math.max(0, from - leadCompared), from));
    const begin = Math.max(0, Math.min(at - windowLength / 2, within.length - windowLength));
    return shownOf(within.slice(begin, Math.max(begin, at)), within.slice(begin, begin + windowLength), found);
  }

  /** Masks a window and cuts it to what is shown around the word, which may stand in it several times. */
  function shownOf(before: string, window: string, word: string): string {
    const whole = masked(window);
    return whole.length <= shownLength ? whole : excerpt(whole, word, maskSecrets(before).length);
  }

  /** Where what a comparison decides begins: behind it, where its condition is asked for by name, or where the constant is compared that is bound here. */
  function decisionAt({ role, sink, to, enclosing, language: of = language }: Sighting): number | undefined {
    if (!isBranch(role)) return sink !== undefined && sink.file === path && isBranch(sink.role) ? starts[sink.line - 1] : undefined;
    const condition = of === 'yaml' || of === 'json' ? enclosing?.slice(enclosing.lastIndexOf('.') + 1) : undefined;
    const asked = condition === undefined || condition.length < 4 ? -1 : text.indexOf(condition, to);
    return asked === -1 ? to : asked;
  }

  function decidesOf(sighting: Sighting): string | undefined {
    const begin = decisionAt(sighting);
    if (begin === undefined) return undefined;
    const { line } = positionAt(starts, begin);
    const end = Math.min(begin + decidesLength, starts[line + decidesLines - 1] ?? text.length);
    const behind = masked(text.slice(begin, end).trim());
    return behind === '' ? undefined : behind;
  }

  /** The old name of eu-west-1 that S3 still tells, where it is turned into the new one. */
  function legacyBeside({ form, regions, from }: Sighting): string[] {
    if ((form !== 'region' && form !== 'region-enum') || regions[0] !== 'eu-west-1' || regions.length > 1) return []; // regionready-ignore code-region-branch -- only this region has an old name
    const { line } = positionAt(starts, from);
    const before = text.slice(Math.max(starts[Math.max(0, line - 1 - legacyLines)] ?? 0, from - windowLength), from);
    return /["']EU["']/.test(before) ? ['legacy=EU'] : [];
  }

  /** A partition that is named close by beside the one of a text: the program tells partitions apart. */
  function partitionBeside({ form, from, to, text: found }: Sighting): string[] {
    if (form !== 'partition' && form !== 'dns-suffix') return [];
    const { line } = positionAt(starts, from);
    const before = text.slice(Math.max(starts[Math.max(0, line - 1 - nearLines)] ?? 0, from - windowLength), from);
    const behind = text.slice(to, Math.min(starts[line + nearLines] ?? text.length, to + windowLength));
    const other = otherPartition.exec(before)?.[0] ?? otherPartition.exec(behind)?.[0];
    return other === undefined || found.includes(other) ? [] : [`partition=${other.startsWith('aws-') ? other : 'aws-cn'}`];
  }

  /** What us-east-1 is for; other regions have no such roles. */
  function purposeBeside(sighting: Sighting): string[] {
    const { form, regions } = sighting;
    if ((form !== 'region' && form !== 'region-enum') || regions.length !== 1 || regions[0] !== 'us-east-1') return []; // regionready-ignore code-region-branch -- only this region has such roles
    return purposeNear({ text, starts }, sighting);
  }

  /** The region of a script goes with the settings and commands around it: AWS_ACCESS_KEY_ID=minioadmin. */
  function scriptAround({ form, role, name = '', siblings, from, language: of = language }: Sighting): string[] {
    if (of !== 'shell' || form !== 'region' || role !== 'assignment' || siblings !== undefined || !/^AWS_(?:DEFAULT_)?REGION$/.test(name)) return [];
    const { line } = positionAt(starts, from);
    return settingsAround(text, { from: starts[line - 1] ?? 0, to: (starts[line] ?? text.length + 1) - 1 });
  }

  return (sighting) => {
    const beside = [...new Set([...scriptAround(sighting), ...partitionBeside(sighting), ...legacyBeside(sighting), ...purposeBeside(sighting)])];
    const decides = decidesOf(sighting);
    const { from, to, form, role, regions, construct, sink, pattern } = sighting;
    const siblings = beside.length === 0 ? sighting.siblings : [...(sighting.siblings ?? []), ...beside].sort(compareText);
    return {
      text: shortened(maskSecrets(cut(sighting.text)), textLength),
      form,
      role,
      regions: [...regions],
      ...present({ name: sighting.name, callee: sighting.callee, service: sighting.service, enclosing: sighting.enclosing }),
      ...(siblings && siblings.length > 0 ? { siblings: [...siblings] } : {}),
      ...(sighting.alternatives && sighting.alternatives.length > 0 ? { alternatives: [...sighting.alternatives] } : {}),
      ...(sink ? { sink: { role: sink.role, ...present({ name: sink.name }), file: sink.file, line: sink.line } } : {}),
      ...(construct ? { construct: spanned(construct, starts) } : {}),
      ...(sighting.within === undefined ? {} : { within: withinOf(sighting) }),
      ...(decides === undefined ? {} : { decides }),
      ...(pattern === undefined ? {} : { pattern: maskSecrets(cut(pattern)) }),
      language: sighting.language ?? language,
      scope: sighting.scope ?? scope,
      file: path,
      span: spanOf(starts, from, to),
      snippet: snippetOf(sighting),
    };
  };
}

/** Where a word stands in a literal that may say it several times: the place whose lead is most like that in the file. */
function placeIn(within: string, word: string, before: string): number {
  let best = within.indexOf(word);
  let alike = -1;
  let at = best;
  for (let count = 0; at !== -1 && count < placesCompared; count += 1, at = within.indexOf(word, at + 1)) {
    let same = 0;
    while (same < before.length && same < at && before[before.length - 1 - same] === within[at - 1 - same]) same += 1;
    if (same > alike) [best, alike] = [at, same];
  }
  return best;
}

const isBranch = (role: Role): boolean => role === 'comparison' || role === 'case';

function spanned({ from, to, name, ...construct }: NonNullable<Sighting['construct']>, starts: Uint32Array): Occurrence['construct'] {
  return { ...construct, regions: [...construct.regions], ...present({ name }), span: spanOf(starts, from, to) };
}

/** Several sightings in one line or literal are masked once. */
function lastMasked(): (text: string) => string {
  let last = '';
  let result = '';
  return (text) => {
    if (text !== last) {
      last = text;
      result = maskSecrets(text);
    }
    return result;
  };
}

/**
 * The part of a masked text around the word that stands about there. It never shows another place where the word stands: at the edge of the
 * window a secret may be cut in two, which no mask recognizes.
 */
function excerpt(text: string, word: string, about: number): string {
  const found = text.indexOf(word, Math.max(0, about - word.length));
  const at = found === -1 || found > about + lead ? about : found;
  const from = at + word.length <= shownLength - 1 ? 0 : Math.max(0, Math.min(at - lead, text.length - shownLength + 1));
  return shortened(`${from > 0 ? '…' : ''}${text.slice(from)}`, shownLength);
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
