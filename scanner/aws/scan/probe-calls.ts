import type { Kind } from '../../../model/kind.ts';
import { kinds } from '../../../model/kinds/index.ts';
import type { Detail, Probe } from '../probe.ts';
import { scannedRegions, type Context } from './context.ts';
import { expected, listCalls, type Expected } from './expected.ts';
import type { At } from './knowledge.ts';

/** Elements that a second step follows for one resource: add-ons of a cluster, mount targets of a file system. */
const followed = 10;

/** Calls of a probe at a place, by what the inventories have counted there. */
export function probeCalls(probe: Probe, at: At, context: Context): Expected {
  const { lists, rounds = 1, margin = 0 } = probe;
  const places = placesOf(probe, at, context);
  const own = counted(probe.kind, places, context);
  const around = (probe.within ?? []).map((kind) => counted(kind, places, context));
  const one = detailCalls(probe, context);
  // Each step of a list that takes several is asked once for each resource that it is about, at most.
  const steps = around.reduce((sum, { total }) => sum + total, own.total);
  const listing = lists.length === 1 ? rounds * listCalls(own.total) : lists.length * (rounds - 1 + Math.max(1, steps));
  const known = context.knowledge.known(at, probe.kind);
  const least = rounds + known.reduce((sum, arn) => sum + neededDetails(probe, context).filter(({ answers }) => answers.every((name) => context.knowledge.told(arn)?.has(name) !== true)).length, 0);
  const isSure = [own, ...around].every(({ sure }) => sure);
  return expected(least, listing + margin + own.total * one, isSure ? undefined : { what: probe.kind, callsForEach: one + lists.length });
}

/** Where what a probe finds is counted: a global kind in every region of the account. */
function placesOf({ global }: Probe, at: At, context: Context): At[] {
  return global === true ? [...scannedRegions(context, at.account), 'global'].map((region) => ({ account: at.account, region })) : [at];
}

interface Count {
  readonly total: number;
  /** Whether an inventory has counted the kind in every one of the places. */
  readonly sure: boolean;
}

/** Resources of a kind, as AWS Config or Resource Explorer counts them. Explorer does not say which types it leaves out: it is believed where it names one. */
function counted(kind: string, places: readonly At[], { knowledge, supported }: Context): Count {
  const { names } = kinds[kind as keyof typeof kinds] as Kind;
  const types = [names.cloudformation, ...(names.also ?? []), ...(names.config === undefined ? [] : [names.config])].filter((type) => supported?.has(type) === true);
  const inConfig = (at: At): number => types.reduce((sum, type) => sum + (knowledge.census(at)?.get(type) ?? 0), 0);
  const total = places.reduce((sum, at) => sum + Math.max(inConfig(at), knowledge.known(at, kind).length), 0);
  const isRecorded = (at: At): boolean => types.length > 0 && types.every((type) => knowledge.recorded(at, type)) && knowledge.census(at) !== undefined;
  return { total, sure: places.every((at) => at.region === 'global' || isRecorded(at) || (total > 0 && knowledge.explored(at))) };
}

function neededDetails({ kind, details = {} }: Probe, { wanted }: Context): Detail[] {
  const names = wanted(kind) ?? new Set<string>();
  return Object.values(details).filter(({ answers }) => answers.some((name) => names.has(name)));
}

/** Calls that one resource takes at most: tags are asked for where no inventory tells them. */
function detailCalls({ kind, details = {} }: Probe, { wanted }: Context): number {
  const names = wanted(kind) ?? new Set<string>();
  return Object.values(details).filter(({ answers }) => answers.some((name) => name === 'tags' || names.has(name))).reduce((sum, { each }) => sum + 1 + (each === undefined ? 0 : followed), 0);
}
