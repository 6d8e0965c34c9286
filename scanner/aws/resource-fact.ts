import type { Reference, ResourceFact } from '../../model/fact.ts';
import { connectionsOf, spelling } from '../../model/connection.ts';
import type { AttributeReference, Kind, Surroundings } from '../../model/kind.ts';
import { properties, type Properties, type PropertyMap } from '../../model/properties.ts';
import { parseArn } from '../../model/arn.ts';
import { itself } from '../../model/linking.ts';
import { partitionOf } from '../../model/region.ts';
import type { Source } from '../../model/source.ts';
import { symbol } from '../../model/symbol.ts';
import { conventionalReferences } from '../by-convention.ts';
import { connected } from '../connected.ts';
import { statedHosts } from '../hosts.ts';
import { arnOf, identitiesOf, present, referencesOf, told } from '../identity.ts';
import { kindOfType } from '../kind-of-type.ts';
import { referencesIn } from '../references.ts';
import { relationsIn } from '../relations.ts';
import { interfaceOwner } from './interface-owner.ts';
import { namedMembers } from './named-members.ts';
import { maskNamed } from '../secrets.ts';

/** A resource as an API tells of it. */
export interface Seen {
  /** CloudFormation or Config type. */
  readonly type: string;
  readonly account: string;
  /** Region, or `global`. */
  readonly region: string;
  readonly name: string;
  readonly arn?: string | undefined;
  /** Tells it apart from others of the same name where there is no ARN. */
  readonly key?: string | undefined;
  /** The id that the service gave it, where its ARN ends with that. */
  readonly id?: string | undefined;
  readonly identities?: readonly (string | undefined)[] | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly document: PropertyMap;
  /** The document's dialect: the service's own API, that API as AWS Config records it, CloudFormation's properties; none to read only identifiers. */
  readonly dialect?: Dialect | undefined;
  /** Members that the document lacks were not asked for, instead of not set. */
  readonly partial?: boolean | undefined;
  /** Attributes that the source cannot know, whatever the document seems to say. */
  readonly without?: readonly string[] | undefined;
  readonly references?: readonly Reference[] | undefined;
  readonly source: Source;
}
export type Dialect = 'describe' | 'config' | 'cloudformation';

/** No AWS name is longer. */
const nameLimit = 1_024;

/** The fact that it is: attributes read by its kind, identifiers kept, everything else dropped. */
export function resourceFactOf(seen: Seen): ResourceFact {
  const { type, account, document, dialect, without = [], source } = seen;
  const kind = kindOfType(type)?.part === undefined ? kindOfType(type)?.kind : undefined;
  const place = seen.region === 'global' ? undefined : seen.region;
  const partition = (place === undefined ? undefined : partitionOf(place)?.id) ?? (seen.arn === undefined ? undefined : parseArn(seen.arn)?.partition);
  const name = seen.name.slice(0, nameLimit);
  const around: Surroundings = { name, region: place, account, partition, type };
  const from = properties(document, dialect !== 'describe', seen.partial === true);
  const attributes = told(dialect === undefined ? {} : (readerOf(kind, dialect)?.(from, around) ?? {}));
  for (const each of without) delete attributes[each];
  const arn = seen.arn ?? arnOf(kind, around, { ...attributes, ...(seen.id === undefined ? {} : { id: seen.id }) });
  const resourceType = kind?.names.cloudformation ?? type;
  const id = arn ?? `${source.scanner}:${account}/${seen.region}/${resourceType}/${(seen.key ?? name).slice(0, nameLimit)}`;
  return {
    type: 'resource',
    id,
    resourceType,
    ...(kind === undefined ? {} : { kind: kind.id }),
    name,
    ...present({ partition, account, region: kind?.traits.includes('global') === true ? 'global' : seen.region, arn }),
    identities: [...new Set([...identitiesOf(kind, name, around), ...statedHosts(resourceType, document), ...(seen.identities ?? [])])].filter((each): each is string => each !== undefined && each !== '' && each.length <= nameLimit && each !== arn),
    attributes,
    references: referencesFrom({ seen, kind, from, attributes, id, resourceType, arn }),
    tags: Object.fromEntries(Object.entries(seen.tags ?? {}).map(([key, value]) => [key, maskNamed(key, value)])),
    source,
  };
}

