import { criteria, type Candidate, type Lack, type Part, type RoundTrip } from '../../../model/comparison.ts';
import { countryName, isCountry } from '../../../model/country.ts';
import { counted } from '../words.ts';

/** 84 ms from us-east-1 (measured); about 32 ms from Germany (60 % of the users, estimated). */
export function roundTripText({ from, ms, basis, share }: RoundTrip): string {
  const who = share === undefined || !isCountry(from) ? from : countryName(from);
  const part = share === undefined ? [] : [`${Math.round(share * 100)} % of the users`];
  if (ms === undefined) return `nobody told us from ${who}`;
  return `${basis === 'estimated' ? 'about ' : ''}${ms} ms from ${who} (${[...part, basis ?? 'measured'].join(', ')})`;
}

/** What is missing, and what nobody told. */
export function lackCounts(lacks: readonly Lack[]): { readonly missing: number; readonly untold: number } {
  const missing = lacks.filter(({ state }) => state === 'gap').length;
  return { missing, untold: lacks.length - missing };
}

export function pointsText({ points, known }: Pick<Candidate, 'points' | 'known'>): string {
  if (points === null) return 'none';
  return known === 1 ? points.toFixed(1) : `${points.toFixed(1)} (${Math.round(known * 100)} % known)`;
}

/** offer 5 × 0.95: 19 of 20 services … */
export function partText({ criterion, weight, value, why }: Part): string {
  return `${criteria[criterion].title}: ${value === undefined ? 'not known, does not count' : `${weight} × ${value.toFixed(2)}`}, ${why}`;
}

export function accessText({ optIn }: Pick<Candidate, 'optIn'>): string {
  return optIn === null ? 'not told' : optIn ? 'opt-in' : 'default';
}

export function lacksText(lacks: readonly Lack[]): string {
  const { missing, untold } = lackCounts(lacks);
  return missing + untold === 0 ? 'nothing' : [...(missing > 0 ? [`${missing} missing`] : []), ...(untold > 0 ? [`${untold} not told`] : [])].join(', ');
}

/** One lack and whom it concerns. */
export function lackText({ message, resources, services }: Lack): string {
  const whom = services.slice(0, 4).join(', ') + (services.length > 4 ? ` and ${services.length - 4} more` : '');
  return resources === 0 ? message : `${message} ${counted(resources, 'resource')} of ${whom}.`;
}
