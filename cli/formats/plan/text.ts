import { durationText } from '../../../model/duration.ts';
import { strategyTitles } from '../../../model/intent.ts';
import { approachTitles, type MigrationPlan, type PlannedService } from '../../../model/plan.ts';
import { terminalText } from '../escape.ts';
import type { FormatContext } from '../format.ts';
import { indented } from '../terminal.ts';
import { counted, severityStyles } from '../words.ts';
import type { PlanFormat } from './index.ts';

const most = 8;

export const planText: PlanFormat = (plan, context) => {
  const { goal, home, target, strategy, services, notes, constraints } = plan;
  const { paint, columns, quiet } = context;
  const title = `${home.join(', ')} → ${target}: ${goal === 'move' ? 'everything moves' : 'the target joins'}, ${strategyTitles[strategy].toLowerCase()}`;
  return `${[
    paint('bold', title),
    ...indented(`${counted(services.length, 'service')} in ${counted(plan.waves.length - 1, 'wave')} after the foundations, ${plan.waves[0]?.starts} to ${plan.waves.at(-1)?.ends}`, columns, { first: '  ' }),
    ...foundations(plan, context),
    ...plan.waves.slice(1).flatMap(({ number, starts, ends }) => ['', paint('bold', `Wave ${number}  ${starts} to ${ends}`), ...services.filter(({ wave }) => wave === number).flatMap((service) => serviceLines(service, context))]),
    ...(quiet ? [] : [...debt(plan, context), ...constraints.flatMap(({ text, met, because }) => indented(terminalText(`${text}${because === undefined ? '' : `: ${because}`}`), columns, { first: met ? '✔ ' : '✖ ' })), '', ...notes.flatMap((note) => indented(`Note: ${terminalText(note)}`, columns, { first: '' }))]),
  ].join('\n').trimEnd()}\n`;
};

function foundations({ foundations: gaps, waves: [first] }: MigrationPlan, { paint, columns }: FormatContext): string[] {
  const lines = gaps.slice(0, most).flatMap(({ rule, severity, message }) => indented(terminalText(`${rule}: ${message}`), columns, { first: `  ${paint(severityStyles[severity], severity)} `, rest: '    ' }));
  return ['', paint('bold', `Foundations  ${first?.starts} to ${first?.ends}`), ...(gaps.length === 0 ? ['  No gap of accounts, network, identity or operations is known.'] : lines), ...(gaps.length > most ? [`  … and ${gaps.length - most} more`] : [])];
}

function serviceLines({ id, with: others, approach, reasons, pause, preconditions, steps, rollback }: PlannedService, { paint, columns, quiet }: FormatContext): string[] {
  const line = (text: string, first = '    '): string[] => indented(terminalText(text), columns, { first, rest: '      ' });
  const needs = pause.seconds === null ? 'cannot be said' : pause.seconds === 0 ? 'none' : `${durationText(pause.seconds)} (${pause.parts.join('; ')})`;
  return [
    `  ${paint('bold', terminalText(id))}  ${approachTitles[approach]}${others.length === 0 ? '' : `, with ${terminalText(others.join(', '))}`}`,
    ...reasons.flatMap((reason) => line(`because ${reason}`)),
    ...line(`Pause without writes: ${needs}. To close before: ${counted(preconditions.length, 'gap')}.`),
    ...(quiet ? [] : [...steps.filter(({ phase }) => phase !== 'prepare').slice(0, most).flatMap(({ phase, text, irreversible }) => line(`${phase}: ${text}${irreversible === undefined ? '' : ` (cannot be undone: ${irreversible})`}`, '    • ')), ...(steps.length > most ? [`    … and ${steps.length - most} more steps: --format markdown prints all`] : []), ...line(`Rollback: ${rollback}`)]),
  ];
}

function debt({ debt: edges }: MigrationPlan, { paint, columns }: FormatContext): string[] {
  if (edges.length === 0) return [];
  return ['', paint('bold', 'Dependencies that force services to move together'), ...edges.flatMap(({ from, to, types, largestAfter }) => indented(terminalText(`${from} needs ${to} (${Object.entries(types).map(([type, count]) => `${count} ${type}`).join(', ')}); without it ${counted(largestAfter, 'service')} would have to move together`), columns, { first: '  • ', rest: '    ' })), ''];
}
