import type { AnyCommand, OptionSpec } from '../../cli/command.ts';
import { commands } from '../../cli/index.ts';

/** The command line, as the commands declare it. */
export async function cliPage(): Promise<string> {
  const loaded = await Promise.all(Object.entries(commands).map(async ([name, { summary, load }]) => ({ name, summary, command: await load() })));
  return [
    '# Command line',
    '',
    'Exit status: 0 ready, or nothing at or above `--fail-on` · 1 gaps at or above `--fail-on` · 2 the work could not be done; the message says what and where ([errors.md](errors.md)).',
    'Data goes to standard output, progress and diagnostics to standard error. Flags win over the configuration file.',
    '',
    '| Command | What it does |',
    '|---|---|',
    ...loaded.map(({ name, summary }) => `| [${name}](#regionready-${name}) | ${summary} |`),
    '',
    ...loaded.flatMap(({ name, command }) => section(name, command)),
  ].join('\n');
}

function section(name: string, { description, arguments: args, options, examples }: AnyCommand): string[] {
  return [
    `## regionready ${name}`,
    '',
    description,
    '',
    '```',
    ['regionready', name, ...args.map((argument) => argument.name), Object.keys(options).length > 0 ? '[options]' : ''].join(' ').trimEnd(),
    '```',
    '',
    ...(args.length === 0 ? [] : ['| Argument | |', '|---|---|', ...args.map((argument) => `| \`${argument.name}\` | ${cell(argument.describe)} |`), '']),
    ...(Object.keys(options).length === 0 ? [] : ['| Option | |', '|---|---|', ...Object.entries(options).map(([key, option]) => `| \`${flag(key, option)}\` | ${cell(describe(option))} |`), '']),
    ...examples.flatMap(({ command, describe: what }) => [`${what}:`, '', '```', command, '```', '']),
  ];
}

function flag(key: string, { short, value, negated }: OptionSpec): string {
  const long = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return [...(short === undefined ? [] : [`-${short},`]), `--${negated === true ? 'no-' : ''}${long}`, ...(value === undefined ? [] : [value])].join(' ');
}

function describe({ describe: text, choices, multiple, repeatable }: OptionSpec): string {
  const notes = [...(choices === undefined ? [] : [`one of ${choices.join(', ')}`]), ...(multiple || repeatable ? ['may be repeated'] : [])];
  return notes.length === 0 ? text : `${text} (${notes.join('; ')})`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
