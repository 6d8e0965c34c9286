import { Argument, Command as Commander, CommanderError, InvalidArgumentError, Option } from 'commander';
import { UserError, type ErrorCode } from '../model/errors.ts';
import type { AnyCommand, ExitCode, Io, OptionSpec } from './command.ts';
import { environment } from './environment.ts';
import { indented } from './formats/terminal.ts';
import { commands } from './index.ts';
import { reportError } from './report-error.ts';
import { didYouMean } from './suggest.ts';
import { version } from './version.ts';

/** Runs one command line. Never throws and never exits: what goes wrong is told on stderr and by the exit code. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  try {
    const program = await programFor(argv, io, (exit) => {
      code = exit;
    });
    if (argv.length === 0) {
      // Not success: a script that lost its command must not read as "ready".
      io.stderr.write(program.helpInformation());
      return 2;
    }
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (thrown) {
    if (thrown instanceof CommanderError && helpCodes.has(thrown.code)) return 0;
    return reportError(thrown instanceof CommanderError ? usageError(thrown) : thrown, io);
  }
}

const helpCodes: ReadonlySet<string> = new Set(['commander.helpDisplayed', 'commander.help', 'commander.version']);

const usageCodes: Readonly<Record<string, ErrorCode>> = {
  'commander.missingArgument': 'RR102',
  'commander.optionMissingArgument': 'RR102',
  'commander.missingMandatoryOptionValue': 'RR102',
  'commander.invalidArgument': 'RR103',
  'commander.conflictingOption': 'RR103',
};

function usageError({ code, message }: CommanderError): UserError {
  const text = message.replace(/^error: /, '').replace(/\n\((Did you mean [^\n]*)\)/, '. $1');
  return new UserError(usageCodes[code] ?? 'RR101', text.endsWith('?') || text.endsWith('.') ? text : `${text}.`);
}

type Done = (code: ExitCode) => void;

async function programFor(argv: readonly string[], io: Io, done: Done): Promise<Commander> {
  const program = new Commander('regionready')
    .description('Are we ready to run in another AWS region, and if not, what exactly is in the way?')
    .version(version, '-V, --version', 'Print the version')
    .helpOption('-h, --help', 'Print this help')
    .helpCommand('help [command]', 'Print the help of a command')
    .addHelpText('after', () => `\nExit status:\n  0 ready · 1 gaps at or above --fail-on · 2 could not do its work · 3 scan: written, but AWS did not answer every call\n\nEnvironment:\n${environmentHelp(Math.min(io.stdout.columns ?? 80, 120))}`)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: () => undefined,
      getOutHelpWidth: () => Math.min(io.stdout.columns ?? 80, 120),
      getErrHelpWidth: () => Math.min(io.stderr.columns ?? 80, 120),
    });
  // Only a command that the line names is loaded: `audit …` and `help audit`.
  const named = new Set(argv.filter((word) => !word.startsWith('-')).slice(0, 2));
  for (const [name, { summary, load }] of Object.entries(commands)) {
    const commander = program.command(name).summary(summary);
    if (named.has(name)) define(commander, await load(), { io, done });
  }
  return program;
}

function environmentHelp(columns: number): string {
  return Object.entries(environment).flatMap(([name, describe]) => indented(describe, columns, { first: `  ${name.padEnd(19)}` })).join('\n');
}

function define(commander: Commander, command: AnyCommand, { io, done }: { readonly io: Io; readonly done: Done }): void {
  commander.description(command.description);
  for (const { name, describe } of command.arguments) commander.addArgument(new Argument(name, describe));
  for (const [key, spec] of Object.entries(command.options)) commander.addOption(optionOf(key, spec));
  const examples = command.examples.map((example) => `  $ ${example.command}\n      ${example.describe}`);
  if (examples.length > 0) commander.addHelpText('after', `\nExamples:\n${examples.join('\n')}`);
  commander.action(async () => {
    const given = Object.fromEntries(Object.entries(commander.opts()).filter(([, value]) => value !== undefined));
    done(await command.run(given as never, commander.args, io));
  });
}

/** The flag of an option's key: failOn is --fail-on. */
export function flagOf(key: string, { negated }: Pick<OptionSpec, 'negated'> = {}): string {
  return `--${negated === true ? 'no-' : ''}${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function optionOf(key: string, spec: OptionSpec): Option {
  const { type, describe, short, value = `<${key}>`, choices, multiple, repeatable } = spec;
  const flag = `${short === undefined ? '' : `-${short}, `}${flagOf(key, spec)}${type === 'boolean' ? '' : ` ${value}`}`;
  const option = new Option(flag, describe);
  if (type === 'boolean') return option;
  return option.argParser((text: string, before: unknown) => {
    const values = multiple === true ? text.split(',').map((part) => part.trim()).filter((part) => part !== '') : [text];
    for (const each of values) {
      if (choices === undefined || choices.includes(each)) continue;
      throw new InvalidArgumentError(`It takes ${choices.join(', ')}.${didYouMean(each, choices)}`);
    }
    return multiple === true || repeatable === true ? [...(Array.isArray(before) ? before : []), ...values] : text;
  });
}
