import type { ChangedVerdict, Difference, ReadinessDifference, SimulationDifference, SnapshotDifference } from '../../../model/difference.ts';
import { terminalText } from '../escape.ts';
import type { FormatContext } from '../format.ts';
import { indented } from '../terminal.ts';
import { lostText } from '../simulation/words.ts';
import { counted } from '../words.ts';
import type { DifferenceFormat } from './index.ts';
import { byChange, changeSigns, changeWords, countsText, progressText, resourceSigns, valueText, verdictText } from './words.ts';

/** Entries of one kind that are printed; the rest is counted. */
const most = 20;

export const differenceText: DifferenceFormat = (differences, context) =>
  differences.map((difference) => `${linesOf(difference, context).join('\n')}\n`).join('\n');

function linesOf(difference: Difference, context: FormatContext): string[] {
  switch (difference.of) {
    case 'readiness':
      return readinessLines(difference, context);
    case 'snapshot':
      return snapshotLines(difference, context);
    case 'simulation':
      return simulationLines(difference, context);
  }
}

/** What changed between two judgements; `audit --since` prints it too. */
export function readinessLines(difference: ReadinessDifference, context: FormatContext): string[] {
  const { home, target, before, services, notes } = difference;
  const { paint, columns, quiet } = context;
  const moved = services.map(({ id, before: was, after: is }) => `${terminalText(id)}: ${was ?? 'new'} → ${is ?? 'gone'}`);
  return [
    paint('bold', `What changed for ${home.join(', ')} → ${target} since ${before.today}`),
    ...indented(progressText(difference), columns, { first: '  ' }),
    ...(quiet || moved.length === 0 ? [] : indented(`Services: ${moved.slice(0, most).join('; ')}${moved.length > most ? ` and ${moved.length - most} more` : ''}`, columns, { first: '  ', rest: '    ' })),
    ...byChange(difference).flatMap(([change, verdicts]) => [
      '',
      `  ${paint('bold', changeWords[change].title)}  ${paint('dim', counted(verdicts.length, 'verdict'))}`,
      ...verdicts.slice(0, most).flatMap((verdict) => verdictLines(verdict, context)),
      ...(verdicts.length > most ? [`    … and ${verdicts.length - most} more: --format json or markdown prints all`] : []),
    ]),
    ...(difference.verdicts.length === 0 ? ['  No verdict changed.'] : []),
    ...notes.map((note) => `  Note: ${terminalText(note)}`),
  ];
}

function verdictLines(verdict: ChangedVerdict, { columns }: FormatContext): string[] {
  return [
    ...indented(terminalText(verdictText(verdict)), columns, { first: `    ${changeWords[verdict.change].sign} `, rest: '      ' }),
    ...verdict.causes.slice(0, 3).flatMap((cause) => indented(terminalText(cause), columns, { first: '      ' })),
  ];
}

function simulationLines({ lost, services, stores, silent, notes }: SimulationDifference, { paint, columns, quiet }: FormatContext): string[] {
  const line = (text: string, first: string): string[] => indented(terminalText(text), columns, { first });
  return [
    paint('bold', `What changed without ${lostText({ lost })}`),
    ...(services.length === 0 ? ['  No service fares otherwise.'] : services.flatMap(({ id, change, before, after, causes }) => [...line(`${id}: ${before ?? 'new'} → ${after ?? 'gone'} (${change})`, `  ${changeSigns[change]} `), ...(quiet ? [] : causes.slice(0, 4).flatMap((cause) => line(cause, '      ')))])),
    ...(quiet ? [] : [...stores.flatMap(({ title, before, after }) => line(`${title}: ${before ?? 'new'} → ${after ?? 'not lost any more'}`, '  Data: ')), ...silent.added.slice(0, most).flatMap((what) => line(what, '  Points there now: ')), ...silent.removed.slice(0, most).flatMap((what) => line(what, '  Points there no more: '))]),
    ...notes.map((note) => `  Note: ${terminalText(note)}`),
  ];
}

function snapshotLines(difference: SnapshotDifference, { paint, columns, quiet }: FormatContext): string[] {
  const { resources, blindSpots } = difference;
  const line = (text: string, first: string): string[] => indented(terminalText(text), columns, { first });
  return [
    paint('bold', 'What changed in the estate'),
    ...line(countsText(difference), '  '),
    ...[...Map.groupBy(resources, ({ change }) => change)].flatMap(([change, of]) => [
      '',
      `  ${paint('bold', change)}  ${paint('dim', counted(of.length, 'resource'))}`,
      ...of.slice(0, most).flatMap(({ resourceType, name, region, values, unseen }) => [
        ...line(`${resourceType} ${name}${region === undefined ? '' : ` (${region})`}${unseen === true ? ', perhaps only unseen: there are blind spots' : ''}`, `    ${resourceSigns[change]} `),
        ...(quiet ? [] : values.slice(0, 6).flatMap((value) => line(valueText(value), '        '))),
        ...(quiet || values.length <= 6 ? [] : [`        … and ${values.length - 6} more`]),
      ]),
      ...(of.length > most ? [`    … and ${of.length - most} more: --format json prints all`] : []),
    ]),
    ...(quiet ? [] : [...blindSpots.added.flatMap((spot) => line(`New blind spot: ${spot}`, '  ')), ...blindSpots.removed.flatMap((spot) => line(`Seen again: ${spot}`, '  '))]),
  ];
}
