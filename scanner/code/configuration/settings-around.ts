import { maskSecrets } from '../../secrets.ts';
import type { Stretch } from '../language.ts';

/** How far settings that belong together are looked for. */
const paragraph = 600;
const blankLine = /\n[ \t]*\r?\n/g;
/** What a command is told: --endpoint-url http://localhost:9000. */
const option = /--([a-z][a-z-]{1,40})\s{1,3}["']?(https?:\/\/[^\s"',;\\]{1,100})/g;
const setting = /([A-Za-z_][\w.-]{1,60})\s{0,3}[:?]?=\s{0,3}["']?([^\s"',;\\]{1,100})/g;

/** Settings in the lines around one, up to blank ones, without those that look like secrets. */
export function settingsAround(text: string, { from, to }: Stretch): string[] {
  const before = text.slice(Math.max(0, from - paragraph), from);
  const after = text.slice(to, to + paragraph);
  const start = from - before.length + (Array.from(before.matchAll(blankLine)).at(-1)?.index ?? 0);
  const end = to + (after.search(blankLine) === -1 ? after.length : after.search(blankLine));
  const lines = `${text.slice(start, from)}\n${text.slice(to, end)}`;
  const all = [setting, option].flatMap((pattern) => Array.from(lines.matchAll(pattern), ([, name = '', value = '']) => ({ shown: `${name}="${value}"`, told: `${name}=${value}` })));
  return [...new Set(all.filter(({ shown }) => maskSecrets(shown) === shown).map(({ told }) => told))].sort().slice(0, 16);
}
