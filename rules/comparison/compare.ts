import type { Candidate, Comparison, CriterionId, Part, RoundTrip, StrategyOutcome } from '../../model/comparison.ts';
import { criteria as criterionTitles, criterionIds } from '../../model/comparison.ts';
import { distanceBetween, latencyFromCountry } from '../../model/country.ts';
import type { Strategy } from '../../model/intent.ts';
import { compareText } from '../../model/json.ts';
import { told } from '../../model/reading.ts';
import { latencyBetween, partitionOf, regionOf } from '../../model/region.ts';
import type { Judged } from '../judge.ts';
import { criteria } from './criteria/index.ts';
import type { Known } from './criterion.ts';
import { disqualifiedBecause, residencyOf } from './disqualification.ts';
import { lacksOf } from './lacks.ts';

export interface Compare {
  /** Readinesses of every candidate for every strategy that is compared; of each candidate at least that of `strategy`. */
  readonly readinesses: readonly Judged[];
  readonly home: readonly string[];
  readonly strategy: Strategy;
  readonly today: string;
  readonly tool: string;
  /** Share of the users by country, of any sum. */
  readonly users?: Readonly<Record<string, number>> | undefined;
  readonly weights?: Readonly<Partial<Record<CriterionId, number>>> | undefined;
  /** Price index by region, of any scale. */
  readonly prices?: Readonly<Record<string, number>> | undefined;
  readonly residency?: readonly string[] | undefined;
  /** Service of a resource. */
  readonly serviceOf: (resource: string) => string;
  readonly notes?: readonly string[] | undefined;
}

/** Puts candidate regions side by side and ranks them. Pure: a fold of their readinesses and of the region tables. */
export function compare(input: Compare): Comparison {
  const { readinesses, home, strategy, today, tool, notes = [] } = input;
  const weights = Object.fromEntries(criterionIds.map((id) => [id, input.weights?.[id] ?? criterionTitles[id].weight])) as Record<CriterionId, number>;
  const users = sharesOf(input.users ?? {});
  const byRegion = Map.groupBy(readinesses, ({ intent }) => intent.target);
  const cheapest = Math.min(...[...byRegion.keys()].flatMap((code) => input.prices?.[code] ?? []));
  const candidates = [...byRegion].flatMap(([code, of]) => {
    const readiness = of.find(({ intent }) => intent.strategy === strategy);
    if (readiness === undefined) return [];
    const known: Known = {
      code, region: regionOf(code), readiness, home,
      fromHome: home.map((from) => fromRegion(from, code)),
      fromUsers: Object.entries(users).map(([country, share]) => fromCountry(country, code, share)),
      kilometres: nearestHome(home, code),
      price: input.prices?.[code],
      cheapest: Number.isFinite(cheapest) ? cheapest : undefined,
    };
    return [unranked(known, { of, weights, input })];
  });
  const ranked = candidates.sort((a, b) => a.disqualified.length - b.disqualified.length || (b.points ?? -1) - (a.points ?? -1) || compareText(a.region, b.region));
  return {
    format: 'regionready/comparison', version: 1, tool, home: [...home], strategy, today, users, weights,
    candidates: ranked.map((candidate, index) => ({ ...candidate, rank: index + 1 })),
    notes: [...notes],
  };
}

interface Around {
  readonly of: readonly Judged[];
  readonly weights: Readonly<Record<CriterionId, number>>;
  readonly input: Compare;
}

function unranked(known: Known, { of, weights, input }: Around): Candidate {
  const { code, region, readiness, kilometres, price, fromHome, fromUsers } = known;
  const parts = criterionIds.map((id): Part => {
    const { value, why } = criteria[id].rate(known);
    return { criterion: id, weight: weights[id], why, ...(value === undefined ? {} : { value: rounded(value, 1000) }) };
  });
  const residency = residencyOf(region, input.residency);
  return {
    region: code,
    ...(region === undefined ? {} : { name: region.longName, ...told({ country: region.country, launched: region.launchDate }), ...(region.azIds.length === 0 ? {} : { zones: region.azIds.length }) }),
    ...told({ partition: partitionOf(code)?.id, kilometres, price }),
    optIn: region?.optIn ?? null,
    residency,
    roundTrips: [...fromHome, ...fromUsers],
    lacks: lacksOf(readiness, input.serviceOf),
    strategies: of.map(outcome),
    parts,
    ...pointsOf(parts),
    disqualified: disqualifiedBecause(readiness, { residency, region }),
    rank: 1,
  };
}

function outcome({ intent, status, score, severities, counts, judgements }: Judged): StrategyOutcome {
  const blocking = judgements.filter(({ state, blocking: blocks }) => state === 'gap' && blocks === true).length;
  return { strategy: intent.strategy, status, score, severities, unknown: counts.unknown, blocking };
}

/** Criteria that are not known count neither way; how much is known stands beside the points. */
function pointsOf(parts: readonly Part[]): { readonly points: number | null; readonly known: number } {
  const sum = (of: readonly Part[], term: (part: Part) => number): number => of.reduce((total, part) => total + term(part), 0);
  const all = sum(parts, ({ weight }) => weight);
  const told = parts.filter(({ value }) => value !== undefined);
  const weight = sum(told, (part) => part.weight);
  return { points: weight === 0 ? null : rounded((100 * sum(told, (part) => part.weight * (part.value ?? 0))) / weight, 10), known: all === 0 ? 0 : rounded(weight / all, 1000) };
}

function fromRegion(from: string, to: string): RoundTrip {
  const trip = latencyBetween(from, to);
  return trip === undefined ? { from } : { from, ms: Math.round(trip.ms), basis: trip.measured ? 'measured' : 'estimated' };
}

function fromCountry(from: string, to: string, share: number): RoundTrip {
  const ms = latencyFromCountry(from, to);
  return ms === undefined ? { from, share } : { from, share, ms, basis: 'estimated' };
}

function nearestHome(home: readonly string[], code: string): number | undefined {
  const distances = home.map((from) => distanceBetween(from, code));
  return distances.length === 0 || distances.includes(undefined) ? undefined : Math.min(...distances.map((km) => km ?? 0));
}

function sharesOf(users: Readonly<Record<string, number>>): Record<string, number> {
  const sum = Object.values(users).reduce((total, share) => total + share, 0);
  return Object.fromEntries(Object.entries(users).sort(([a], [b]) => compareText(a, b)).map(([country, share]) => [country, sum === 0 ? 0 : rounded(share / sum, 1000)]));
}

const rounded = (value: number, to: number): number => Math.round(value * to) / to;
