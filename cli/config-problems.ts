import type { z } from 'zod';
import { type Config, configSchema } from '../model/config.ts';
import type { ErrorCode } from '../model/errors.ts';
import type { Rule } from '../rules/rule.ts';
import { didYouMean } from './suggest.ts';

/** One thing that is wrong with a configuration. */
export interface Problem {
  readonly code: Extract<ErrorCode, 'RR401' | 'RR403' | 'RR406'>;
  readonly path: readonly PropertyKey[];
  /** The key is wrong, not its value. */
  readonly onKey?: true;
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/** What zod found, one line each, unknown keys with the key that was probably meant. */
export function problemsIn(error: z.ZodError, value: unknown): Problem[] {
  return error.issues.flatMap((issue) => problemsOf(issue, [], value));
}

function problemsOf(issue: Issue, above: readonly PropertyKey[], value: unknown): Problem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(path);
    return issue.keys.map((key) => ({ code: 'RR401', path: [...path, key], onKey: true, message: `${dotted([...path, key])} is no key of the configuration.${didYouMean(key, known)}${known.length === 0 ? '' : ` Known: ${known.join(', ')}.`}` }));
  }
  if (issue.code === 'invalid_union') {
    const branch = nearest(issue.errors);
    if (branch !== undefined) return branch.flatMap((inner) => problemsOf(inner, path, value));
  }
  return [{ code: 'RR401', path, message: `${path.length === 0 ? 'The configuration' : dotted(path)}: ${issue.message}.${allowed(issue, valueAt(value, path))}` }];
}

/** The branch of a union that the value was meant for: the one whose problems lie deepest; undefined where all fail at the top. */
function nearest(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const depth = (issues: readonly Issue[]): number => Math.max(0, ...issues.map((issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0)));
  const best = branches.toSorted((a, b) => depth(b) - depth(a))[0];
  const scalar = branches.find(([issue]) => issue?.code === 'invalid_value');
  return best !== undefined && depth(best) > 0 ? best : scalar;
}

function allowed(issue: Issue, value: unknown): string {
  return issue.code === 'invalid_value' && typeof value === 'string' ? didYouMean(value, issue.values.map(String)) : '';
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? (at as Record<PropertyKey, unknown>)[key] : undefined), value);
}

/** Keys that the schema knows at a path. */
function keysAt(path: readonly PropertyKey[]): string[] {
  let schemas: z.core.$ZodType[] = [configSchema];
  for (const key of path) schemas = schemas.flatMap((schema) => unwrapped(schema)).flatMap((schema) => memberOf(schema, key));
  return schemas.flatMap((schema) => unwrapped(schema)).flatMap((schema) => Object.keys(definition(schema).shape ?? {}).filter((key) => key !== '$schema'));
}

interface Definition {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly innerType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
}
const definition = (schema: z.core.$ZodType): Definition => schema._zod.def as unknown as Definition;

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType[] {
  const { innerType, options } = definition(schema);
  if (innerType !== undefined) return unwrapped(innerType);
  return options === undefined ? [schema] : options.flatMap((option) => unwrapped(option));
}

function memberOf(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType[] {
  const { shape, valueType, element } = definition(schema);
  const member = shape !== undefined && typeof key === 'string' && Object.hasOwn(shape, key) ? shape[key] : (valueType ?? element);
  return member === undefined ? [] : [member];
}

/** Rule ids that do not exist, and options that their rule does not take. */
export function ruleProblems({ rules: configured = {}, overrides = [], exemptions = [] }: Config, rules: ReadonlyMap<string, Rule>): Problem[] {
  const unknown = (id: string, path: readonly PropertyKey[], onKey: boolean): Problem => ({ code: 'RR403', path, ...(onKey ? { onKey: true } : {}), message: `There is no rule ${id}.${didYouMean(id, rules.keys())}` });
  const settingProblems = (settings: NonNullable<Config['rules']>, path: readonly PropertyKey[]): Problem[] =>
    Object.entries(settings).flatMap(([id, setting]): Problem[] => {
      const rule = rules.get(id);
      if (rule === undefined) return [unknown(id, [...path, id], true)];
      const wrong = path[0] === 'overrides' ? overrideProblem(rule, overrides[Number(path[1])]) : undefined;
      if (wrong !== undefined) return [{ code: 'RR401', path: [...path, id], onKey: true, message: `${dotted([...path, id])}: ${wrong}` }];
      return typeof setting === 'object' && setting.options !== undefined ? optionProblems(rule, setting.options, [...path, id, 'options']) : [];
    });
  const settings = [...settingProblems(configured, ['rules']), ...overrides.flatMap((override, index) => settingProblems(override.rules, ['overrides', index, 'rules']))];
  const exempted = exemptions.flatMap(({ rule }, index): Problem[] => (rule.includes('*') || rules.has(rule) ? [] : [unknown(rule, ['exemptions', index, 'rule'], false)]));
  return [...settings, ...exempted];
}

/** An override that could never hold for the rule. */
function overrideProblem({ id, on }: Rule, override: NonNullable<Config['overrides']>[number] | undefined): string | undefined {
  if (on === 'estate') return `${id} judges the estate as a whole, and overrides are for parts of it. Use rules.${id}.`;
  return on === 'code' && override?.tags !== undefined ? `${id} judges code, which has no tags. Use paths or services.` : undefined;
}

function optionProblems({ id, options: schema }: Rule, given: Readonly<Record<string, unknown>>, path: readonly PropertyKey[]): Problem[] {
  const known = Object.keys(schema?.shape ?? {});
  const unknown = Object.keys(given).filter((key) => !known.includes(key));
  if (unknown.length > 0) return unknown.map((key) => ({ code: 'RR401', path: [...path, key], onKey: true, message: `${id} has no option ${key}.${didYouMean(key, known)}${known.length === 0 ? ' It has none.' : ` Known: ${known.join(', ')}.`}` }));
  const parsed = schema?.safeParse(given);
  return parsed === undefined || parsed.success ? [] : parsed.error.issues.map((issue) => ({ code: 'RR401', path: [...path, ...issue.path], message: `${dotted([...path, ...issue.path])}: ${issue.message}.` }));
}

function dotted(path: readonly PropertyKey[]): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`)).join('');
}
