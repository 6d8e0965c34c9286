import type { z } from 'zod';
import type { EstateView, ResourceOf } from '../graph/view.ts';
import type { BlindSpot } from '../model/blind-spot.ts';
import type { Offer } from '../model/fact.ts';
import type { Intent, ServiceIntent, Severity, Strategy } from '../model/intent.ts';
import type { Json } from '../model/json.ts';
import type { Trait } from '../model/kind.ts';
import type { Occurrence } from '../model/occurrence.ts';
import type { AttributesOf, KindId, Resource } from '../model/resource.ts';
import { categories, type Category } from '../model/rule-category.ts';
import type { GuardId } from './guards/index.ts';
import type { MakeRemedy } from './remedy.ts';
import type { Verdict } from './verdict.ts';

export { categories, type Category };

/** One text, or one for each strategy in which it is another one; `otherwise` holds for the others. */
export type EffectByStrategy = string | (Readonly<Partial<Record<Strategy, string>>> & { readonly otherwise: string });

export type SeverityByStrategy = Severity | Readonly<Record<Strategy, Severity | 'off'>>;

/** Everything a check may look at. It has no clock and can do no I/O. */
export interface Context {
  readonly intent: Intent;
  readonly graph: EstateView;
  /** The rule's own options from the configuration, already parsed by its schema. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** What every rule says about itself. The rule page, `rules explain`, SARIF and the UI are all printed from this. */
interface Meta {
  /** Folder and file name, and the only name users ever see: data-s3-no-crr lives in rules/data/s3-no-crr.ts. A user's own rule has a namespace before it: acme/data-orders. */
  readonly id: `${Category}-${string}` | `${string}/${Category}-${string}`;
  readonly title: string;
  readonly severity: SeverityByStrategy;
  /** Why it matters, in one or two sentences: what happens in the target region if nothing is done. */
  readonly why: string;
  /** What to do, in order. */
  readonly fix: string;
  /** What it costs to leave the gap open: what it does to RPO and to RTO, or that it does nothing to them and what it costs instead. Numbers stand in one of the links. */
  readonly effect: EffectByStrategy;
  /** Makes the code that closes a gap, for rules whose gaps code can close. */
  readonly remedy?: MakeRemedy;
  readonly links: readonly [`https://${string}`, ...`https://${string}`[]];
  /** Guards that do not apply to it although its category has them. */
  readonly unguarded?: readonly GuardId[];
  /** Options that the configuration may set. */
  readonly options?: z.ZodObject;
}

/**
 * A small estate: the body of a template's Resources, as deployed to the home region us-east-1 and to the target eu-west-1.
 * The example runs through the real template reader, graph and engine; resources of the rule's kind in `home` are its subjects.
 */
export interface EstateExample {
  readonly name?: string;
  readonly home: string;
  readonly target?: string;
  /** Strategy to judge for; warm-standby if not given. */
  readonly strategy?: Strategy;
  /** Target region to judge for; eu-west-1 if not given. */
  readonly targetRegion?: string;
  /** Countries that data may be kept in; nothing is declared if not given. */
  readonly residency?: readonly string[];
  /** Room over what home uses, as a factor; each rule has its own if not given. */
  readonly headroom?: number;
  /** What the configuration says of services; nothing if not given. */
  readonly services?: Readonly<Record<string, Omit<ServiceIntent, 'include'>>>;
  /** What no template can say: offers and blind spots, as a scanner of AWS states them. */
  readonly learned?: readonly (Offer | BlindSpot)[];
  /** What AWS says of resources, beside what the templates declare: a scan of the account adds it to the template's resource of the same ARN. */
  readonly described?: readonly Described[];
}

/** A resource as AWS describes it: the document that its kind's probe makes of the answers. Members that are left out were not asked for. */
export interface Described {
  readonly kind: KindId;
  readonly name: string;
  /** The home region if not given. */
  readonly region?: string;
  /** Needed for kinds whose ARN is not made of the name. */
  readonly arn?: string;
  readonly document: Readonly<Record<string, Json>>;
}

/**
 * Source text in one or more languages that mean the same; each runs through its real front-end. The home is us-east-1 and the target
 * eu-west-1 unless the example says otherwise.
 */
export interface CodeExample {
  readonly name?: string;
  readonly ts?: string;
  readonly py?: string;
  readonly java?: string;
  readonly go?: string;
  readonly hcl?: string;
  readonly yaml?: string;
  readonly sh?: string;
  /** File name that the text pretends to have, where it matters. */
  readonly file?: string;
  readonly home?: readonly string[];
  /** Empty for none named. */
  readonly targets?: readonly string[];
}

interface Examples<E> {
  readonly gap: readonly [E, ...E[]];
  readonly ready: readonly [E, ...E[]];
  readonly unknown?: readonly E[];
  readonly exempt?: readonly E[];
}

/** A resource whose needed attributes are known. */
export type Known<K extends KindId, Need extends PropertyKey> = {
  [Id in K]: Omit<ResourceOf<Id>, 'attributes'> & {
    readonly attributes: ResourceOf<Id>['attributes'] & Readonly<Required<Pick<AttributesOf<Id>, Need & keyof AttributesOf<Id>>>>;
  };
}[K];

type AttributeOf<K extends KindId> = { [Id in K]: keyof AttributesOf<Id> }[K] & string;

interface ResourceRule<K extends KindId, Need extends AttributeOf<K>> extends Meta {
  readonly on: K | readonly K[];
  /** Attributes the check reads. While one is missing the engine answers `unknown` and `check` is not called. */
  readonly needs: readonly Need[];
  readonly examples: Examples<EstateExample>;
  /** Undefined where the resource is none of the rule's business. */
  check(resource: Known<K, Need>, context: Context): Verdict | undefined;
}

interface TraitRule extends Meta {
  /** Resources whose kind has the trait, or every resource. */
  readonly on: { readonly trait: Trait } | 'resource';
  /** CloudFormation types that a rule on every resource is about: it says nothing of any other, and is asked of no other. */
  readonly types?: readonly string[];
  readonly examples: Examples<EstateExample>;
  /** Undefined where the resource is none of the rule's business. */
  check(resource: Resource, context: Context): Verdict | undefined;
}

/** What an estate rule speaks of: a resource id, or a thing that is no resource, such as account/region. */
export interface EstateSubject {
  readonly subject: string;
  readonly title: string;
  /** Resources that the verdict is about, for grouping by service. */
  readonly resources?: readonly string[];
  readonly verdict: Verdict;
}

/** For what no single resource shows: availability of services in use, quotas, overlapping networks. Yields a verdict for each thing it names. */
interface EstateRule extends Meta {
  readonly on: 'estate';
  readonly examples: Examples<EstateExample>;
  check(estate: EstateView, context: Context): Iterable<EstateSubject>;
}

interface CodeRule extends Meta {
  readonly on: 'code';
  readonly examples: Examples<CodeExample>;
  /** Undefined where the occurrence is none of the rule's business. */
  check(occurrence: Occurrence, context: CodeContext): Verdict | undefined;
}

/** Code is judged for every target at once: a finding says in which of them it breaks. */
export interface CodeContext {
  readonly home: readonly string[];
  /** Empty where the user named none: then everything that ties the code to a region counts. */
  readonly targets: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

export type Subject = 'code' | 'estate' | 'resource' | KindId | readonly KindId[] | { readonly trait: Trait };

/** A rule as the engine, the docs and the UI see it: its subject's type is forgotten. */
export interface Rule extends Meta {
  readonly on: Subject;
  readonly types?: readonly string[];
  readonly needs?: readonly string[];
  readonly examples: Examples<EstateExample | CodeExample>;
  check(subject: never, context: never): Verdict | undefined | Iterable<EstateSubject>;
}

export function rule(definition: EstateRule): Rule;
export function rule(definition: CodeRule): Rule;
export function rule(definition: TraitRule): Rule;
export function rule<const K extends KindId, const Need extends AttributeOf<K>>(definition: ResourceRule<K, Need>): Rule;
export function rule(definition: Rule): Rule {
  return definition;
}

export function categoryOf(id: string): Category {
  const named = id.slice(id.indexOf('/') + 1);
  return named.slice(0, named.indexOf('-')) as Category;
}
