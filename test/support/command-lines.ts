import { commands } from '../../cli/index.ts';
import { flagOf } from '../../cli/run.ts';

/** What is wrong with a command line by the option table of its command: a command, flag or format that does not exist. */
export async function problemsOf(line: string): Promise<string[]> {
  const [name = '', ...words] = line.replace(/^.*?\bregionready\s+/, '').split(/\s+/);
  if (name === 'help' || name.startsWith('-')) return [];
  const command = Object.hasOwn(commands, name) ? await commands[name]?.load() : undefined;
  if (command === undefined) return [`There is no command ${name}.`];
  const flags = new Map(Object.entries(command.options).flatMap(([key, spec]) => [[flagOf(key, spec), spec] as const, ...(spec.short === undefined ? [] : [[`-${spec.short}`, spec] as const])]));
  const problems: string[] = [];
  for (const [index, word] of words.entries()) {
    if (!/^--?[a-z]/.test(word)) continue;
    const [flag = '', given] = word.split('=', 2);
    const spec = flags.get(flag);
    const value = given ?? words[index + 1] ?? '';
    if (flag === '--help' || flag === '-h') continue;
    if (spec === undefined) problems.push(`${name} has no option ${flag}.`);
    else if (spec.choices !== undefined && /^[a-z]/.test(value) && !value.split(',').every((each) => spec.choices?.includes(each))) problems.push(`${flag} does not take ${value}.`);
    else if (flag === '--format' || flag === '-f') {
      const [format = ''] = (given === undefined ? value : word.slice(flag.length + 1)).split('=');
      if (/^[a-z]/.test(format) && !new RegExp(`(?:^|[ ,])${format}(?:[,;]|$)`).test(spec.describe)) problems.push(`${name} has no format ${format}.`);
    }
  }
  return problems;
}

/** Command lines in the code of a Markdown page: in fences, and between single back ticks. */
export function commandLinesIn(markdown: string): string[] {
  const fenced = Array.from(markdown.matchAll(/^```[a-z]*\n([^]*?)^```/gm), ([, body = '']) => body.split('\n')).flat();
  const inline = Array.from(markdown.replace(/^```[^]*?^```/gm, '').matchAll(/`([^`\n]+)`/g), ([, code = '']) => code);
  const lines = [...fenced.filter((line) => /^\s*(?:- |\$ )?(?:entry: )?(?:npx (?:--?[a-z-]+ )*)?regionready [a-z]/.test(line)), ...inline.filter((code) => /^(?:npx )?regionready [a-z]/.test(code))];
  // What follows a comment or a pipe is no part of the command.
  return lines.map((line) => line.replace(/\s+[#|>].*$/, '').replace(/["']/g, '').trim());
}
