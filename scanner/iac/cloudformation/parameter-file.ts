import type { Json } from '../../../model/json.ts';
import { isObject, memberOf, textIn } from './sections.ts';
import { parseDocument } from './parse-document.ts';

/**
 * Parameters that a file gives a stack, in any of the forms that AWS tools take: the CLI's `[{ParameterKey, ParameterValue}]` or
 * `["Key=Value"]`, CodePipeline's `{Parameters: {…}}`, and a plain map. Undefined if the text is none of these.
 */
export function parametersIn(text: string): Readonly<Record<string, string>> | undefined {
  const { root, problems } = parseDocument(text);
  if (root === undefined || problems.length > 0) return undefined;
  const entries = Array.isArray(root) ? pairsOf(root as readonly Json[]) : isObject(root) ? membersOf(root) : undefined;
  return entries && Object.fromEntries(entries);
}

type Entry = readonly [string, string];

function pairsOf(list: readonly Json[]): Entry[] | undefined {
  const entries = list.map((item): Entry | undefined => {
    if (typeof item === 'string') return assignment(item);
    const key = isObject(item) ? textIn(item, 'ParameterKey') : undefined;
    const value = isObject(item) ? textOf(memberOf(item, 'ParameterValue')) : undefined;
    return key === undefined ? undefined : [key, value ?? ''];
  });
  return entries.every((entry) => entry !== undefined) ? entries.filter(([, value]) => value !== '') : undefined;
}

function assignment(text: string): Entry | undefined {
  const at = text.indexOf('=');
  return at > 0 ? [text.slice(0, at), text.slice(at + 1)] : undefined;
}

function membersOf(root: { readonly [key: string]: Json }): Entry[] | undefined {
  const inner = memberOf(root, 'Parameters');
  const entries = Object.entries(isObject(inner) ? inner : root).map(([key, value]) => [key, textOf(value)] as const);
  return entries.every((entry): entry is Entry => entry[1] !== undefined) ? entries : undefined;
}

function textOf(value: Json | undefined): string | undefined {
  if (Array.isArray(value)) return value.map((item) => textOf(item as Json) ?? '').join(',');
  return typeof value === 'object' || value === undefined ? undefined : String(value);
}
