import { blindSpotReasons, type BlindSpot } from '../../../model/blind-spot.ts';
import type { Readiness } from '../../../model/readiness.ts';
import { sourceLabel } from '../../../model/source.ts';
import { terminalText } from '../escape.ts';
import type { FormatContext } from '../format.ts';
import { indented } from '../terminal.ts';
import { counted, grouped } from '../words.ts';

const mostTypes = 6;
const mostSpots = 3;

/** What was looked at, what was not, and what was assumed. */
export function coverageSection({ coverage, blindSpots, notes }: Readiness, { paint, columns }: FormatContext): string[] {
  const { resources, judged, outside, byType, byRegion = {}, byAccount = {}, looked, edges, dangling } = coverage;
  const line = (label: string, value: string): string[] => indented(value, columns, { first: `  ${label.padEnd(10)}` });
  return [
    paint('bold', 'What was looked at'),
    ...line('Resources', [`${counted(resources, 'resource')}, ${grouped(judged)} judged by a rule`, ...(outside > 0 ? [`${grouped(outside)} outside home and target`] : []), counted(edges, 'dependency', 'dependencies'), ...(dangling > 0 ? [`${grouped(dangling)} to something that is not in the estate`] : [])].join(', ')),
    ...(Object.keys(byType).length === 0 ? [] : line('Types', mostOf(byType))),
    ...(Object.keys(byRegion).length === 0 ? [] : line('Regions', mostOf(byRegion))),
    ...(Object.keys(byAccount).length === 0 ? [] : line('Accounts', mostOf(byAccount))),
    ...(Object.keys(looked).length === 0 ? [] : line('Read', lookedText(looked))),
    ...blindSpotLines(blindSpots, { paint, columns }),
    ...notes.flatMap((note, index) => indented(terminalText(note), columns, { first: `  ${(index === 0 ? 'Notes' : '').padEnd(10)}` })),
  ];
}

/** The largest counts, the others by their number. */
function mostOf(counts: Readonly<Record<string, number>>): string {
  const all = Object.entries(counts).sort(([, a], [, b]) => b - a);
  const named = all.slice(0, mostTypes).map(([what, count]) => `${terminalText(what)} ${grouped(count)}`);
  return `${named.join(', ')}${all.length > mostTypes ? `, … ${all.length - mostTypes} more` : ''}`;
}

export function lookedText(looked: Readonly<Record<string, number>>): string {
  return Object.entries(looked).map(([what, count]) => `${terminalText(what)} ${grouped(count)}`).join(', ');
}

/** Blind spots by reason; the first few of each in words. */
export function blindSpotLines(spots: readonly BlindSpot[], { paint, columns }: Pick<FormatContext, 'paint' | 'columns'>): string[] {
  const byReason = Map.groupBy(spots, ({ reason }) => reason);
  return Array.from(byReason, ([reason, own]) => [
    ...indented(`${blindSpotReasons[reason]}: ${counted(own.length, 'blind spot')}`, columns, { first: `  ${paint('magenta', '?')} ` }),
    ...own.slice(0, mostSpots).flatMap((spot) => spotLines(spot, columns)),
    ...(own.length > mostSpots ? [`    … and ${own.length - mostSpots} more`] : []),
  ]).flat();
}

function spotLines(spot: BlindSpot, columns: number): string[] {
  const where = spot.source.file === undefined ? [spot.account, spot.region].filter((each) => each !== undefined).join(' ') : sourceLabel(spot.source);
  const place = where === '' ? '' : ` (${where})`;
  const remedy = spot.remedy === undefined ? [] : indented(`Would open it: ${terminalText(spot.remedy)}`, columns, { first: '      ' });
  return [...indented(terminalText(`${spot.asked}: ${spot.message}${place}`), columns, { first: '    • ' }), ...remedy];
}
