import { concat, encodedText, numberText } from '../text.ts';
import { bare, because, failed, knownNumber, knownText, type Value } from '../value.ts';
import type { HclFunction } from './function.ts';

/** Longest field that a number is filled up to. */
const widthLimit = 1_000;
const verb = /%(?:\[(\d{1,3})\])?([-+ 0#]{0,5})(\d{1,4})?(?:\.(\d{1,3}))?([a-zA-Z%])/g;

/** format("%s-%02d", …). A gap among the arguments stays a gap in the text. */
export const format: HclFunction = ([pattern = '', ...parts]) => {
  const text = bare(pattern);
  if (typeof text !== 'string') return because(pattern, ...parts);
  const pieces: Value[] = [];
  let at = 0;
  let next = 0;
  for (const match of text.matchAll(verb)) {
    const [whole, index, flags = '', width, precision, sign = ''] = match;
    pieces.push(text.slice(at, match.index));
    at = match.index + whole.length;
    if (sign === '%') {
      pieces.push('%');
      continue;
    }
    if (index !== undefined) next = Number(index) - 1;
    const value = parts[next++];
    if (value === undefined) return failed('format has too few arguments');
    pieces.push(written(value, { flags, width, precision, sign }));
  }
  pieces.push(text.slice(at));
  return concat(pieces);
};

interface Verb {
  readonly flags: string;
  readonly width: string | undefined;
  readonly precision: string | undefined;
  readonly sign: string;
}

function written(value: Value, { flags, width, precision, sign }: Verb): Value {
  const plain = bare(value);
  if ((sign === 's' || sign === 'v') && width === undefined && precision === undefined) {
    if (sign === 'v' && plain === null) return 'null';
    return typeof plain === 'object' && plain !== null && !('is' in plain && (plain.is === 'unknown' || plain.is === 'lazy' || plain.is === 'json')) ? (encodedText(value) ?? because(value)) : value;
  }
  const text = textBy(value, sign, precision);
  if (text === undefined || Number(width ?? 0) > widthLimit) return because(value);
  const padded = flags.includes('-') ? text.padEnd(Number(width ?? 0)) : flags.includes('0') && sign !== 's' ? withZeros(text, Number(width ?? 0)) : text.padStart(Number(width ?? 0));
  return padded;
}

function textBy(value: Value, sign: string, precision: string | undefined): string | undefined {
  const number = knownNumber(value);
  switch (sign) {
    case 's': case 'v': return precision === undefined ? knownText(value) : knownText(value)?.slice(0, Number(precision));
    case 't': return knownText(value);
    case 'q': return knownText(value) === undefined ? undefined : JSON.stringify(knownText(value));
    case 'd': return number === undefined ? undefined : numberText(Math.trunc(number));
    case 'f': return number?.toFixed(Number(precision ?? 6));
    case 'x': return number?.toString(16);
    case 'X': return number?.toString(16).toUpperCase();
    case 'o': return number?.toString(8);
    case 'b': return number?.toString(2);
    default: return undefined;
  }
}

const withZeros = (text: string, width: number): string => (text.startsWith('-') ? `-${text.slice(1).padStart(width - 1, '0')}` : text.padStart(width, '0'));
