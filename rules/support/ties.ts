import { peers } from '../../graph/queries/peer.ts';
import type { Resource } from '../../model/resource.ts';
import { hasSymbol } from '../../model/symbol.ts';
import type { Context } from '../rule.ts';
import { gap, ready, unknown, type Verdict } from '../verdict.ts';
import { listed } from './list.ts';
import { placeOf } from './places.ts';
import { isZoneOf } from './zones.ts';

/** Something of its own region that a resource's configuration names. */
export interface Tie {
  /** What it is: "security group", "log group". */
  readonly what: string;
  readonly to: string;
  /** CloudFormation type, for bare names. */
  readonly type?: string;
}

/** One tie for each of the values that are told. */
export function ties(what: string, to: string | readonly (string | undefined)[] | undefined, type?: string): Tie[] {
  const all = typeof to === 'string' ? [to] : (to ?? []);
  return all.flatMap((each) => (each === undefined ? [] : [{ what, to: each, ...(type === undefined ? {} : { type }) }]));
}

/** Ids that a region gives out: no other region knows them. */
const regionalId = /^(?:ami|cr|eipalloc|eni|fs|fsap|h|igw|lt|pl|rtb|sg|snap|subnet|svc|tgw|vol|vpc|vgw)-[0-9a-z]{8,}$/;

interface Read {
  /** The counterpart that names it. */
  readonly from: Resource;
  /** What the resource at home names. */
  readonly sameAtHome: ReadonlySet<string>;
}

/** Whether what the resource names is in a home region, or means nothing outside of it. */
function leadsHome({ what, to, type }: Tie, { from, sameAtHome }: Read, { intent: { home, target }, graph }: Context): boolean {
  if (what === 'region') return home.includes(to) && to !== target;
  if (isZoneOf(to, home)) return true;
  const { region, resource } = placeOf(graph, to, { from, ...(type === undefined ? {} : { type }) });
  if (region !== undefined && region !== 'global') return home.includes(region) && region !== target;
  return resource === undefined && regionalId.test(to) && sameAtHome.has(to);
}

/** Whether the value fits one region only. What merely has the home region in it may follow the region of the stack. */
const isFixed = ({ to }: Tie, { home }: Context['intent']): boolean => regionalId.test(to) || isZoneOf(to, home);

/**
 * Whether the counterpart in the target names things of the home region. A resource that spells such things out and has no counterpart yet
 * is unknown: what will be named there nobody told.
 */
export function judgeTies(resource: Resource, tiesOf: (resource: Resource) => readonly Tie[], context: Context): Verdict {
  const { intent, graph } = context;
  const own = tiesOf(resource);
  const peer = peers(graph, resource, intent.target)[0]?.resource;
  if (peer === undefined) {
    const fixed = own.filter((tie) => isFixed(tie, intent));
    if (fixed.length === 0) return ready();
    return unknown(`${resource.name} names ${inWords(fixed)}, which ${intent.target} does not know; what it is to name there nobody told us.`, { ask: 'The template as it is deployed to the target region, or parameters in place of these values.' });
  }
  const read = { from: peer, sameAtHome: new Set(own.map(({ to }) => to)) };
  const stuck = tiesOf(peer).filter((tie) => leadsHome(tie, read, context));
  return stuck.length === 0 ? ready() : gap(`${peer.name} in ${intent.target} names ${inWords(stuck)}, which ${intent.target} does not have.`);
}

/** Ids and names are shown, symbols are not: they are no words. */
function inWords(all: readonly Tie[]): string {
  const names = [...new Set(all.map(({ what, to }) => (hasSymbol(to) ? `a ${what} of the home region` : `the ${what} ${to}`)))];
  return names.length <= 4 ? listed(names) : `${listed(names.slice(0, 4))} (and ${names.length - 4} more)`;
}
