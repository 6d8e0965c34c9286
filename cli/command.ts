import type { Basis } from '../scanner/files/basis.ts';

/** Where a command writes. `isTTY` and `columns` are those of a terminal and missing elsewhere. */
export interface Output {
  write(text: string): void;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** All that a command knows of the process it runs in; tests give their own. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Data. */
  readonly stdout: Output;
  /** Progress and diagnostics. */
  readonly stderr: Output;
  /** Takes what everything hangs on that was said, where the process can say it again without running the command. */
  hangsOn?(basis: Basis): void;
}

/** One option. Its key in the table is the flag in camel case: `failOn` is `--fail-on`. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly describe: string;
  readonly short?: string;
  /** What stands for the value in help: `<region>`. */
  readonly value?: string;
  /** The only values it takes. */
  readonly choices?: readonly string[];
  /** May be given several times, or with values separated by commas. */
  readonly multiple?: true;
  /** May be given several times; a comma belongs to the value. */
  readonly repeatable?: true;
  /** The flag is `--no-…` and the value is true unless it is given. */
  readonly negated?: true;
}
export type OptionTable = Readonly<Record<string, OptionSpec>>;

type Text<O extends OptionSpec> = O extends { readonly choices: readonly (infer Choice)[] } ? Choice : string;
type ValueOf<O extends OptionSpec> = O['type'] extends 'boolean' ? boolean : O extends { readonly multiple: true } | { readonly repeatable: true } ? readonly Text<O>[] : Text<O>;

/** What was given, by option; what was not given is missing. */
export type Values<O extends OptionTable> = { readonly [Name in keyof O]?: ValueOf<O[Name]> };

/** An argument in commander's notation: `<id>` is required, `[path]` is not, `[paths...]` takes any number. */
export interface ArgumentSpec {
  readonly name: `<${string}>` | `[${string}]`;
  readonly describe: string;
}

export interface Example {
  readonly command: string;
  readonly describe: string;
}

/** 0 ready, 1 gaps at or above `--fail-on`, 2 the tool could not do its work, 3 a scan was written although AWS did not answer every call. */
export type ExitCode = 0 | 1 | 2 | 3;

/** A command as its help, the command line and docs/cli.md see it. Its one-line summary stands in the registry, cli/index.ts. */
export interface Command<O extends OptionTable = OptionTable> {
  readonly name: string;
  /** What it does, in a few sentences. */
  readonly description: string;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: O;
  readonly examples: readonly Example[];
  /** Throws UserError for what is wrong with the input. */
  run(values: Values<O>, args: readonly string[], io: Io): Promise<ExitCode>;
}

/** A command whose option types are forgotten, as the registry holds it. */
export type AnyCommand = Omit<Command, 'run'> & { run(values: never, args: readonly string[], io: Io): Promise<ExitCode> };

export const command = <const O extends OptionTable>(definition: Command<O>): Command<O> => definition;
