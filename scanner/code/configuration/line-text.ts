import type { Role } from '../../../model/occurrence.ts';
import type { Sighting, Stretch } from '../language.ts';
import { lexicon } from '../lexicon.ts';
import { isForPeople } from '../prose.ts';
import { roleInText } from './text-role.ts';

/** How far around a token a line is looked at; lines can be as long as their file. */
const before = 1_000;
const after = 4_000;

const comment = /^\s*(?:#|\/\/|;|\*|\/\*|--\s|<!--|@?rem\s|\{\{-?\s*\/\*)/i;
const trailing = /\s(?:#|\/\/)\s.*$/;
const assigned = /^\s*(?:-\s+)?(?:(?:export|set|ENV|ARG|private|public|static|final|lazy|override|implicit|val|var|let|def|const|my|our|local|String)\s+){0,4}["']?([A-Za-z_][\w.$:/-]{0,100})["']?\s*(?::|=|:=|\?=)\s*(.*)$/;
const option = /--?([a-z][\w-]{1,40})[ =]["']?$/i;

/** The values in a text, line by line, without its syntax: a key before = or : names them, comments are left out as far as lines show them. */
export function lineSightings(text: string): Sighting[] {
  const sightings: Sighting[] = [];
  let searched = 0;
  for (const offset of lexicon.candidates(text)) {
    if (offset < searched) continue;
    const next = text.indexOf('\n', offset);
    const from = Math.max(text.lastIndexOf('\n', offset) + 1, searched, offset - before);
    const to = Math.min(next === -1 ? text.length : next, offset + after);
    searched = to;
    sightings.push(...ofLine(text, { from, to }));
  }
  return sightings;
}

function ofLine(text: string, { from, to }: Stretch): Sighting[] {
  const whole = text.slice(from, to);
  if (comment.test(whole)) return [];
  const line = whole.replace(trailing, '');
  const key = assigned.exec(line);
  const value = key?.[2]?.replace(/[,;]?\s*$/, '');
  return lexicon.classify(line, { name: key?.[1] }).flatMap((match): Sighting[] => {
    if (match.form === 'region-env') return [];
    const flag = option.exec(line.slice(Math.max(0, match.from - 50), match.from))?.[1];
    const name = flag === undefined ? key?.[1] : `--${flag}`;
    const role: Role = roleInText(line, match.from, match.to) ?? (match.form !== 'region-enum' && isForPeople({ text: line, from: match.from, name }) ? 'text' : flag === undefined ? (key ? 'assignment' : 'value') : 'argument');
    const alone = value?.replace(/^["']|["']$/g, '') === match.text;
    return [{ form: match.form, role, text: match.text, regions: match.regions, name, from: from + match.from, to: from + match.to, ...(alone ? {} : { within: line.trim() }) }];
  });
}
