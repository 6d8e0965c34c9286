import type { CliCall } from '../../remedy.ts';

/** Lines for a POSIX shell. Whatever is in a word, the shell hands it on as it is. */
export function shellText(calls: readonly CliCall[]): string {
  return calls.map(({ region, words, note }) => [...(note === undefined ? [] : [`# ${oneLine(note)}`]), line(['aws', ...words, '--region', region])].join('\n')).join('\n');
}

/** Options on lines of their own, where the call is long. */
function line(words: readonly string[]): string {
  const quoted = words.map(quote);
  const whole = quoted.join(' ');
  return whole.length <= 100 ? whole : quoted.join(' ').replace(/ (?=--[a-z])/g, ' \\\n  ');
}

const plain = /^[\w@%+=:,./-]+$/;

function quote(word: string): string {
  return plain.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
