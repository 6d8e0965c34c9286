import type { Json, JsonObject } from '../../../model/json.ts';
import type { Document, Problem } from './document.ts';

/** A resource as the template writes it, with where it stands. */
export interface RawResource {
  readonly body: JsonObject;
  readonly line?: number | undefined;
  /** Place in the document: Resources.Orders. */
  readonly path: string;
}

/** A template's sections, each a list of named members. */
export interface Sections {
  readonly parameters: ReadonlyMap<string, JsonObject>;
  readonly mappings: ReadonlyMap<string, JsonObject>;
  readonly conditions: ReadonlyMap<string, Json>;
  readonly resources: ReadonlyMap<string, RawResource>;
  readonly outputs: ReadonlyMap<string, Json>;
  readonly globals: JsonObject;
  /** Names of the transforms that the template asks for. */
  readonly transforms: readonly string[];
  readonly problems: readonly Problem[];
}

/** Sections that are read; the others (Metadata, Rules, Hooks) declare nothing. */
export function sectionsOf({ root, lines }: Document): Sections {
  const problems: Problem[] = [];
  const top = isObject(root) ? root : {};
  if (root !== undefined && !isObject(root)) problems.push({ reason: 'unparsable', message: 'A template is a map of sections; this is none', line: 1 });
  const section = (name: string): JsonObject => {
    const value = memberOf(top, name);
    if (value !== undefined && value !== null && !isObject(value)) {
      problems.push({ reason: 'unparsable', message: `${name} is not a map`, line: lines.get(top)?.get(name) });
    }
    return isObject(value) ? value : {};
  };
  const resources = section('Resources');
  const at = lines.get(resources);
  return {
    parameters: objectsOf(section('Parameters')),
    mappings: objectsOf(section('Mappings')),
    conditions: new Map(Object.entries(section('Conditions'))),
    resources: new Map(Object.entries(resources).map(([id, body]) => [id, { body: resourceBody(id, body), line: at?.get(id), path: `Resources.${id}` }])),
    outputs: new Map(Object.entries(section('Outputs'))),
    globals: section('Globals'),
    transforms: transformsOf(memberOf(top, 'Transform')),
    problems,
  };
}

/** A loop or macro stands under its own name; everything else that is no map has no type and is reported for that. */
function resourceBody(id: string, body: Json): JsonObject {
  return id.startsWith('Fn::') ? { [id]: body } : isObject(body) ? body : {};
}

function transformsOf(value: Json | undefined): string[] {
  const names = Array.isArray(value) ? (value as readonly Json[]) : value === undefined ? [] : [value];
  return names.flatMap((name) => {
    const text = isObject(name) ? memberOf(name, 'Name') : name;
    return typeof text === 'string' ? [text] : [];
  });
}

function objectsOf(section: JsonObject): Map<string, JsonObject> {
  return new Map(Object.entries(section).filter((entry): entry is [string, JsonObject] => isObject(entry[1])));
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member; keys such as `constructor` and `__proto__` are ordinary names in a template. */
export function memberOf(map: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}

/** The map that a member holds, or an empty one. */
export function objectIn(map: JsonObject, name: string): JsonObject {
  const value = memberOf(map, name);
  return isObject(value) ? value : {};
}

export function textIn(map: JsonObject, name: string): string | undefined {
  const value = memberOf(map, name);
  return typeof value === 'string' ? value : undefined;
}

/** Elements of a list; a single value counts as a list of one, nothing as none. */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}
