import type { Candidate, Comparison } from '../../../model/comparison.ts';
import { csvCell } from '../escape.ts';
import { lackCounts, roundTripText } from './words.ts';
import type { ComparisonFormat } from './index.ts';

const columns: Readonly<Record<string, (candidate: Candidate, comparison: Comparison) => string | number | undefined>> = {
  rank: ({ rank }) => rank,
  region: ({ region }) => region,
  name: ({ name }) => name,
  country: ({ country }) => country,
  points: ({ points }) => points ?? undefined,
  known: ({ known }) => known,
  disqualified: ({ disqualified }) => disqualified.join(' '),
  opt_in: ({ optIn }) => (optIn === null ? undefined : String(optIn)),
  zones: ({ zones }) => zones,
  kilometres: ({ kilometres }) => kilometres,
  residency: ({ residency }) => residency,
  price: ({ price }) => price,
  missing: ({ lacks }) => lackCounts(lacks).missing,
  not_told: ({ lacks }) => lackCounts(lacks).untold,
  round_trips: ({ roundTrips }) => roundTrips.map(roundTripText).join('; '),
  status: ({ strategies }, { strategy }) => strategies.find((each) => each.strategy === strategy)?.status,
};

export const comparisonCsv: ComparisonFormat = function* (comparison) {
  yield `${Object.keys(columns).join(',')}\r\n`;
  for (const candidate of comparison.candidates) yield `${Object.values(columns).map((cell) => csvCell(String(cell(candidate, comparison) ?? ''))).join(',')}\r\n`;
};
