import type { Reference, ResourceFact } from '../../model/fact.ts';
import { cfnType } from '../../model/cfn-type.ts';
import type { Kind, ReadableSource, Surroundings } from '../../model/kind.ts';
import { properties, type Properties, type PropertyMap } from '../../model/properties.ts';
import { isSet } from '../../model/reading.ts';
import { partitionOf } from '../../model/region.ts';
import type { Source } from '../../model/source.ts';
import { hasSymbol } from '../../model/symbol.ts';
import { arnOf, identitiesOf, present, referencesOf, told } from '../identity.ts';
import { conventionalReferences } from '../by-convention.ts';
import { connected } from '../connected.ts';
import { statedHosts } from '../hosts.ts';
import { kindOfType } from '../kind-of-type.ts';
import { referencesIn } from '../references.ts';
import { deployedCode } from './deployed-code.ts';
import { cloudformationTypeOf } from './terraform/type-names.ts';
import { relationsIn } from '../relations.ts';

/** A resource as a template or plan declares it, before any kind has read it. */
export interface Declared {
  /** Fact id: cloudformation:<stack>/<region>/<logical id>, terraform:<root>/<address>. */
  readonly id: string;
  /** Type name in the source's own vocabulary. */
  readonly type: string;
  readonly label: string;
  readonly properties: PropertyMap;
  readonly region?: string | undefined;
  readonly account?: string | undefined;
  readonly stack?: string | undefined;
  readonly module?: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly source: Source;
  readonly arn?: string | undefined;
  /** Ids and hosts that AWS gave it, where the source knows them. */
  readonly identities?: readonly string[] | undefined;
  /** What the source's configuration refers to where the properties have only the resulting value: Terraform's aws_kms_key.main.arn behind an ARN. */
  readonly references?: readonly Reference[] | undefined;
  /** Path of its code, relative to the document, where something beside the properties tells. */
  readonly asset?: string | undefined;
}

/** The fact that a declared resource is: attributes read by its kind, identifiers kept, everything else dropped. */
export function resourceFact(declared: Declared, by: Extract<ReadableSource, 'cloudformation' | 'terraform'>): ResourceFact {
  const known = kindOfType(declared.type);
  const { kind, part } = known ?? {};
  const from = properties(declared.properties);
  const name = physicalName(kind, declared, by);
  const global = kind?.traits.includes('global') === true;
  const region = global ? 'global' : declared.region;
  const partition = declared.region === undefined ? undefined : partitionOf(declared.region)?.id;
  const around: Surroundings = { name, region: declared.region, account: declared.account, partition, type: declared.type };
  const read = part ? part.read : kind?.read[by];
  const attributes = told(read?.(from, around) ?? {});
  const said = kind === undefined ? [] : referencesOf(kind, attributes, declared.id);
  const related = by === 'cloudformation' ? relationsIn(declared.type, from) : [];
  const resourceType = part || !kind ? ((!part && by === 'terraform' && cloudformationTypeOf(declared.type)) || declared.type) : kind.names.cloudformation;
  const configured = withConfigured([...referencesIn(declared.properties, said), ...related], declared.references ?? [], from);
  const references = connected([...configured, ...conventionalReferences(declared.type, declared.properties, declared.id)], { id: declared.id, types: [...new Set([declared.type, resourceType])] });
  const code = part ? undefined : deployedCode({ type: declared.type, properties: declared.properties, file: declared.source.file, label: declared.label, asset: declared.asset });
  const arn = declared.arn ?? (part ? undefined : arnOf(kind, around, attributes));
  return {
    type: 'resource',
    id: declared.id,
    resourceType,
    ...(kind && !part ? { kind: kind.id } : {}),
    name: name ?? declared.label,
    ...present({ partition, account: declared.account, region, arn, stack: declared.stack, module: declared.module }),
    identities: part ? [] : [...new Set([...identitiesOf(kind, name, around), ...statedHosts(resourceType, declared.properties), ...(kind === undefined ? statedName(resourceType, from) : []), ...(declared.identities ?? [])])],
    attributes,
    references,
    tags: declared.tags,
    ...(code === undefined ? {} : { code }),
    ...(part && kind ? { partOf: wholeOf(part.of, kind, declared) ?? from.text(part.of) ?? from.texts(part.of)?.[0] ?? '', partOfType: kind.names.cloudformation } : {}),
    ...(kind && !part && by === 'terraform' ? absentOf(kind, from) : {}),
    source: declared.source,
  };
}

/** Adds what the configuration refers to, with the kind of edge that the kind reads from the value in the same place. */
function withConfigured(references: readonly Reference[], configured: readonly Reference[], from: Properties): Reference[] {
  const named = new Set(references.flatMap(({ from: end, to }) => (end === undefined ? [to] : [end, to])));
  const added = configured.filter(({ to }) => !named.has(to)).map((reference) => {
    const value = from.text(reference.path.replaceAll('[]', ''));
    const same = references.find(({ to, edge, from: end, target }) => to === value && edge !== undefined && end === undefined && target === reference.target);
    return same?.edge === undefined ? reference : { ...reference, edge: same.edge };
  });
  return [...references, ...added];
}

/** The whole of a part, where the configuration names it; several names (service/cluster/name) are told apart by their type. */
function wholeOf(path: string, kind: Kind, { references = [] }: Declared): string | undefined {
  return references.find((reference) => reference.path === path && reference.target === kind.names.cloudformation)?.to;
}

function physicalName(kind: Kind | undefined, { properties: raw }: Declared, by: 'cloudformation' | 'terraform'): string | undefined {
  const path = kind?.name[by];
  const name = path === undefined ? undefined : properties(raw).text(path);
  return name === undefined || name.length > nameLimit || hasSymbol(name) ? undefined : name;
}

/** Words that may be a name; what has a dot in it may as well be a host. */
const plainName = /^[A-Za-z0-9][\w-]{1,254}$/;

/** The name that a resource without a kind gives itself, so that what names it by its type finds it. */
function statedName(type: string, from: Properties): string[] {
  const { id = [], relations = [] } = cfnType(type) ?? {};
  const identifying = id.filter((path) => id.length === 1 && !relations.some(([other]) => other === path));
  const inTerraform = identifying.map((path) => path.replace(/[a-z](?=[A-Z])/g, '$&_').toLowerCase());
  const names = [...identifying, 'Name', `${type.slice(type.lastIndexOf(':') + 1)}Name`, ...inTerraform, 'name'].map((path) => from.text(path));
  return names.filter((name) => name !== undefined && plainName.test(name)).slice(0, 1) as string[];
}

/** No AWS name is longer; what is would only swell the identities made from it. */
const nameLimit = 1_024;

/** Attributes that hold where there is no part of a type. */
function absentOf(kind: Kind, from: Properties): Pick<ResourceFact, 'absent'> {
  const absent = Object.entries(kind.parts ?? {}).flatMap(([type, { absent: told, unless }]) => (told === undefined || (unless !== undefined && isSet(from, unless) === undefined) ? [] : [[type, told] as const]));
  return absent.length === 0 ? {} : { absent: Object.fromEntries(absent) };
}
