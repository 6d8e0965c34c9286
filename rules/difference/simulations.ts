import type { ChangedOutcome, SimulationDifference } from '../../model/difference.ts';
import { compareText } from '../../model/json.ts';
import { outcomes, type ServiceOutcome, type Simulation, type StoreLoss } from '../../model/simulation.ts';

/** What became of each service and store between two rehearsals of the same loss. */
export function differenceOfSimulations(before: Simulation, after: Simulation): SimulationDifference {
  return {
    format: 'regionready/difference', version: 1, of: 'simulation',
    lost: after.lost,
    services: paired(before.services, after.services).flatMap(([was, is]) => serviceChange(was, is)).sort(byNews),
    stores: paired(before.stores, after.stores).flatMap(([was, is]) => storeChange(was, is)),
    silent: {
      added: only(after, before),
      removed: only(before, after),
    },
    notes: before.strategy === after.strategy ? [] : [`The strategy changed from ${before.strategy} to ${after.strategy}.`],
  };
}

/** Members of both lists by id, in canonical order. */
function paired<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): [T | undefined, T | undefined][] {
  const [was, is] = [new Map(before.map((each) => [each.id, each])), new Map(after.map((each) => [each.id, each]))];
  return [...new Set([...was.keys(), ...is.keys()])].sort(compareText).map((id) => [was.get(id), is.get(id)]);
}

function serviceChange(was: ServiceOutcome | undefined, is: ServiceOutcome | undefined): ChangedOutcome[] {
  const id = (is ?? was)?.id ?? '';
  if (was === undefined || is === undefined) return [{ id, change: was === undefined ? 'new' : 'gone', ...(was === undefined ? {} : { before: was.outcome }), ...(is === undefined ? {} : { after: is.outcome }), causes: is?.why ?? [] }];
  const rank = outcomes.indexOf(is.outcome) - outcomes.indexOf(was.outcome);
  const time = slower(was, is);
  if (rank === 0 && time === 0) return [];
  const causes = [
    ...is.why.filter((reason) => !was.why.includes(reason)),
    ...was.why.filter((reason) => !is.why.includes(reason)).map((reason) => `no more: ${reason}`),
    ...(was.rto.seconds === is.rto.seconds ? [] : [`time to be back: ${secondsText(was.rto.seconds)} → ${secondsText(is.rto.seconds)}`]),
    ...(was.rpo.seconds === is.rpo.seconds ? [] : [`data lost: ${secondsText(was.rpo.seconds)} → ${secondsText(is.rpo.seconds)}`]),
  ];
  return [{ id, change: rank < 0 || (rank === 0 && time > 0) ? 'worse' : 'better', before: was.outcome, after: is.outcome, causes }];
}

/** Above zero where a service is back later, or loses more. */
function slower(was: ServiceOutcome, is: ServiceOutcome): number {
  const value = (seconds: number | null): number => seconds ?? Number.MAX_SAFE_INTEGER;
  return Math.sign(value(is.rto.seconds) - value(was.rto.seconds)) || Math.sign(value(is.rpo.seconds) - value(was.rpo.seconds));
}

function storeChange(was: StoreLoss | undefined, is: StoreLoss | undefined): SimulationDifference['stores'] {
  const { id = '', title = '' } = is ?? was ?? {};
  return was?.state === is?.state ? [] : [{ id, title, ...(was === undefined ? {} : { before: was.state }), ...(is === undefined ? {} : { after: is.state }) }];
}

function only(of: Simulation, not: Simulation): string[] {
  const known = new Set(not.silent.map(({ service, what }) => `${service}: ${what}`));
  return [...new Set(of.silent.map(({ service, what }) => `${service}: ${what}`))].filter((text) => !known.has(text)).sort(compareText);
}

const secondsText = (seconds: number | null): string => (seconds === null ? 'no end' : `${seconds} s`);

const order = ['worse', 'new', 'better', 'gone'] as const;

function byNews(a: ChangedOutcome, b: ChangedOutcome): number {
  return order.indexOf(a.change) - order.indexOf(b.change) || compareText(a.id, b.id);
}

/** Simulations of the same loss with each other. */
export function differencesByLoss(before: readonly Simulation[], after: readonly Simulation[]): SimulationDifference[] {
  const key = ({ lost }: Simulation): string => JSON.stringify(lost);
  return after.flatMap((now) => {
    const old = before.find((each) => key(each) === key(now));
    return old === undefined ? [] : [differenceOfSimulations(old, now)];
  });
}
