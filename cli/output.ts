import { extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../model/errors.ts';
import type { Rule } from '../rules/rule.ts';
import type { Io, Output } from './command.ts';
import type { FormatContext, RegisteredFormat, Rendered } from './formats/format.ts';
import { joined } from './formats/json-pieces.ts';
import { terminalText } from './formats/escape.ts';
import { painted, plain } from './formats/terminal.ts';
import { didYouMean } from './suggest.ts';
import { writeWhole } from './write-file.ts';

export interface Destination {
  readonly format: string;
  /** Relative to the working directory; standard output where there is none. */
  readonly path?: string | undefined;
  /** The only target that it is about; all of them if not set. */
  readonly target?: string;
}

/** A destination of one of the files that a format is written as. */
export interface PartDestination extends Destination {
  readonly part?: string;
}

type Formats = Readonly<Record<string, Pick<RegisteredFormat<unknown>, 'extensions' | 'perTarget' | 'binary'>>>;

/** Which format goes where. Throws RR103 for what cannot be meant. */
export function destinations(given: { readonly format?: readonly string[] | undefined; readonly output?: string | undefined }, formats: Formats): Destination[] {
  const { format = [], output } = given;
  const asked = format.length === 0 ? [{ format: formatOf(output, formats) }] : format.map((text) => destination(text, formats));
  const open = asked.filter(({ path }) => path === undefined);
  if (output !== undefined && open.length !== 1) throw new UserError('RR103', open.length === 0 ? '--output has no format left: each has its own file.' : `--output ${output} can hold one format, not ${open.map(({ format }) => format).join(' and ')}.`, { hint: 'Name a file with each format: --format json=report.json --format html=report.html' });
  const all = asked.map((each) => ({ ...each, path: fileOf(each.path ?? output) }));
  const [first, second] = all.filter(({ path }) => path === undefined);
  const bytes = all.find(({ format, path }) => path === undefined && formats[format]?.binary === true);
  if (bytes !== undefined) throw new UserError('RR103', `${bytes.format} is no text for standard output.`, { hint: `Name a file: --format ${bytes.format}=report.${bytes.format}` });
  if (first !== undefined && second !== undefined) throw new UserError('RR103', `${first.format} and ${second.format} cannot both go to standard output.`, { hint: `Name a file for one of them: --format ${second.format}=<file>` });
  const paths = all.flatMap(({ path }) => path ?? []);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined) throw new UserError('RR103', `${twice} is named for two formats.`, { hint: 'Name a file of its own with each format.' });
  return all;
}

/** A file for each target where a format holds only one: report.html becomes report.eu-west-1.html. Throws RR103 where there is no file to name. */
export function forEachTarget(all: readonly Destination[], targets: readonly string[], formats: Formats): Destination[] {
  if (targets.length < 2) return [...all];
  return all.flatMap((each) => {
    if (formats[each.format]?.perTarget !== true) return [each];
    const { path } = each;
    if (path === undefined) throw new UserError('RR103', `${each.format} holds one target, and there are ${targets.length}.`, { hint: `Name a file, and each target gets its own: --format ${each.format}=report.${each.format}` });
    const extension = extname(path);
    return targets.map((target) => ({ ...each, path: `${path.slice(0, path.length - extension.length)}.${target}${extension}`, target }));
  });
}

/** A file for each part where a format has several: estate.csv becomes estate.nodes.csv and estate.edges.csv. Throws RR103 where there is no file to name. */
export function forEachPart(all: readonly Destination[], formats: Readonly<Record<string, { readonly parts?: readonly string[] }>>): PartDestination[] {
  return all.flatMap((each): PartDestination[] => {
    const parts = formats[each.format]?.parts;
    if (parts === undefined) return [each];
    const { path } = each;
    if (path === undefined) throw new UserError('RR103', `${each.format} is written as ${parts.length} files.`, { hint: `Name them by their common part: --format ${each.format}=estate.csv writes ${parts.map((part) => `estate.${part}.csv`).join(' and ')}` });
    const extension = extname(path);
    return parts.map((part) => ({ ...each, part, path: `${path.slice(0, path.length - extension.length)}.${part}${extension}` }));
  });
}

const fileOf = (path: string | undefined): string | undefined => (path === '-' ? undefined : path);

function destination(text: string, formats: Formats): Destination {
  const at = text.indexOf('=');
  const format = at === -1 ? text : text.slice(0, at);
  const path = at === -1 ? undefined : text.slice(at + 1);
  if (!Object.hasOwn(formats, format)) throw new UserError('RR103', `There is no format ${format}.${didYouMean(format, Object.keys(formats))}`, { hint: `Formats: ${Object.keys(formats).join(', ')}.` });
  if (path === '') throw new UserError('RR103', `--format ${text} names no file.`);
  return { format, path };
}

function formatOf(output: string | undefined, formats: Formats): string {
  const name = output?.toLowerCase() ?? '';
  const matches = Object.entries(formats).flatMap(([format, { extensions }]) => extensions.filter((extension) => name.endsWith(extension)).map((extension) => ({ format, length: extension.length })));
  return matches.sort((a, b) => b.length - a.length)[0]?.format ?? 'text';
}

/** Whether to colour what goes to an output. A wish on the command line or in the environment outranks what the terminal can do. */
export function coloured(output: Output, env: Io['env'], wanted: boolean): boolean {
  if (!wanted || (env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return output.isTTY === true && env['TERM'] !== 'dumb';
}

export interface Deliver {
  readonly io: Io;
  readonly destinations: readonly Destination[];
  readonly rules: ReadonlyMap<string, Rule>;
  readonly quiet: boolean;
  readonly color: boolean;
  /** What was read, as given. */
  readonly input: string;
  /** Absolute path of the folder that files are named from; the working directory if not given. */
  readonly base?: string;
}

/** Columns of text that is not for a terminal. */
const fileColumns = 100;

/** What a format may know, for one destination. */
export function contextFor({ path }: Destination, { io, rules, quiet, color, input, base = io.cwd }: Deliver): FormatContext {
  const onScreen = path === undefined;
  return {
    rules,
    quiet,
    input,
    paint: onScreen && coloured(io.stdout, io.env, color) ? painted : plain,
    columns: onScreen ? Math.max(40, io.stdout.columns ?? fileColumns) : fileColumns,
    root: `${pathToFileURL(base).href}/`,
    env: io.env,
  };
}

/** Renders each format and takes it to its place; says on stderr which files were written. */
export async function deliver(render: (destination: Destination, context: FormatContext) => Promise<Rendered>, to: Deliver): Promise<void> {
  for (const destination of to.destinations) {
    const rendered = await render(destination, contextFor(destination, to));
    const isText = !(rendered instanceof Uint8Array);
    const pieces = isText ? (typeof rendered === 'string' ? [rendered] : joined(rendered)) : [];
    if (destination.path === undefined) for (const piece of pieces) to.io.stdout.write(piece);
    else {
      await writeWhole(resolve(to.io.cwd, destination.path), isText ? pieces : [rendered]);
      if (!to.quiet) to.io.stderr.write(`Wrote ${terminalText(destination.format)} to ${terminalText(destination.path)}\n`);
    }
  }
}
