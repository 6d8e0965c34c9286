import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Alias, type Document as YamlDocument, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Json } from '../../../model/json.ts';
import { depthLimit, neutral, type Document, type Lines, type Problem } from './document.ts';
import { longForm } from './short-form.ts';
import { parseRepaired, type Parsed } from './yaml-repair.ts';

/** Members that merge keys copy at most in a document. */
const mergeLimit = 200_000;

/** Warnings (unknown tags) are not errors here, and repeated keys are taken as CloudFormation takes them: the last one counts. */
const options = { logLevel: 'silent', uniqueKeys: false, strict: false, prettyErrors: false } as const;

/** YAML with the line of every member. Broken YAML is read as far as it goes. */
export function readYaml(text: string): Document {
  let parsed: Parsed;
  try {
    parsed = parseRepaired(text, (source) => {
      const lineCounter = new LineCounter();
      return { documents: [...(parseAllDocuments(source, { ...options, lineCounter }) as Iterable<YamlDocument.Parsed>)], lineOf: (offset) => lineCounter.linePos(offset).line };
    });
  } catch {
    return { root: undefined, lines: new WeakMap(), problems: [{ reason: 'unparsable', message: 'The YAML is nested too deeply or is otherwise beyond the parser' }] };
  }
  const documents = parsed.documents.filter(({ contents }) => contents !== null && !(isScalar(contents) && contents.value === null));
  const [document, second] = documents;
  const problems = problemsOf(parsed);
  if (second) {
    const line = parsed.lineOf(second.range[0]);
    return { root: undefined, lines: new WeakMap(), problems: [...problems, { reason: 'unsupported', message: 'The file holds several YAML documents; CloudFormation takes one', line }] };
  }
  const state: State = { lines: new WeakMap(), problems, merges: mergeLimit, anchors: new Map(), lineOf: (node) => (node?.range ? parsed.lineOf(node.range[0]) : 1) };
  const root = document ? convert(document.contents, state, { depth: 0, flags: false }) : undefined;
  return { root, lines: state.lines, problems };
}

function problemsOf({ documents, lineOf }: Parsed): Problem[] {
  const errors = documents.flatMap((document) => document.errors);
  const [first] = errors;
  if (!first) return [];
  const more = errors.length > 1 ? ` and ${errors.length - 1} more errors` : '';
  return [{ reason: 'unparsable', message: `Invalid YAML: ${first.code}${more}; only what could be made out was read`, line: lineOf(first.pos[0]) }];
}

interface Ranged {
  readonly range?: readonly [number, number, number] | null | undefined;
}

interface State {
  readonly lines: Lines;
  readonly problems: Problem[];
  /** Members that merge keys may still copy. */
  merges: number;
  /** Values by anchor, as far as they are complete: an alias inside its own anchor finds none. */
  readonly anchors: Map<string, Json>;
  lineOf(node: Ranged | null | undefined): number;
}

interface Place {
  readonly depth: number;
  /** Whether plain yes/no/on/off are booleans, as CloudFormation's YAML 1.1 has them; see `plain`. */
  readonly flags: boolean;
}

function convert(node: unknown, state: State, place: Place): Json {
  if (isAlias(node)) return aliased(node, state);
  if (place.depth > depthLimit) {
    state.problems.push({ reason: 'too-large', message: `The document is nested deeper than ${depthLimit} levels`, line: state.lineOf(node as Ranged) });
    return null;
  }
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null;
  const bare = isScalar(node) ? plain(node, place) : isSeq(node) ? list(node, state, place) : map(node, state, place);
  const value = longForm(node.tag, bare);
  if (value !== bare && typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value)) state.lines.set(value, new Map([[key, state.lineOf(node)]]));
  }
  if (node.anchor !== undefined) state.anchors.set(node.anchor, value);
  return value;
}

function aliased(node: Alias, state: State): Json {
  const value = state.anchors.get(node.source);
  if (value === undefined) state.problems.push({ reason: 'unparsable', message: 'An alias has no anchor before it', line: state.lineOf(node) });
  return value ?? null;
}

/**
 * Numbers that would change when they become text keep their spelling (account 012345678901, version 1.10). yes and no are booleans in
 * resources only: in parameters and conditions they are compared as text, quoted in one place and bare in the other.
 */
function plain({ value, source, type }: Scalar, { flags }: Place): Json {
  if (typeof value === 'number') return type === 'PLAIN' && source !== undefined && String(value) !== source ? source : value;
  if (typeof value !== 'string') return typeof value === 'boolean' ? value : null;
  if (flags && type === 'PLAIN' && /^(?:yes|no|on|off)$/i.test(value)) return /^(?:yes|on)$/i.test(value);
  return neutral(value);
}

function list({ items }: YAMLSeq, state: State, { depth, flags }: Place): Json {
  const at = new Map<string, number>();
  const values = items.map((item, index) => {
    at.set(String(index), state.lineOf(item as Ranged));
    return convert(item, state, { depth: depth + 1, flags });
  });
  state.lines.set(values, at);
  return values;
}

function map({ items }: YAMLMap, state: State, { depth, flags }: Place): Json {
  const own: [string, Json][] = [];
  let merged: readonly [string, Json][] = [];
  const at = new Map<string, number>();
  for (const { key, value } of items) {
    const name = keyOf(key);
    const inside: Place = { depth: depth + 1, flags: flags || (depth === 0 && (name === 'Resources' || name === 'Globals')) };
    const member = convert(value, state, inside);
    if (name === '<<') {
      for (const source of [member].flat() as Json[]) merged = [...mergedFrom(source, at, state), ...merged];
    } else if (name !== undefined) {
      own.push([name, member]);
      at.set(name, state.lineOf(key as Ranged));
    }
  }
  const result = Object.fromEntries([...merged, ...own]);
  state.lines.set(result, at);
  return result;
}

function mergedFrom(source: Json, at: Map<string, number>, state: State): [string, Json][] {
  if (typeof source !== 'object' || source === null || Array.isArray(source)) return [];
  const from = state.lines.get(source);
  const entries = Object.entries(source);
  state.merges -= entries.length;
  if (state.merges < 0) {
    state.problems.push({ reason: 'too-large', message: 'Merge keys multiply beyond the limit; what is past it was not merged' });
    return [];
  }
  for (const [key] of entries) {
    const line = from?.get(key);
    if (line !== undefined && !at.has(key)) at.set(key, line);
  }
  return entries;
}

function keyOf(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  if (typeof key.value === 'number' && key.source !== undefined) return key.source;
  return typeof key.value === 'object' ? (key.source ?? '') : neutral(String(key.value));
}
