import type { BlindSpot } from '../../../model/blind-spot.ts';
import type { Fact, Reference, ResourceFact } from '../../../model/fact.ts';
import type { Json, JsonObject } from '../../../model/json.ts';
import { soleSymbol, hasSymbol } from '../../../model/symbol.ts';
import { kindOfType } from '../../kind-of-type.ts';
import { documentFacts, type Origin, type TerraformDocument } from '../terraform/document-facts.ts';
import { targetTypeOf } from '../terraform/references.ts';
import type { TerraformResource } from '../terraform/resource.ts';
import type { Whereabouts } from '../terraform/whereabouts.ts';
import { argument, lineAt, namesIn } from './blocks.ts';
import type { Module } from './module.ts';
import { propertiesOf, type ReadProperties } from './properties.ts';
import type { ResourceInstance } from './resource.ts';
import { taggable } from './taggable.ts';
import { isObject, itemsOf, knownScalar, knownText, meansResource, type Value } from './value.ts';

export const id = 'terraform-hcl';

/** Facts of everything that a root module declares, with file and line, and what stays in the dark. */
export function* factsOf(top: Module): Iterable<Fact> {
  const { root } = top;
  const origin: Origin = { scanner: id, file: top.declarations.files[0] ?? root.folder, root: root.stack, name: root.name, deployment: root.deployment };
  const instances = new Map<TerraformResource, ResourceInstance>();
  const byAddress = new Map<string, ResourceInstance>();
  const seen = new Map<string, Module['declarations']>();
  for (const module of everyModule(top)) {
    seen.set(module.declarations.folder, module.declarations);
    for (const instance of module.resources()) {
      // A plan or state tells the instances of what is left open here.
      if (instance.mode !== 'managed' || (instance.undecided && root.isPlanned)) continue;
      const resource = resourceOf(instance);
      instances.set(resource, instance);
      byAddress.set(instance.address, instance);
    }
  }
  for (const fact of documentFacts(documentOf(instances), origin)) {
    const instance = fact.type === 'resource' ? byAddress.get(fact.source.path ?? '') : undefined;
    yield fact.type === 'resource' && instance !== undefined ? placed(fact, instance) : fact;
  }
  for (const { problems } of seen.values()) for (const { file, message, line } of problems) yield blind(id, { reason: 'unparsable', asked: `resources of ${file}`, message, file, line });
  yield* gapsOf(top);
}

/** Modules of which instances are told, in all. */
const moduleLimit = 50_000;

function* everyModule(top: Module): Iterable<Module> {
  const open = [top];
  for (let count = 0; count < moduleLimit; count++) {
    const module = open.pop();
    if (module === undefined) return;
    yield module;
    open.push(...[...module.children()].toReversed());
  }
  top.root.run.note({ reason: 'too-large', asked: `modules of ${top.root.folder}`, message: `There are more than ${moduleLimit} instances of modules; the others were left out.` });
}

/** The instance as plans and states have it: of its values those that are read by name, which are known. */
function resourceOf(instance: ResourceInstance): TerraformResource {
  const { address, module, mode, type, name, key } = instance;
  const config = instance.provider();
  const local = config?.name ?? type.split('_', 1)[0] ?? type;
  const hasOwnRegion = instance.declared.block.body.attributes.has('region');
  return {
    address, module: module.path, mode, type, name, key,
    provider: module.declarations.sources.get(local) ?? `hashicorp/${local}`,
    configuration: `${config?.key ?? local}${hasOwnRegion ? ' (region of its own)' : ''}`,
    values: valuesOf(instance), sensitive: {}, unknown: {},
  };
}

function valuesOf(instance: ResourceInstance): JsonObject {
  const { declared: { block: { body } }, environment } = instance;
  const members: [string, Json][] = [];
  for (const [name] of body.attributes) {
    const scalar = ['count', 'for_each', 'provider', 'depends_on', 'tags', 'tags_all'].includes(name) ? undefined : knownScalar(argument(body, name, environment) ?? null);
    if (scalar !== undefined) members.push([name, scalar]);
  }
  const tags = tagsOf(instance);
  if (tags !== undefined) members.push(['tags_all', tags]);
  const blocks = namesIn(body).includes('tag') ? itemsOf(argument(body, 'tag', environment) ?? null) : undefined;
  if (blocks) members.push(['tag', blocks.map((block) => textsIn(block))]);
  return Object.fromEntries(members);
}

/** Its tags and those that the provider adds to whatever takes tags, as far as they are known. */
function tagsOf(instance: ResourceInstance): JsonObject | undefined {
  const own = argument(instance.declared.block.body, 'tags', instance.environment);
  const added = taggable.has(instance.type) ? instance.provider()?.defaultTags() : undefined;
  if (own === undefined && added === undefined) return undefined;
  return { ...textsIn(added ?? null), ...textsIn(own ?? null) };
}

