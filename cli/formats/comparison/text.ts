import type { Candidate, Comparison } from '../../../model/comparison.ts';
import { strategyTitles } from '../../../model/intent.ts';
import { terminalText } from '../escape.ts';
import type { FormatContext } from '../format.ts';
import { table } from '../table.ts';
import { indented } from '../terminal.ts';
import { counted, severityCounts, statusWords } from '../words.ts';
import type { ComparisonFormat } from './index.ts';
import { accessText, lacksText, lackText, partText, pointsText, roundTripText } from './words.ts';

/** Candidates that are explained; the others are in the table. */
const explained = 3;
const mostLacks = 8;

export const comparisonText: ComparisonFormat = (comparison, context) => {
  const { home, strategy, candidates, notes } = comparison;
  const open = candidates.filter(({ disqualified }) => disqualified.length === 0);
  const lead = context.paint('bold', `${home.join(', ')} → ? ${strategyTitles[strategy]}: ${counted(candidates.length, 'candidate')}, ${open.length} of them possible`);
  const more = open.length > explained ? [`The reasons of the other ${open.length - explained} are in the JSON and Markdown formats.`, ''] : [];
  const said = context.quiet ? [] : [...open.slice(0, explained).flatMap((candidate) => reasons(candidate, context)), ...more, ...disqualified(candidates, context), ...notes.map((note) => `Note: ${terminalText(note)}`)];
  return `${[lead, '', ...overview(comparison, context), '', ...said].join('\n').trimEnd()}\n`;
};

function overview({ candidates, strategy }: Comparison, { columns, paint }: FormatContext): string[] {
  const rows = candidates.map(({ rank, region, name = '', points, known, optIn, zones, lacks, roundTrips, strategies, disqualified: against }) => {
    const at = strategies.find((each) => each.strategy === strategy);
    const trip = roundTrips[0];
    return [
      against.length > 0 ? '–' : String(rank), region, terminalText(name), points === null ? 'none' : points.toFixed(1), `${Math.round(known * 100)} %`, at === undefined ? '' : `${statusWords[at.status].sign} ${at.status}`,
      lacksText(lacks), trip?.ms === undefined ? '?' : `${trip.basis === 'estimated' ? '~' : ''}${trip.ms} ms`, zones === undefined ? '?' : String(zones), accessText({ optIn }),
    ];
  });
  const [head = '', ...lines] = table(
    [
      { title: '', right: true }, { title: 'Region' }, { title: 'Name', shrink: true, drop: 2 }, { title: 'Points', right: true }, { title: 'Known', right: true, drop: 1 }, { title: 'Today' },
      { title: 'Lacks' }, { title: 'From home', right: true }, { title: 'Zones', right: true, drop: 3 }, { title: 'Accounts', drop: 4 },
    ],
    rows,
    columns,
  );
  return [paint('dim', head), ...lines];
}

function reasons(candidate: Candidate, { paint, columns }: FormatContext): string[] {
  const { rank, region, name, parts, roundTrips, lacks, strategies } = candidate;
  const line = (text: string, first = '  ', rest = '    '): string[] => indented(terminalText(text), columns, { first, rest });
  const untold = lacks.length > mostLacks ? [`    … and ${lacks.length - mostLacks} more`] : [];
  return [
    paint('bold', `${rank}. ${region}${name === undefined ? '' : ` ${terminalText(name)}`}: ${pointsText(candidate)} points`),
    ...parts.filter(({ weight }) => weight > 0).flatMap((part) => line(partText(part))),
    ...(roundTrips.length > 1 ? line(`Round trips: ${roundTrips.map(roundTripText).join('; ')}`) : []),
    ...strategies.flatMap(({ strategy, status, score, severities, unknown }) =>
      line(`${strategyTitles[strategy]}: ${statusWords[status].sign} ${status}, ${score.percent ?? 'no'} % ready, ${severityCounts(severities) || 'no gaps'}${unknown > 0 ? `, ${unknown} unknown` : ''}`)),
    ...(lacks.length === 0 ? [] : ['  What it lacks, and what nobody told:', ...lacks.slice(0, mostLacks).flatMap((lack) => line(lackText(lack), lack.state === 'gap' ? '    ✖ ' : '    ? ', '      ')), ...untold]),
    '',
  ];
}

function disqualified(candidates: readonly Candidate[], { paint, columns }: FormatContext): string[] {
  const against = candidates.filter((candidate) => candidate.disqualified.length > 0);
  if (against.length === 0) return [];
  return [paint('bold', 'Not possible'), ...against.flatMap(({ region, disqualified: because }) => indented(terminalText(`${region}: ${because.slice(0, 3).join(' ')}${because.length > 3 ? ` And ${because.length - 3} more reasons.` : ''}`), columns, { first: '  ', rest: '    ' })), ''];
}
