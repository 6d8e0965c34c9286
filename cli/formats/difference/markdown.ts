import type { ChangedVerdict, Difference, ReadinessDifference, SimulationDifference, SnapshotDifference } from '../../../model/difference.ts';
import { markdownText } from '../escape.ts';
import { lostText } from '../simulation/words.ts';
import { counted } from '../words.ts';
import type { DifferenceFormat } from './index.ts';
import { byChange, changeSigns, changeWords, countsText, progressText, resourceSigns, valueText, verdictText } from './words.ts';

/** Rows of one kind; GitHub cuts comments at 65,536 characters. */
const most = 60;

export const differenceMarkdown: DifferenceFormat = (differences) => differences.map((difference) => pageOf(difference)).join('\n---\n\n');

function pageOf(difference: Difference): string {
  switch (difference.of) {
    case 'readiness':
      return readinessMarkdown(difference);
    case 'snapshot':
      return snapshotPage(difference);
    case 'simulation':
      return simulationPage(difference);
  }
}

function simulationPage({ lost, services, stores, silent, notes }: SimulationDifference): string {
  return `${[
    `## What changed without ${markdownText(lostText({ lost }))}`,
    '',
    ...(services.length === 0 ? ['No service fares otherwise.'] : services.map(({ id, change, before, after, causes }) => `- ${changeSigns[change]} **${markdownText(id)}** ${before ?? 'new'} → ${after ?? 'gone'}${causes.length === 0 ? '' : `: ${markdownText(causes.slice(0, 4).join('; '))}`}`)),
    ...stores.map(({ title, before, after }) => `- Data of ${markdownText(title)}: ${before ?? 'new'} → ${after ?? 'not lost any more'}`),
    ...silent.added.slice(0, most).map((what) => `- Points there now: ${markdownText(what)}`),
    ...silent.removed.slice(0, most).map((what) => `- Points there no more: ${markdownText(what)}`),
    '',
    ...notes.map((note) => `<sub>${markdownText(note)}</sub>\n`),
  ].join('\n').trimEnd()}\n`;
}

/** What changed between two judgements; `audit --since` prints it too. */
export function readinessMarkdown(difference: ReadinessDifference): string {
  const { home, target, before, services, notes } = difference;
  return `${[
    `## What changed for ${markdownText(`${home.join(', ')} → ${target}`)} since ${before.today}`,
    '',
    markdownText(progressText(difference)),
    '',
    ...(services.length === 0 ? [] : ['| Service | Before | Now |', '|---|---|---|', ...services.slice(0, most).map(({ id, before: was, after: is }) => `| ${markdownText(id)} | ${was ?? 'new'} | ${is ?? 'gone'} |`), '']),
    ...byChange(difference).flatMap(([change, verdicts]) => [
      `<details${change === 'new' || change === 'worse' ? ' open' : ''}><summary><b>${changeWords[change].title}</b> (${counted(verdicts.length, 'verdict')})</summary>`,
      '',
      ...verdicts.slice(0, most).map(item),
      ...(verdicts.length > most ? [`- … and ${verdicts.length - most} more`] : []),
      '',
      '</details>',
      '',
    ]),
    ...(difference.verdicts.length === 0 ? ['No verdict changed.', ''] : []),
    ...notes.map((note) => `<sub>${markdownText(note)}</sub>\n`),
  ].join('\n').trimEnd()}\n`;
}

const item = (verdict: ChangedVerdict): string => `- ${changeWords[verdict.change].sign} **${markdownText(verdictText(verdict))}**${verdict.causes.length === 0 ? '' : `: ${markdownText(verdict.causes.slice(0, 3).join('; '))}`}`;

function snapshotPage(difference: SnapshotDifference): string {
  const { resources, blindSpots } = difference;
  return `${[
    '## What changed in the estate',
    '',
    markdownText(countsText(difference)),
    '',
    ...resources.slice(0, 5 * most).flatMap(({ change, resourceType, name, region, values, unseen }) => [
      `- ${resourceSigns[change]} ${change} **${markdownText(name)}** ${markdownText(resourceType)}${region === undefined ? '' : ` in ${markdownText(region)}`}${unseen === true ? ' (perhaps only unseen: there are blind spots)' : ''}`,
      ...values.slice(0, 6).map((value) => `  - ${markdownText(valueText(value))}`),
    ]),
    ...(resources.length > 5 * most ? [`- … and ${resources.length - 5 * most} more`] : []),
    '',
    ...blindSpots.added.map((spot) => `- New blind spot: ${markdownText(spot)}`),
    ...blindSpots.removed.map((spot) => `- Seen again: ${markdownText(spot)}`),
  ].join('\n').trimEnd()}\n`;
}
