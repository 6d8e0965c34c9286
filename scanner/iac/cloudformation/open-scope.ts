import { canonicalJson, type Json, type JsonObject } from '../../../model/json.ts';
import { isMap, type PropertyValue } from '../../../model/properties.ts';
import { evaluate } from './evaluate.ts';
import { expandLoops, isLoop, loopsIn } from './for-each.ts';
import { memo } from './memo.ts';
import { openNested } from './nested.ts';
import { parameterValue } from './parameter.ts';
import { documentOf } from './parse-document.ts';
import { samResources } from './sam/index.ts';
import type { Note, Opening, Run, Scope } from './scope.ts';
import { isObject, memberOf, objectIn, sectionsOf, type RawResource } from './sections.ts';
import { truth } from './truth.ts';
import { marker, unknown } from './value.ts';

/** Deepest chain of conditions and outputs that refer to one another. */
const chainLimit = 1_000;

/** Opens a template for evaluation. Everything is evaluated when first asked for, once. */
export function openScope({ given, ...opening }: Opening): Scope {
  const { run, file, deployment } = opening;
  const document = documentOf(file);
  const sections = sectionsOf(document);
  const gaps: Scope['gaps'] = { parameters: new Set(), conditions: new Map() };
  const circular = (what: string) => (): void => note({ reason: 'unresolved', asked: `value of ${what}`, message: `${what} depends on itself` });
  const once = <T>(what: string, compute: (name: string) => T | undefined): ((name: string) => T | undefined) =>
    memo((name) => chained(run, () => compute(name)), (name) => circular(`${what} ${name.slice(0, 120)}`)());

  const scope: Scope = {
    ...opening,
    sections,
    gaps,
    at: {},
    evaluate: (raw) => evaluate(raw, scope),
    resources: memo(() => samResources(writtenOut(scope), scope), () => undefined, sections.resources).bind(undefined, ''),
    parameter: once('parameter', parameter),
    condition: once('condition', condition),
    nested: once('stack', (logicalId) => openNested(logicalId, scope, openScope)),
    output: once('output', output),
    note,
  };
  for (const problem of [...document.problems, ...sections.problems]) note({ ...problem, asked: `resources of ${file.path}` });
  for (const name of sections.transforms) if (!known.has(name)) note(macro(name));
  return scope;

  function note({ line = scope.at.line, ...told }: Note): void {
    const source = { scanner: 'cloudformation', file: file.path, ...(line === undefined ? {} : { line }) };
    const { remedy, ...rest } = told;
    const spot = { type: 'blind-spot' as const, ...rest, ...(remedy === undefined ? {} : { remedy }), region: deployment.region, source };
    const key = canonicalJson([file.path, told.reason, told.asked, told.message]);
    if (!run.blindSpots.has(key)) run.blindSpots.set(key, spot);
  }

  function parameter(name: string): PropertyValue | undefined {
    const declared = sections.parameters.get(name);
    if (!declared) return undefined;
    const value = parameterValue(name, declared, given(name));
    if (value === undefined) gaps.parameters.add(name);
    return value ?? unknown(`parameter ${name} has no value`, marker(`parameter:${name}`));
  }

  function condition(name: string): boolean | undefined {
    const raw = loopsIn(sections.conditions, scope).get(name);
    if (raw === undefined) note({ reason: 'unresolved', asked: `condition ${name.slice(0, 120)}`, message: `The template has no condition ${name.slice(0, 120)}` });
    return raw === undefined ? undefined : truth(raw, scope);
  }

  function output(name: string): PropertyValue | undefined {
    const raw = loopsIn(sections.outputs, scope).get(name);
    if (!isObject(raw)) return undefined;
    const when = memberOf(raw, 'Condition');
    if (typeof when === 'string' && scope.condition(when) === false) return unknown(`the output ${name} is not given, its condition does not hold`);
    return scope.evaluate(memberOf(raw, 'Value') ?? null);
  }
}

/** Transforms that are read; every other name is a macro that runs at deployment. */
const known = new Set(['AWS::Serverless-2016-10-31', 'AWS::LanguageExtensions']);

function macro(name: string): Note {
  const shown = name.slice(0, 120);
  return { reason: 'unsupported', asked: `what the macro ${shown} adds or changes`, message: `The template is rewritten by the macro ${shown} at deployment; it is read as it stands` };
}

/** Counts how deep values that refer to one another are nested, as evaluation itself is counted. */
function chained<T>(run: Run, compute: () => T): T | undefined {
  if (run.depth > chainLimit) return undefined;
  run.depth += 4;
  try {
    return compute();
  } finally {
    run.depth -= 4;
  }
}

/** Resources with their loops and included files written out; what a loop gives stands where the loop stands. */
function writtenOut(scope: Scope): ReadonlyMap<string, RawResource> {
  const { resources } = scope.sections;
  if (![...resources.keys()].some((id) => id.startsWith('Fn::'))) return resources;
  return new Map([...resources].flatMap(([id, resource]): [string, RawResource][] => {
    if (!id.startsWith('Fn::')) return [[id, resource]];
    const given = isLoop(id) ? expandLoops(resource.body, scope) : scope.evaluate({ [id]: objectIn(resource.body, id) });
    return Object.entries(isMap(given) ? given : {}).flatMap(([name, body]) => (isObject(body as Json) ? [[name, { ...resource, body: body as JsonObject }]] : []));
  }));
}
