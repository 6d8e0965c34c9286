import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isNode, isPair, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { messageOf, UserError } from '../model/errors.ts';

export interface ConfigSource {
  readonly value: unknown;
  /** It is a program, whose values may hold functions. */
  readonly isCode?: true;
  /** `line:column` of a key or value, where the format tells positions. */
  at(path: readonly PropertyKey[], key: boolean): string | undefined;
}

/** Reads a configuration file, data or code. Throws RR201, RR202, RR402. */
export async function readConfigFile(path: string): Promise<ConfigSource> {
  const extension = extname(path);
  if (extension === '.json' || extension === '.yaml' || extension === '.yml') return parse(path, await textOf(path), extension === '.json');
  if (['.ts', '.mts', '.js', '.mjs'].includes(extension)) return { value: await defaultExport(path), isCode: true, at: () => undefined };
  throw new UserError('RR402', `${path}: a configuration file ends in .ts, .js, .mjs, .json, .yaml or .yml.`);
}

async function textOf(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
  } catch (thrown) {
    const missing = (thrown as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UserError(missing ? 'RR201' : 'RR202', missing ? `There is no ${path}.` : `${path} cannot be read: ${messageOf(thrown)}`, { cause: thrown });
  }
}

/** JSON is read as JSON, and once more as YAML, which contains it, for the positions. */
function parse(path: string, text: string, isJson: boolean): ConfigSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new UserError('RR402', `${path}:${line}:${col}: ${error.message.split('\n')[0] ?? ''}`);
  }
  return { value: (isJson ? parseJson(path, text) : toValue(path, document)) ?? {}, at: (keys, onKey) => positionIn(document, lines, { keys, onKey }) };
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new UserError('RR402', `${path}: ${messageOf(thrown)}`, { cause: thrown });
  }
}

function toValue(path: string, document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (thrown) {
    throw new UserError('RR402', `${path}: ${messageOf(thrown)}`, { cause: thrown });
  }
}

/** Position of the deepest node on the way that the document has. */
function positionIn(document: Document, lines: LineCounter, { keys, onKey }: { readonly keys: readonly PropertyKey[]; readonly onKey: boolean }): string | undefined {
  for (let length = keys.length; length >= 0; length -= 1) {
    const parent = length === 0 ? document.contents : document.getIn(keys.slice(0, length - 1), true);
    const key = keys[length - 1];
    const items = isNode(parent) && 'items' in parent ? parent.items : [];
    const pair = items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key));
    const value = document.getIn(keys.slice(0, length), true);
    const node = pair !== undefined && isPair(pair) && (onKey || !isNode(pair.value)) ? pair.key : value;
    const offset = isNode(node) ? node.range?.[0] : undefined;
    if (offset === undefined) continue;
    const { line, col } = lines.linePos(offset);
    return `${line}:${col}`;
  }
  return undefined;
}

async function defaultExport(path: string): Promise<unknown> {
  const loaded = await importModule(path);
  const value: unknown = loaded['default'];
  if (typeof value !== 'object' || value === null) throw new UserError('RR402', `${path} has no default export that is an object.`);
  return value;
}

const loadHints: Readonly<Record<string, string>> = {
  ERR_UNKNOWN_FILE_EXTENSION: 'TypeScript configuration needs Node.js 22.18 or newer; YAML, JSON and JavaScript do not.',
  ERR_MODULE_NOT_FOUND: 'What it imports is looked for from its own folder. Install it there: npm install --save-dev regionready.',
};

async function importModule(path: string): Promise<Readonly<Record<string, unknown>>> {
  await textOf(path);
  try {
    return (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
  } catch (thrown) {
    const hint = loadHints[(thrown as NodeJS.ErrnoException).code ?? ''];
    throw new UserError('RR402', `${path} cannot be loaded: ${messageOf(thrown)}`, { cause: thrown, ...(hint === undefined ? {} : { hint }) });
  }
}
