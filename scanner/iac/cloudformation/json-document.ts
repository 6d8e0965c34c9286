import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Json } from '../../../model/json.ts';
import { lineStarts, positionAt } from '../../../model/position.ts';
import { depthLimit, neutral, type Document, type Lines, type Problem } from './document.ts';
import { readYaml } from './yaml-document.ts';

/**
 * JSON with the line of every member. Broken JSON is read as far as it goes. A text that opens like JSON and is none may still be YAML
 * in flow style, with short intrinsics.
 */
export function readJson(text: string): Document {
  if (tooDeep(text)) {
    const problem: Problem = { reason: 'too-large', message: `The document is nested deeper than ${depthLimit} levels` };
    return { root: undefined, lines: new WeakMap(), problems: [problem] };
  }
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first) {
    const yaml = readYaml(text);
    if (yaml.problems.length === 0) return yaml;
  }
  const starts = lineStarts(text);
  const lines: Lines = new WeakMap();
  const root = tree && valueOf(tree, lines, (offset) => positionAt(starts, offset).line);
  return { root, lines, problems: first ? [problemOf(errors.length, first, positionAt(starts, first.offset).line)] : [] };
}

function problemOf(count: number, first: ParseError, line: number): Problem {
  const more = count > 1 ? ` and ${count - 1} more errors` : '';
  return { reason: 'unparsable', message: `Invalid JSON: ${printParseErrorCode(first.error)}${more}; only what could be made out was read`, line };
}

function valueOf(node: Node, lines: Lines, lineOf: (offset: number) => number): Json {
  const children = node.children ?? [];
  const at = new Map<string, number>();
  if (node.type === 'array') {
    const list = children.map((child, index) => {
      at.set(String(index), lineOf(child.offset));
      return valueOf(child, lines, lineOf);
    });
    lines.set(list, at);
    return list;
  }
  if (node.type !== 'object') return typeof node.value === 'string' ? neutral(node.value) : ((node.value ?? null) as Json);
  const entries = children.flatMap(({ children: [key, value] = [], offset }): [string, Json][] => {
    if (!key) return [];
    const name = neutral(String(key.value));
    at.set(name, lineOf(offset));
    return [[name, value ? valueOf(value, lines, lineOf) : null]];
  });
  const map = Object.fromEntries(entries);
  lines.set(map, at);
  return map;
}

/** The parser recurses, so the depth is looked at first: brackets outside strings. */
function tooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (quoted) {
      if (code === 92) index += 1;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 123 || code === 91) {
      depth += 1;
      if (depth > depthLimit) return true;
    } else if (code === 125 || code === 93) depth -= 1;
  }
  return false;
}
