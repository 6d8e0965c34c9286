import type { Json, JsonObject } from '../../../model/json.ts';
import { isObject, memberOf } from '../cloudformation/sections.ts';
import { marker } from '../cloudformation/value.ts';
import type { Lines } from '../cloudformation/document.ts';
import { alternativesIn, literalOf } from './expression.ts';

/** What variables of the Serverless Framework are read from. */
export interface Told {
  readonly root: JsonObject;
  readonly lines: Lines;
  /** What is given on the command line: `--stage` and other options. */
  option(name: string): string | undefined;
  /** A file beside the configuration, parsed; undefined if it is not there. */
  file(path: string): Json | undefined;
}

/** Values and variables that are looked at in one configuration; each may multiply what it names. */
const budget = 200_000;
const textLimit = 100_000;
const depthLimit = 100;
const innermost = /\$\{([^${}]+)\}/g;
/** The framework's variables name where they are read; CloudFormation's `${AWS::Region}` and `${Orders}` are left to it. */
const isVariable = (inside: string): boolean => /^\s*(?:[a-z][\w-]*(?:\([^)]*\))?\s*:|[a-zA-Z]+\([^)]*\)|["'])/.test(inside) && !/^\s*AWS::/.test(inside);
/** Sources that are asked when the service is deployed: what follows them counts only where they have nothing. */
const outside = new Set(['ssm', 'cf', 's3', 'git', 'vault', 'output', 'terraform', 'doppler']);

type Found = { readonly value: Json } | { readonly gap: string };

/** Fills in what the files tell. What only a deployment can tell stays a gap, as text around it still identifies things. */
export function variables({ root, lines, option, file }: Told): (value: Json) => Json {
  let left = budget;
  let depth = 0;
  const known = new Map<string, Found>();
  const gap = (of: string): Found => ({ gap: marker(`parameter:${of.trim().slice(0, 120)}`) });

  function filled(value: Json, inSub = false): Json {
    left -= 1;
    if (left < 0 || depth > depthLimit) return unknown('variables multiply beyond the limit');
    depth += 1;
    try {
      if (typeof value === 'string') return value.includes('${') ? inText(value, inSub) : value;
      if (typeof value !== 'object' || value === null) return value;
      const made: Json = Array.isArray(value) ? (value as readonly Json[]).map((member, index) => filled(member, inSub && index === 0)) : Object.fromEntries(Object.entries(value).map(([key, member]) => [key, filled(member, key === 'Fn::Sub')]));
      const at = lines.get(value);
      if (at !== undefined) lines.set(made, at);
      return made;
    } finally {
      depth -= 1;
    }
  }

  function inText(text: string, inSub: boolean): Json {
    let rest = text;
    let isOfAws = false;
    for (let pass = 0; pass < 20; pass++) {
      const [whole, inside] = /^\s*\$\{([^${}]+)\}\s*$/.exec(rest) ?? [];
      if (whole !== undefined && inside !== undefined && isVariable(inside)) {
        const found = expression(inside);
        if ('gap' in found) return unknown('the variable is not told');
        return typeof found.value === 'string' && found.value.includes('${') && !inSub ? wrapped(found.value, inside.includes('aws:')) : found.value;
      }
      const before = rest;
      rest = rest.replace(innermost, (all, of: string) => {
        if (!isVariable(of)) return all;
        if (/^\s*aws\s*:/.test(of)) isOfAws = true;
        const found = expression(of);
        if ('gap' in found) return found.gap;
        return typeof found.value === 'object' ? marker('value') : String(found.value);
      });
      if (rest.length > textLimit) return unknown('the text grows too long');
      if (rest === before) break;
    }
    return inSub ? rest : wrapped(rest, isOfAws);
  }

  /** The first alternative that has a value. */
  function expression(text: string): Found {
    left -= 1;
    if (left < 0) return gap('too many variables');
    for (const alternative of alternativesIn(text)) {
      const literal = literalOf(alternative);
      if (literal !== undefined) return { value: literal };
      const found = source(alternative);
      if (found !== undefined) return found;
    }
    return gap(text);
  }

  /** Undefined where the source has nothing, so that the next one counts. */
  function source(text: string): Found | undefined {
    const [, name = '', argument, path = ''] = /^([a-zA-Z][\w-]*)(?:\(([^)]*)\))?(?::(.*))?$/s.exec(text.trim()) ?? [];
    if (name === 'self') return own(path);
    if (name === 'sls' && path === 'stage') return own('provider.stage');
    if (name === 'opt') return given(path);
    if (name === 'aws' && path === 'region') return { value: '${AWS::Region}' };
    if (name === 'aws' && path === 'accountId') return { value: '${AWS::AccountId}' };
    if (name === 'file' && argument !== undefined) return fromFile(argument, path);
    if (name === 'ssm' && argument === undefined) return { value: `{{resolve:ssm:${path.replace(/~.*$/, '')}}}` };
    return outside.has(name) ? gap(text) : undefined;
  }

  function given(name: string): Found | undefined {
    const value = option(name);
    return value === undefined ? undefined : { value };
  }

  function own(path: string): Found | undefined {
    const value = known.get(path);
    if (value !== undefined) return value;
    // Whoever asks for it while it is found asks in a circle.
    known.set(path, gap(`self:${path}`));
    const found = path === 'provider.stage' ? (given('stage') ?? at(root, path) ?? { value: 'dev' }) : at(root, path);
    if (found === undefined) known.delete(path);
    else known.set(path, found);
    return found;
  }

  function fromFile(path: string, inside: string): Found | undefined {
    // Programs are never run to learn what they export.
    if (!/\.(?:ya?ml|json)$/i.test(path)) return gap(`file:${path}`);
    const content = file(path.replace(/^\.\//, ''));
    return content === undefined ? gap(`file:${path}`) : at(content, inside);
  }

  function at(from: Json, path: string): Found | undefined {
    let value: Json | undefined = from;
    for (const step of path === '' ? [] : path.split('.')) {
      if (typeof value === 'string') value = filled(value);
      if (Array.isArray(value)) value = (value as readonly Json[])[Number(step)];
      else value = isObject(value) ? memberOf(value, step) : undefined;
    }
    return value === undefined || value === null ? undefined : { value: filled(value) };
  }

  return (value) => filled(value);
}

const unknown = (why: string): JsonObject => ({ 'Fn::Unknown': why });

/** What AWS fills in is filled in where the framework's own variables ask for it. */
const wrapped = (text: string, isOfAws: boolean): Json => (isOfAws ? { 'Fn::Sub': text.replace(/\$\{(?!AWS::)/g, '${!') } : text);
