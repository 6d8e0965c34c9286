import type { Json, JsonObject } from '../../../model/json.ts';
import type { PropertyMap, PropertyValue } from '../../../model/properties.ts';
import { expandLoops, isLoop } from './for-each.ts';
import { intrinsics } from './intrinsics/index.ts';
import type { Scope } from './scope.ts';
import { noValue, unknown } from './value.ts';

/** Evaluations inside one another; far above what a document of the deepest allowed nesting needs. */
const depthLimit = 1_200;

/** The value of a piece of template: functions are evaluated, what only deployment can tell is unknown, NoValue members are gone. */
export function evaluate(raw: Json, scope: Scope): PropertyValue {
  const { run } = scope;
  run.budget -= typeof raw === 'string' ? 1 + (raw.length >> 6) : 1;
  if (run.budget < 0) {
    scope.note({ reason: 'too-large', asked: 'values of the template', message: 'Loops, aliases or nested stacks multiply beyond the limit; what is past it was not evaluated' });
    return unknown('the template is too large');
  }
  if (typeof raw !== 'object' || raw === null) return raw;
  if (run.depth >= depthLimit) {
    scope.note({ reason: 'too-large', asked: 'values of the template', message: 'Functions are nested too deeply; the innermost were not evaluated' });
    return unknown('functions are nested too deeply');
  }
  run.depth += 1;
  try {
    return Array.isArray(raw) ? elements(raw, scope) : members(raw as JsonObject, scope);
  } finally {
    run.depth -= 1;
  }
}

function elements(raw: readonly Json[], scope: Scope): PropertyValue {
  return raw.map((element) => evaluate(element, scope)).filter((value) => value !== noValue);
}

function members(raw: JsonObject, scope: Scope): PropertyValue {
  const keys = Object.keys(raw);
  const [only] = keys;
  if (only !== undefined && keys.length === 1 && isFunction(only)) return call(only, raw[only] ?? null, scope);
  const map = keys.some(isLoop) ? expandLoops(raw, scope) : raw;
  const entries: [string, PropertyValue][] = [];
  for (const [key, member] of Object.entries(map)) {
    const value = evaluate(member, scope);
    if (value !== noValue) entries.push([key, value]);
  }
  return Object.fromEntries(entries) as PropertyMap;
}

const isFunction = (name: string): boolean => name === 'Ref' || (name.startsWith('Fn::') && !isLoop(name));

function call(name: string, argument: Json, scope: Scope): PropertyValue {
  const intrinsic = intrinsics.get(name);
  if (intrinsic) return intrinsic(argument, scope);
  scope.note({ reason: 'unsupported', asked: `values given by ${shown(name)}`, message: `The function ${shown(name)} is not known` });
  return unknown(`the function ${shown(name)} is not known`);
}

const shown = (name: string): string => name.replace('Fn::Tag::', '!').slice(0, 80);
