import type { Json, JsonObject } from '../../../model/json.ts';
import type { Scope } from './scope.ts';
import { isObject, memberOf } from './sections.ts';

/** Fn::ForEach::Topics: a loop that stands as a member of a map and is replaced by the members it gives. */
export const isLoop = (key: string): boolean => key.startsWith('Fn::ForEach::');

/** The map with its loops written out. A loop over something that is not known is told and left out. */
export function expandLoops(map: JsonObject, scope: Scope): JsonObject {
  return Object.fromEntries(Object.entries(map).flatMap(([key, member]) => (isLoop(key) ? rounds(key, member, scope) : [[key, member] as const])));
}

/** The members of a section with its loops written out. */
export function loopsIn(section: ReadonlyMap<string, Json>, scope: Scope): ReadonlyMap<string, Json> {
  return [...section.keys()].some(isLoop) ? new Map(Object.entries(expandLoops(Object.fromEntries(section), scope))) : section;
}

/** What a round takes from the budget besides its nodes: the members it gives are kept. */
const roundCost = 100;

function rounds(key: string, loop: Json, scope: Scope): (readonly [string, Json])[] {
  const [identifier, collection, body] = Array.isArray(loop) ? (loop as readonly Json[]) : [];
  const name = key.slice('Fn::ForEach::'.length, 200);
  if (typeof identifier !== 'string' || collection === undefined || !isObject(body)) {
    scope.note({ reason: 'unparsable', asked: `what the loop ${name} gives`, message: `Fn::ForEach::${name} is not [identifier, list, map]` });
    return [];
  }
  const values = scope.evaluate(collection);
  if (!Array.isArray(values) || !values.every((value) => typeof value !== 'object' && !String(value).includes('⟦'))) {
    scope.note({ reason: 'unresolved', asked: `what the loop ${name} gives`, message: `The list that Fn::ForEach::${name} runs over is not known`, remedy: 'Give the parameters of the stack' });
    return [];
  }
  const given: (readonly [string, Json])[] = [];
  for (const value of values) {
    scope.run.budget -= roundCost;
    if (scope.run.budget < 0) {
      exhausted(scope);
      break;
    }
    const map = replaced(body, { identifier, text: String(value), scope });
    if (isObject(map)) for (const entry of Object.entries(expandLoops(map, scope))) given.push(entry);
  }
  return given;
}

function exhausted(scope: Scope): void {
  scope.note({ reason: 'too-large', asked: 'what loops give', message: 'Loops multiply beyond the limit; what is past it was not written out' });
}

interface Substitution {
  readonly identifier: string;
  readonly text: string;
  readonly scope: Scope;
}

/** The body with the loop's value in place of `${Name}`, `&{Name}` (without what is not alphanumeric) and `{"Ref": "Name"}`. */
function replaced(raw: Json, substitution: Substitution): Json {
  const { scope } = substitution;
  scope.run.budget -= 1;
  if (scope.run.budget < 0) return null;
  if (typeof raw === 'string') return filled(raw, substitution);
  if (typeof raw !== 'object' || raw === null) return raw;
  if (Array.isArray(raw)) return raw.map((element: Json) => replaced(element, substitution));
  const map = raw as JsonObject;
  if (memberOf(map, 'Ref') === substitution.identifier && Object.keys(map).length === 1) return substitution.text;
  return Object.fromEntries(Object.entries(map).map(([key, member]) => [filled(key, substitution), replaced(member, substitution)]));
}

function filled(text: string, { identifier, text: value }: Substitution): string {
  return text.replaceAll(`\${${identifier}}`, () => value).replaceAll(`&{${identifier}}`, () => value.replace(/[^A-Za-z0-9]/g, ''));
}
