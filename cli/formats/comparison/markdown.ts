import type { Candidate, Comparison } from '../../../model/comparison.ts';
import { countryName } from '../../../model/country.ts';
import { strategyTitles } from '../../../model/intent.ts';
import { markdownText } from '../escape.ts';
import { severityCounts, statusWords } from '../words.ts';
import type { ComparisonFormat } from './index.ts';
import { accessText, lacksText, lackText, partText, pointsText, roundTripText } from './words.ts';

export const comparisonMarkdown: ComparisonFormat = (comparison, { quiet }) => {
  const { home, strategy, today, candidates, notes } = comparison;
  return [
    `## Candidates for ${markdownText(home.join(', '))}: ${strategyTitles[strategy].toLowerCase()}`,
    '',
    `As of ${today}. Points are 100 × the sum of weight × value over the sum of the weights that are known; a criterion that is not known does not count. Weights: ${weightsText(comparison)}.`,
    '',
    '| | Region | Country | Points | Today | Lacks | From home | Zones | Accounts |',
    '|---|---|---|---|---|---|---|---|---|',
    ...candidates.map((candidate) => row(candidate, comparison)),
    '',
    ...(quiet ? [] : candidates.flatMap(section)),
    ...notes.map((note) => `<sub>${markdownText(note)}</sub>\n`),
  ].join('\n');
};

const weightsText = ({ weights }: Comparison): string => Object.entries(weights).map(([id, weight]) => `${id} ${weight}`).join(', ');

function row(candidate: Candidate, { strategy }: Comparison): string {
  const { rank, region, name = '', country, lacks, roundTrips, zones, optIn, strategies, disqualified } = candidate;
  const status = strategies.find((each) => each.strategy === strategy)?.status;
  const cells = [
    disqualified.length > 0 ? '–' : String(rank), `${region} ${name}`, country === undefined ? '?' : countryName(country), disqualified.length > 0 ? 'not possible' : pointsText(candidate),
    status === undefined ? '' : `${statusWords[status].sign} ${status}`, lacksText(lacks), roundTrips[0]?.ms === undefined ? '?' : `${roundTrips[0].ms} ms, ${roundTrips[0].basis}`, String(zones ?? '?'), accessText({ optIn }),
  ];
  return `| ${cells.map(markdownText).join(' | ')} |`;
}

function section({ region, parts, roundTrips, lacks, strategies, disqualified }: Candidate): string[] {
  const item = (text: string): string => `- ${markdownText(text)}`;
  return [
    `<details><summary>${markdownText(region)}</summary>`,
    '',
    ...disqualified.map((because) => item(`Not possible: ${because}`)),
    ...parts.filter(({ weight }) => weight > 0).map((part) => item(partText(part))),
    ...roundTrips.map((trip) => item(`Round trip: ${roundTripText(trip)}`)),
    ...strategies.map(({ strategy, status, score, severities, unknown }) => item(`${strategyTitles[strategy]}: ${status}, ${score.percent ?? 'no'} % ready, ${severityCounts(severities) || 'no gaps'}, ${unknown} unknown`)),
    ...lacks.map((lack) => item(`${lack.state === 'gap' ? 'Missing' : 'Not told'}: ${lackText(lack)}`)),
    '',
    '</details>',
    '',
  ];
}
