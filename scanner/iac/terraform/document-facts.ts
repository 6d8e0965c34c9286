import type { BlindSpot } from '../../../model/blind-spot.ts';
import type { Fact, Reference } from '../../../model/fact.ts';
import type { PropertyMap } from '../../../model/properties.ts';
import type { Source } from '../../../model/source.ts';
import { resourceFact } from '../declared.ts';
import type { Deployment } from '../reader.ts';
import { indexText } from './address.ts';
import { knownIdentities } from './identities.ts';
import { asText } from './members.ts';
import { providerType, type TerraformResource } from './resource.ts';
import { tagsOf } from './tags.ts';
import { withoutSymbols } from './values.ts';
import { evidenceOf, ownArn, ownWhereabouts, type Whereabouts } from './whereabouts.ts';

/** A plan or state, read as far as its format differs from the others'. */
export interface TerraformDocument {
  readonly resources: readonly TerraformResource[];
  /** Entries that are not what the format says; each is a resource that we do not know. */
  readonly malformed: number;
  properties(resource: TerraformResource): PropertyMap;
  /** What the configuration refers to; nothing in states, which have values only. */
  references(resource: TerraformResource): readonly Reference[];
  /** What the resource's provider configuration says of region and account. */
  provider(resource: TerraformResource): Whereabouts;
}

export interface Origin {
  /** Id of the reader: terraform-plan, terraform-state. */
  readonly scanner: string;
  readonly file: string;
  /** Part of the ids of its resources: the same on every machine. */
  readonly root: string;
  /** What people call the deployment; its root if not given. */
  readonly name?: string | undefined;
  /** Where the file is deployed to if it does not say so itself. */
  readonly deployment: Deployment | undefined;
}

/** Facts of the AWS resources of a document, and a count of the others. */
export function* documentFacts(document: TerraformDocument, origin: Origin): Iterable<Fact> {
  const evidence = evidenceOf(document.resources);
  const placeless = new Map<string, { count: number; assumed: boolean; example: string }>();
  const seen = new Set<string>();
  const archives = archivesOf(document.resources);
  let others = 0;
  let byTypeOnly = 0;
  let ignored = document.malformed;
  for (const resource of document.resources) {
    if (resource.mode !== 'managed') continue;
    const type = providerType(resource);
    if (type !== 'aws' && type !== 'awscc') others++;
    else if (seen.has(resource.address)) ignored++;
    else {
      seen.add(resource.address);
      if (type === 'awscc') byTypeOnly++;
      const provider = document.provider(resource);
      const isOpen = provider.isWithheld !== true;
      const told = firstTold(ownWhereabouts(resource), provider, isOpen ? evidence.of(resource.configuration) : {});
      const where = told.region === undefined && isOpen ? assume(told, origin.deployment, evidence.severalRegions(resource.configuration)) : told;
      if (told.region === undefined) {
        const key = resource.configuration ?? resource.provider;
        const entry = placeless.get(key) ?? { count: 0, assumed: where.region !== undefined, example: resource.address };
        placeless.set(key, { ...entry, count: entry.count + 1 });
      }
      yield factOf(resource, document, { origin, where, asset: archives.get(textAt(resource, 'filename') ?? '') });
    }
  }
  if (others > 0) yield { type: 'coverage', what: 'resources:other-provider', count: others, source: sourceOf(origin) };
  for (const [provider, entry] of placeless) yield regionBlindSpot(provider, entry, origin);
  if (byTypeOnly > 0) yield blindSpot(origin, 'unsupported', `Of ${byTypeOnly} resources of the awscc provider only type, region and references are read.`);
  if (ignored > 0) yield blindSpot(origin, 'unparsable', `${ignored} entries are not resources as Terraform writes them and were left out.`);
}

function firstTold(...all: readonly Whereabouts[]): Whereabouts {
  return { region: all.find(({ region }) => region !== undefined)?.region, account: all.find(({ account }) => account !== undefined)?.account };
}

/** The region that the file is said to be deployed to, unless the file itself shows that there is more than one. */
function assume(told: Whereabouts, deployment: Deployment | undefined, several: boolean): Whereabouts {
  return several || deployment === undefined ? told : { region: deployment.region, account: told.account ?? deployment.account };
}

/** What archives are made of, by where they are put: functions name the archive. */
function archivesOf(resources: readonly TerraformResource[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const resource of resources) {
    if (resource.type !== 'archive_file') continue;
    const [output, made] = [textAt(resource, 'output_path'), textAt(resource, 'source_dir') ?? textAt(resource, 'source_file')];
    if (output !== undefined && made !== undefined) found.set(output, made);
  }
  return found;
}

const textAt = ({ values }: TerraformResource, name: string): string | undefined => asText(Object.hasOwn(values, name) ? values[name] : undefined);

interface Found {
  readonly origin: Origin;
  readonly where: Whereabouts;
  /** Where its code is, where something beside it tells. */
  readonly asset: string | undefined;
}

function factOf(resource: TerraformResource, document: TerraformDocument, { origin, where, asset }: Found): Fact {
  return resourceFact({
    id: factId(origin.root, resource),
    type: resource.type,
    label: withoutSymbols(`${resource.name}${indexText(resource.key)}`),
    properties: document.properties(resource),
    references: document.references(resource),
    region: where.region,
    account: where.account,
    stack: origin.name ?? origin.root,
    module: resource.module === '' ? undefined : withoutSymbols(resource.module),
    tags: tagsOf(resource),
    asset,
    arn: ownArn(resource),
    identities: knownIdentities(resource),
    source: sourceOf(origin, resource.address),
  }, 'terraform');
}

/** Id of the fact: terraform:<root>/<address>. Characters that end a symbol are escaped, for keys of for_each may hold anything. */
export function factId(root: string, { address }: TerraformResource): string {
  return `terraform:${root}/${address}`.replace(/[%#⟦⟧]/g, (character) => encodeURIComponent(character));
}

function sourceOf({ scanner, file }: Origin, path?: string): Source {
  return { scanner, file, ...(path === undefined ? {} : { path }) };
}

export function blindSpot(origin: Pick<Origin, 'scanner' | 'file'>, reason: BlindSpot['reason'], message: string): BlindSpot {
  return { type: 'blind-spot', reason, asked: `resources of ${origin.file}`, message, source: { scanner: origin.scanner, file: origin.file } };
}

function regionBlindSpot(provider: string, { count, assumed, example }: { readonly count: number; readonly assumed: boolean; readonly example: string }, origin: Origin): BlindSpot {
  const region = origin.deployment?.region;
  const consequence = assumed ? `${region} is assumed.` : 'Their region stays unknown, because the file tells of several.';
  return {
    ...blindSpot(origin, 'unresolved', `The region of provider ${provider} is not in ${origin.file}; ${count} resources depend on it, ${example} among them. ${consequence}`),
    asked: `region of provider ${provider} in ${origin.file}`,
    remedy: 'Give the provider its region as a constant or a root variable, or name the region of the file in the configuration (deployments).',
  };
}
