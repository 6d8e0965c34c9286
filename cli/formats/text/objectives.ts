import type { Readiness } from '../../../model/readiness.ts';
import { timeText, type Time } from '../../../model/simulation.ts';
import { terminalText } from '../escape.ts';
import type { FormatContext } from '../format.ts';
import { indented } from '../terminal.ts';

const most = 12;
const mostSteps = 4;

/** Services that would miss an objective if home were lost, with the chain that decides it. */
export function objectivesSection({ services }: Readiness, { paint, columns }: FormatContext): string[] {
  const missed = services.flatMap(({ id, recovery }) => {
    if (recovery === undefined) return [];
    const { rto, rpo, why } = recovery;
    return [...(rto.met === false ? [{ id, what: 'RTO', time: timeText(rto, 'no end in sight'), chain: chainOf(rto, why) }] : []), ...(rpo.met === false ? [{ id, what: 'RPO', time: timeText(rpo, 'everything'), chain: chainOf(rpo, []) }] : [])];
  });
  if (missed.length === 0) return [];
  const told = services.filter(({ recovery }) => (recovery?.rto.objective ?? recovery?.rpo.objective) !== undefined).length;
  return [
    `${paint('bold', 'Objectives that would be missed without home')}  ${paint('dim', `of ${told} services that have some`)}`,
    ...missed.slice(0, most).flatMap(({ id, what, time, chain }) => indented(`${terminalText(id)}, ${what}: ${time}. ${chain}`, columns, { first: '  • ', rest: '    ' })),
    ...(missed.length > most ? [`  … and ${missed.length - most} more: --format json or html`] : []),
  ];
}

function chainOf({ why }: Time, because: readonly string[]): string {
  const steps = why.length > 0 ? why : because;
  const shown = steps.slice(0, mostSteps).map(terminalText);
  return steps.length === 0 ? '' : `${shown.join(' → ')}${steps.length > shown.length ? ` → and ${steps.length - shown.length} more` : ''}`;
}