/** What AWS Config records of some types is the service's own answer; a reader of its own is only there where it is not. */
function readerOf(kind: Kind | undefined, dialect: Dialect): ((from: Properties, around: Surroundings) => Readonly<Record<string, unknown>>) | undefined {
  return dialect === 'config' ? (kind?.read.config ?? kind?.read.describe) : kind?.read[dialect];
}

interface Referring {
  readonly seen: Seen;
  readonly kind: Kind | undefined;
  readonly from: Properties;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly id: string;
  readonly resourceType: string;
  readonly arn: string | undefined;
}

function referencesFrom({ seen, kind, from, attributes, id, resourceType, arn }: Referring): Reference[] {
  const said = kind === undefined ? [] : declaredIn(kind, { seen, from, attributes, id });
  const named = namedBeside(said, seen);
  const typed = new Set(named.map(({ path, to }) => `${path}\n${to}`));
  const mentioned = referencesIn(seen.document, said).filter(({ path, to, edge }) => edge !== undefined || !typed.has(`${path}\n${to}`));
  const own = new Set([arn, ...(seen.identities ?? []), seen.name]);
  const types = [...new Set([seen.type, resourceType])];
  const isOther = ({ path, to, edge, from: subject, target }: Reference): boolean =>
    edge !== undefined || subject !== undefined || !own.has(to) || (target !== undefined && target !== resourceType && types.some((type) => connectionsOf(type).has(spelling(path))));
  const found = connected([...mentioned, ...named, ...conventionalReferences(resourceType, seen.document, id)].filter(isOther), { id, types });
  const owners = resourceType === 'AWS::EC2::NetworkInterface' ? interfaceOwner(seen.document, { ...seen, partition: partitionOf(seen.region)?.id }).map((each) => ({ ...each, to: symbol(id) })) : [];
  return [...found, ...owners, ...(seen.references ?? []).map((reference) => withoutRepeating(reference, found, id))];
}

/**
 * What the kind says of the attributes, and what it would say of them in the other words that AWS Config has for a resource: inventories
 * that write items of its form do not always keep to the words that it has for the type.
 */
function declaredIn(kind: Kind, { seen, from, attributes, id }: Pick<Referring, 'seen' | 'from' | 'attributes' | 'id'>): AttributeReference[] {
  const said = referencesOf(kind, attributes, id);
  if (seen.dialect !== 'config' && seen.dialect !== 'cloudformation') return said;
  const around: Surroundings = { name: seen.name, account: seen.account, type: seen.type, ...(seen.region === 'global' ? {} : { region: seen.region }) };
  const readers = new Set([kind.read.config, kind.read.describe, kind.read.cloudformation]);
  readers.delete(readerOf(kind, seen.dialect));
  const others = [...readers].flatMap((read) => referencesOf(kind, told(read?.(from, around) ?? {}), id));
  return [...new Map([...said, ...others].map((each) => [keyOf(each), each])).values()];
}

const keyOf = ({ edge, from, to, target }: AttributeReference): string => [edge, from, to, target].join('\n');

/** What members name by their own names or by the specification's word, where the kind does not say more of it. */
function namedBeside(said: readonly AttributeReference[], { type, document, dialect }: Seen): Reference[] {
  const known = new Set(said.flatMap(({ from, to, target = '' }) => [`${from ?? ''}\n${target}`, `${to}\n${target}`]));
  const related = dialect === undefined ? [] : relationsIn(type, properties(document, true));
  return [...related, ...namedMembers(document)].filter(({ to, target = '' }) => !known.has(`${to}\n`) && !known.has(`${to}\n${target}`));
}

/** A relationship that an inventory states has a kind of edge of its own only where the configuration says none between the two. */
function withoutRepeating({ from, edge, ...rest }: Reference, found: readonly Reference[], id: string): Reference {
  const other = from ?? rest.to;
  if (edge === undefined || found.some((each) => each.edge !== undefined && (each.from === other || each.to === other))) return { ...rest, to: other };
  return from === undefined ? { ...rest, edge } : { ...rest, from, to: rest.to === itself ? symbol(id) : rest.to, edge };
}
