import type { Environment, Evaluate } from '../environment.ts';
import type { Expression } from '../syntax/expression.ts';
import { settled } from '../text.ts';
import { because, isUnknown, itemsOf, type Value } from '../value.ts';
import { collections } from './collections.ts';
import { documents } from './documents.ts';
import { attempt, can, fallbacks } from './fallbacks.ts';
import type { HclFunction, LazyFunction } from './function.ts';
import { network } from './network.ts';
import { numbers } from './numbers.ts';
import { sets } from './sets.ts';
import { strings } from './strings.ts';

const functions: ReadonlyMap<string, HclFunction> = new Map(Object.entries({ ...strings, ...collections, ...sets, ...numbers, ...network, ...documents, ...fallbacks }));
const lazyFunctions: ReadonlyMap<string, LazyFunction> = new Map([['try', attempt], ['can', can]]);

/** What gives another value each time or needs another program: nobody could know it. */
const unknowable = new Set(['timestamp', 'plantimestamp', 'uuid', 'uuidv5', 'bcrypt', 'rsadecrypt', 'timeadd', 'timecmp', 'formatdate', 'filebase64', 'fileset', 'abspath', 'pathexpand', 'base64gzip', 'filemd5', 'filesha1', 'filesha256', 'filesha512', 'filebase64sha256', 'filebase64sha512', 'regex', 'regexall', 'csvdecode', 'defaults', 'map', 'ephemeralasnull']);

/** Functions that keep JSON text as the value that it was made of. */
const takesDocuments = new Set(['jsondecode', 'base64encode', 'coalesce', 'nonsensitive', 'concat', 'merge', 'lookup', 'format', 'templatefile', 'list']);

export function callFunction({ name, parts, spread }: Extract<Expression, { is: 'call' }>, environment: Environment, evaluate: Evaluate): Value {
  const plain = name.startsWith('core::') ? name.slice('core::'.length) : name;
  const call = { environment, evaluate };
  const lazy = lazyFunctions.get(plain);
  if (lazy) return lazy(parts, call);
  const given = parts.map((part) => evaluate(part, environment));
  const values = spread ? spreadLast(given) : given;
  if (values === undefined) return because(...given);
  const error = values.find((value) => isUnknown(value) && value.failed);
  if (error !== undefined) return error;
  const known = functions.get(plain);
  if (known) return known(takesDocuments.has(plain) ? values : values.map(settled), call);
  if (!unknowable.has(plain)) environment.run.missing('function', plain);
  return because(...values);
}

/** f(list...): the elements of the last argument are arguments. */
function spreadLast(values: readonly Value[]): readonly Value[] | undefined {
  const items = itemsOf(values.at(-1) ?? null);
  return items === undefined ? undefined : [...values.slice(0, -1), ...items];
}
