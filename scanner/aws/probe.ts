import type { AttributesOf, KindId } from '../../model/resource.ts';
import type { InputOf, OperationsOf, OutputOf, Service } from './service.ts';

/** Where a probe asks: one account in one region. Every call goes through the gateway, which declares, limits, retries and records it. */
export interface Place {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
  /** Throws CallFailure: the engine turns it into a blind spot and keeps what was learned before. */
  call<S extends Service, O extends OperationsOf<S>>(service: S, operation: O, input: InputOf<S, O>): Promise<OutputOf<S, O>>;
  /** Every page of an operation that pages, first to last. */
  pages<S extends Service, O extends OperationsOf<S>>(service: S, operation: O, input: InputOf<S, O>): AsyncIterable<OutputOf<S, O>>;
}

/** A resource as a list call names it. */
export interface Listed {
  /** Physical name, as the kind's `name` means it. */
  readonly name: string;
  readonly arn?: string | undefined;
  /** Tells it apart from others of the same name where there is no ARN: the type and set identifier of a DNS record. */
  readonly key?: string | undefined;
  /** Where it is, if not where it was asked for: S3 lists the buckets of every region. Its details are asked there. */
  readonly region?: string | undefined;
  /** Ids, hosts and other strings that AWS gave it. */
  readonly identities?: readonly string[] | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** What the call says of it, in the API's own member names; the base of the document that the kind reads. */
  readonly document: object;
}

export type Answer = object | string | number | boolean | null | undefined;

/** The second step of a question: ListAddons names them, DescribeAddon tells each. */
export interface Follow<S extends Service = Service, O extends string = string, E = unknown> {
  readonly service: S;
  readonly operation: O;
  input(element: E, item: Listed): InputOf<S, O>;
  take(output: OutputOf<S, O>, element: E): Answer;
}

export function follow<S extends Service, const O extends OperationsOf<S>, E>(service: S, operation: O, rest: Omit<Follow<S, O, E>, 'service' | 'operation'>): Follow {
  return { service, operation, ...rest } as unknown as Follow;
}

/**
 * A question about one resource. Its answer becomes the member of the document that the detail is filed under. While it was not asked,
 * or failed, the member is unresolved, so that the kind's reader leaves the attributes out that hang on it.
 */
export interface Detail<S extends Service = Service, O extends string = string> {
  readonly service: S;
  readonly operation: O;
  input(item: Listed): InputOf<S, O>;
  /**
   * The part of the answer that the kind reads; null where the answer says that there is none. Of an operation that pages, every page is
   * asked, and the lists taken of each are one list.
   */
  take(output: OutputOf<S, O>, item: Listed): Answer;
  /** Asked for each element of the list that `take` answers; the list of those answers becomes the member instead. */
  readonly each?: Follow;
  /** Error names by which the API says that there is none: ReplicationConfigurationNotFoundError. */
  readonly none?: readonly string[];
  /** True where it is worth asking, by what is known already. */
  when?(item: Listed): boolean;
  /**
   * Attributes of the kind that need it; it is asked only if one of them is wanted and no inventory told it. `tags` for tags: what such a
   * detail takes, a list of pairs or a map, becomes `Listed.tags` (see tagsIn) and no member of the document.
   */
  readonly answers: readonly string[];
  /** The question is the same for every resource of the place: it is asked there once. */
  readonly shared?: true;
  /** Members of the answer are members of the document itself: DescribeTable after ListTables. */
  readonly base?: true;
}

export function detail<S extends Service, const O extends OperationsOf<S>>(service: S, operation: O, rest: Omit<Detail<S, O>, 'service' | 'operation'>): Detail {
  return { service, operation, ...rest } as unknown as Detail;
}

/** How one kind of resource is found and described by direct calls. One file per kind. */
export interface Probe<K extends KindId = KindId> {
  readonly kind: K;
  /** Operations that `list` calls, in order; documentation, permissions and the dry run are made of them. */
  readonly lists: readonly (readonly [Service, string])[];
  /** Asked once per account, in the service's global region, for resources that have no region. */
  readonly global?: true;
  /** Every resource of the kind at the place, with everything that list and batch calls tell. */
  list(place: Place): AsyncIterable<Listed>;
  /** How often each list is called at least, where that is not once: for each namespace or scope. */
  readonly rounds?: number;
  /** Kinds of whose resources each takes a call of its own in the lists: the clusters of services. */
  readonly within?: readonly KindId[];
  /** Calls more for what the lists tell besides the kind: aliases that AWS manages. */
  readonly margin?: number;
  /** By the member of the document that they fill. */
  readonly details?: Readonly<Record<string, Detail>>;
  /**
   * Attributes that AWS Config does not tell even where it records the type: then `list` is asked as well. What a reader makes of a Config
   * record for them, for want of the members, is no fact.
   */
  readonly beyondConfig?: readonly (keyof AttributesOf<K> & string)[];
}

export const probe = <const K extends KindId>(definition: Probe<K>): Probe<K> => definition;
