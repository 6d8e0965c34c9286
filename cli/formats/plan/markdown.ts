import { durationText } from '../../../model/duration.ts';
import { strategyTitles } from '../../../model/intent.ts';
import { approachTitles, type PlannedService } from '../../../model/plan.ts';
import { markdownText } from '../escape.ts';
import type { PlanFormat } from './index.ts';

/** A runbook: what is decided and why, then a checklist for each service. */
export const planMarkdown: PlanFormat = ({ goal, home, target, strategy, today, foundations, waves, services, debt, constraints, notes }) =>
  `${[
    `# ${markdownText(`${home.join(', ')} → ${target}`)}`,
    '',
    `${goal === 'move' ? 'Everything moves; home is given up' : 'The target joins; home stays'}. ${strategyTitles[strategy]}. As of ${today}.`,
    '',
    '| Wave | Days | Services |',
    '|---|---|---|',
    ...waves.map(({ number, starts, ends, groups }) => `| ${number === 0 ? 'Foundations' : number} | ${starts} to ${ends} | ${groups.map((group) => markdownText(group.join(' + '))).join(', ')} |`),
    '',
    '## Foundations',
    '',
    ...(foundations.length === 0 ? ['No gap of accounts, network, identity or operations is known.'] : foundations.map(({ rule, severity, message }) => `- [ ] **${severity}** \`${rule}\` ${markdownText(message)}`)),
    '',
    ...services.flatMap(section),
    ...(debt.length === 0 ? [] : ['## Dependencies that force services to move together', '', ...debt.map(({ from, to, types, largestAfter }) => `- ${markdownText(from)} needs ${markdownText(to)} (${Object.entries(types).map(([type, count]) => `${count} ${type}`).join(', ')}); without it ${largestAfter} would have to move together`), '']),
    ...(constraints.length === 0 ? [] : ['## Constraints', '', ...constraints.map(({ text, met, because }) => `- ${met ? '✔' : '✖'} ${markdownText(`${text}${because === undefined ? '' : `: ${because}`}`)}`), '']),
    ...notes.map((note) => `<sub>${markdownText(note)}</sub>\n`),
  ].join('\n').trimEnd()}\n`;

function section({ id, wave, with: others, after, approach, reasons, pause, preconditions, steps, rollback, irreversible }: PlannedService): string[] {
  return [
    `## ${markdownText(id)}`,
    '',
    `Wave ${wave}. **${approachTitles[approach]}**, because ${markdownText(reasons.join('; '))}.${others.length === 0 ? '' : ` Moves together with ${markdownText(others.join(', '))}.`}${after.length === 0 ? '' : ` After ${markdownText(after.join(', '))}.`}`,
    '',
    `Pause without writes: ${pause.seconds === null ? 'cannot be said' : pause.seconds === 0 ? 'none' : durationText(pause.seconds)}${pause.parts.length === 0 ? '' : ` (${markdownText(pause.parts.join('; '))})`}${pause.tolerated === undefined ? '' : `; tolerated: ${durationText(pause.tolerated)}`}.`,
    '',
    ...(preconditions.length === 0 ? [] : ['<details><summary>Gaps to close before</summary>', '', ...preconditions.map(({ rule, severity, message }) => `- [ ] **${severity}** \`${rule}\` ${markdownText(message)}`), '', '</details>', '']),
    ...steps.filter(({ phase }) => phase !== 'prepare').map(({ phase, text, seconds, basis, irreversible: never }) => `- [ ] *${phase}* ${markdownText(text)}${seconds === undefined ? '' : ` (${durationText(seconds)}, ${basis})`}${never === undefined ? '' : ` **Cannot be undone:** ${markdownText(never)}`}`),
    '',
    `Rollback: ${markdownText(rollback)}${irreversible.length === 0 ? '' : ` What cannot be undone is marked above.`}`,
    '',
  ];
}
