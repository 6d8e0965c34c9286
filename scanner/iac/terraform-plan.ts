import { messageOf } from '../../model/errors.ts';
import type { Fact } from '../../model/fact.ts';
import type { Json } from '../../model/json.ts';
import type { PropertyMap } from '../../model/properties.ts';
import { iacReader, type IacContext, type IacFile } from './reader.ts';
import { readConfiguration } from './terraform/configuration.ts';
import { blindSpot, documentFacts, factId, type TerraformDocument } from './terraform/document-facts.ts';
import { asList, asText, member, memberAt } from './terraform/members.ts';
import { parseDocument, startsWithKey } from './terraform/parse-document.ts';
import { providerConfigs } from './terraform/provider-config.ts';
import { linker, type Linker } from './terraform/references.ts';
import { resolverOf } from './terraform/resolve.ts';
import { localAddress, type TerraformResource } from './terraform/resource.ts';
import { scopes } from './terraform/scope.ts';
import { shownModules } from './terraform/shown-modules.ts';
import { stackRoot } from './terraform/stack-root.ts';
import { propertiesOfResource } from './terraform/values.ts';

const id = 'terraform-plan';

/**
 * Plans as `terraform show -json <planfile>` prints them: what will exist once the plan is applied.
 *
 * A value that is known stays as it is, also where it came from another resource; the configuration's references are added beside it.
 * One that is known after apply becomes the symbol of the resource attribute it comes from, a list of symbols, or stays untold where
 * several attributes, a local or a dynamic block stand in between. An argument that the configuration does not set is not set, although
 * the provider will report AWS's default after apply. Sensitive values are never read.
 */
export const terraformPlan = iacReader({
  id,
  title: 'Terraform plan',
  claims: ({ text }) => startsWithKey(text, planKeys) && text.includes('"planned_values"') && text.includes('"format_version"'),
  read(file, context) {
    return readPlan(file, context);
  },
});

/** Members that a plan may start with, as Terraform writes it and with its keys sorted. */
const planKeys = ['format_version', 'terraform_version', 'applyable', 'checks', 'complete', 'configuration', 'errored', 'deferred_changes', 'output_changes', 'planned_values'];

function* readPlan(file: IacFile, context: IacContext): Iterable<Fact> {
  const origin = { scanner: id, file: file.path, root: stackRoot(file.path), name: context.rootName?.(stackRoot(file.path)), deployment: context.deployments(file.path)[0] };
  const parsed = parseDocument(file);
  if ('problem' in parsed) {
    yield blindSpot(origin, parsed.reason, parsed.problem);
    return;
  }
  const { document: plan } = parsed;
  for (const problem of incompleteness(plan)) yield blindSpot(origin, 'unresolved', problem);
  try {
    yield* documentFacts(planDocument(plan, origin.root, context), origin);
  } catch (thrown) {
    yield blindSpot(origin, 'unparsable', `The plan could not be read to its end: ${messageOf(thrown)}`);
  }
}

/** What the plan itself says it does not contain. */
function* incompleteness(plan: Json): Iterable<string> {
  if (member(plan, 'errored') === true) yield 'Planning failed midway: resources after the error are not in the plan.';
  else if (member(plan, 'complete') === false) yield 'The plan is not complete: it was made with -target or has deferred changes, and leaves resources out.';
  const deferred = asList(member(plan, 'deferred_changes'))?.length ?? 0;
  if (deferred > 0) yield `The plan defers ${deferred} resources to a later one; they are not in it.`;
}

function planDocument(plan: Json, root: string, context: IacContext): TerraformDocument {
  const configuration = readConfiguration(memberAt(plan, 'configuration', 'root_module'));
  const planned = shownModules(memberAt(plan, 'planned_values', 'root_module'));
  const read = shownModules(memberAt(plan, 'prior_state', 'values', 'root_module')).resources.filter(({ mode }) => mode === 'data');
  const all = scopes(configuration, planned.modules);
  const changes = changesByAddress(plan);
  const configOf = (resource: TerraformResource) => all.at(resource.module)?.config.resources.get(localAddress(resource));
  const staying = planned.resources.filter(({ address }) => !isLeaving(changes.get(address)));
  const resources = [...staying, ...read].map((resource) => ({
    ...resource,
    configuration: configOf(resource)?.providerKey,
    unknown: member(changes.get(resource.address), 'after_unknown') ?? {},
  }));
  const resolve = resolverOf(all, resources.filter(({ mode }) => mode === 'managed'));
  const providers = providerConfigs(plan, all);

  const links = new WeakMap<TerraformResource, Linker>();
  const linkerOf = (resource: TerraformResource): Linker | undefined => {
    const [scope, config] = [all.at(resource.module), configOf(resource)];
    const known = links.get(resource);
    if (known !== undefined || scope === undefined || config === undefined) return known;
    const place = { scope, key: resource.key, forEach: config.forEach };
    const made = linker({ resource, expressions: config.expressions, place }, resolve, (target) => factId(root, target));
    links.set(resource, made);
    return made;
  };

  return {
    resources,
    malformed: planned.malformed,
    properties: (resource): PropertyMap => {
      const link = linkerOf(resource);
      return propertiesOfResource(resource, link && configOf(resource)?.expressions, link?.fill);
    },
    references: (resource) => linkerOf(resource)?.references() ?? [],
    provider({ configuration: key }) {
      const written = key === undefined ? {} : (context.provider?.(root, key) ?? {});
      const { region = written.region, account = written.account } = providers(key);
      return { region, account };
    },
  };
}

/** Terraform deletes the resource or stops managing it. */
function isLeaving(change: Json | undefined): boolean {
  const actions = asList(member(change, 'actions')) ?? [];
  return actions.length > 0 && actions.every((action) => action === 'delete' || action === 'forget');
}

/** The planned change of each resource: what it leaves unknown. */
function changesByAddress(plan: Json): ReadonlyMap<string, Json | undefined> {
  const changes = asList(member(plan, 'resource_changes')) ?? [];
  return new Map(changes.flatMap((change) => {
    const address = asText(member(change, 'address'));
    return address === undefined || member(change, 'deposed') !== undefined ? [] : [[address, member(change, 'change')] as const];
  }));
}