function textsIn(value: Value): JsonObject {
  if (!isObject(value)) return {};
  return Object.fromEntries([...value.of].flatMap(([key, member]) => (knownText(member) === undefined || hasSymbol(key) ? [] : [[key, knownText(member) ?? '']])));
}

function documentOf(instances: ReadonlyMap<TerraformResource, ResourceInstance>): TerraformDocument {
  const read = new WeakMap<TerraformResource, ReadProperties>();
  const readingOf = (resource: TerraformResource): ReadProperties => {
    const instance = instances.get(resource);
    const made = read.get(resource) ?? (instance === undefined ? { properties: {}, mentions: [] } : propertiesOf(instance));
    read.set(resource, made);
    return made;
  };
  return {
    resources: [...instances.keys()],
    malformed: 0,
    properties: (resource) => readingOf(resource).properties,
    references(resource) {
      const types = instances.get(resource)?.environment.run.types;
      return readingOf(resource).mentions.map(({ path, to }): Reference => {
        const type = types?.get(soleSymbol(to)?.id ?? '');
        const target = type === undefined ? undefined : targetTypeOf(type);
        return { path, to, ...(target === undefined ? {} : { target }) };
      });
    },
    provider: (resource) => whereabouts(instances.get(resource)),
  };
}

/** Where the provider works. A region of its own that is not known is not the provider's. */
function whereabouts(instance: ResourceInstance | undefined): Whereabouts {
  const where = instance?.provider()?.where() ?? {};
  const own = instance === undefined ? undefined : argument(instance.declared.block.body, 'region', instance.environment);
  return own === undefined || own === null || knownText(own) !== undefined ? where : { ...where, region: undefined, isWithheld: true };
}

/** The fact with its place in the files. What may not exist tells nothing of the thing that it is a part of. */
function placed(fact: ResourceFact, instance: ResourceInstance): ResourceFact {
  const { declared: { file, block }, module: { root: { run } } } = instance;
  const { absent, ...rest } = fact;
  const isOpenPart = instance.undecided && kindOfType(instance.type)?.part !== undefined;
  const references = fact.references.filter(isReal).map((reference) => {
    const line = reference.path === '' ? undefined : lineAt(block.body, reference.path);
    return line === undefined ? reference : { ...reference, line };
  });
  return {
    ...rest,
    ...(absent === undefined || run.types.has(`unread ${fact.id}`) ? {} : { absent }),
    attributes: isOpenPart ? {} : fact.attributes,
    references,
    source: { ...fact.source, file, line: block.line },
  };
}

/** Gaps in texts mean nothing that an edge could go to. */
function isReal({ to, from }: Reference): boolean {
  return [to, ...(from === undefined ? [] : [from])].every((end) => {
    const only = soleSymbol(end);
    return only === undefined || meansResource(only.id);
  });
}

const shownNames = (names: readonly string[]): string => {
  const sorted = names.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted.length > 20 ? `${sorted.slice(0, 20).join(', ')} and ${sorted.length - 20} more` : sorted.join(', ');
};

const planRemedy = 'Give the output of terraform show -json for a plan.';

/** What the configuration alone does not tell, said once for the root. */
function* gapsOf({ root: { run, folder, isPlanned }, declarations }: Module): Iterable<BlindSpot> {
  const [file] = declarations.files;
  const [variables, counts, data, functions] = (['variable', 'count', 'data', 'function'] as const).map((what) => run.missed(what));
  if (variables !== undefined && variables.length > 0) {
    yield blind(id, { reason: 'unresolved', file, asked: `values of variables of ${folder}`, message: `No value is given for ${shownNames(variables)}, and the configuration has no default.`, remedy: `Write the values into terraform.tfvars or the configuration (templates: parameters). ${planRemedy}` });
  }
  if (counts !== undefined && counts.length > 0 && !isPlanned) {
    yield blind(id, { reason: 'unresolved', file, asked: `instances in ${folder}`, message: `How many there are is not known of ${shownNames(counts)}; each is told once, and there may be none or several.`, remedy: planRemedy });
  }
  if (data !== undefined && data.length > 0) yield blind(id, { reason: 'unresolved', file, asked: `data sources of ${folder}`, message: `What they read from AWS is not in the configuration: ${shownNames(data)}.`, remedy: planRemedy });
  if (functions !== undefined && functions.length > 0) yield blind(id, { reason: 'unsupported', file, asked: `functions in ${folder}`, message: `These functions are not known, and neither is what they give: ${shownNames(functions)}.`, remedy: planRemedy });
  for (const note of run.notes()) yield blind(id, { file, ...note });
}

interface Blind {
  readonly reason: BlindSpot['reason'];
  readonly asked: string;
  readonly message: string;
  readonly remedy?: string | undefined;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
}

function blind(scanner: string, { reason, asked, message, remedy, file, line }: Blind): BlindSpot {
  return { type: 'blind-spot', reason, asked, message, ...(remedy === undefined ? {} : { remedy }), source: { scanner, ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) } };
}

