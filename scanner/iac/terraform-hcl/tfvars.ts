import { posix } from 'node:path';
import type { Json } from '../../../model/json.ts';
import { compareText } from '../../../model/json.ts';
import type { Environment } from './environment.ts';
import { evaluate } from './evaluate.ts';
import type { HclShelf } from './loader.ts';
import type { Run } from './run.ts';
import type { HclParser } from './syntax/parser.ts';
import { unknown, valueOfJson, type Value } from './value.ts';

/** Files of values that Terraform reads without being told to, those that win last. */
export function variableFiles(names: readonly string[]): string[] {
  const automatic = names.filter((name) => /\.auto\.tfvars(?:\.json)?$/.test(name)).sort(compareText);
  return [...['terraform.tfvars', 'terraform.tfvars.json'].filter((name) => names.includes(name)), ...automatic];
}

/** Values of variables from the files of a root module. */
export function variableValues(folder: string, { shelf, parser, run }: { readonly shelf: HclShelf; readonly parser: HclParser; readonly run: Run }): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  const environment: Environment = { run, root: (name) => unknown(`${name} stands for nothing in a file of values`) };
  for (const name of variableFiles(shelf.list(folder))) {
    const file = posix.join(folder, name);
    const text = shelf.text(file);
    if (typeof text !== 'string') continue;
    const problem = name.endsWith('.json') ? readJson(text, values) : readHcl(text);
    if (problem !== undefined) run.note({ reason: 'unparsable', file, asked: `values of variables in ${file}`, message: problem });
  }
  return values;

  function readHcl(text: string): string | undefined {
    const { body, problem } = parser.body(text);
    for (const { name, value } of body.attributes.values()) values.set(name, evaluate(value, environment));
    return problem?.message;
  }
}

function readJson(text: string, into: Map<string, Value>): string | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) for (const [name, value] of Object.entries(parsed)) into.set(name, valueOfJson(value as Json));
    return undefined;
  } catch {
    return 'It is not valid JSON.';
  }
}
