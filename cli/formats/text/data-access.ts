import type { DataAccess } from '../../../model/data-access.ts';
import type { Readiness } from '../../../model/readiness.ts';
import { terminalText } from '../escape.ts';
import type { FormatContext } from '../format.ts';
import { table } from '../table.ts';
import { counted } from '../words.ts';

const most = 15;
const mostShared = 5;
const mostUsers = 6;

/** Stores with usable copies or a declared need: how services use them, what does not fit first. Then what several services share. */
export function dataAccessSection({ dataAccess = [], shared }: Readiness, { paint, columns }: FormatContext): string[] {
  const told = dataAccess.filter(({ pattern, verdict }) => pattern !== 'single-region' || verdict !== undefined).sort((a, b) => Number(b.verdict === 'broken') - Number(a.verdict === 'broken'));
  const single = dataAccess.length - told.length;
  const [head = '', ...lines] = table([{ title: 'Store', shrink: true, least: 16 }, { title: 'Used by', shrink: true, least: 14 }, { title: 'Pattern' }, { title: 'Writers', drop: 2 }, { title: 'Exposed to', drop: 1 }, { title: 'Consistency' }], told.slice(0, most).map(row), columns - 2);
  const uses = [
    ...(told.length === 0 ? [] : [`  ${paint('dim', head)}`, ...lines.map((line) => `  ${line}`)]),
    ...(told.length > most ? [`  … and ${told.length - most} more: --format json prints all`] : []),
    ...(single > 0 ? [`  ${counted(single, 'use')} of stores without a usable copy in another region`] : []),
  ];
  const busiest = (shared?.resources ?? []).slice(0, mostShared).map(({ title, resourceType, users }) => `  • ${terminalText(title)} (${resourceType.replace(/^AWS::/, '').replaceAll('::', ' ')}): ${users.map(terminalText).slice(0, mostUsers).join(', ')}${users.length > mostUsers ? ` and ${users.length - mostUsers} more` : ''}`);
  return [
    ...(uses.length === 0 ? [] : [paint('bold', 'Patterns of data access'), ...uses]),
    ...(busiest.length === 0 ? [] : [...(uses.length === 0 ? [] : ['']), `${paint('bold', 'Shared infrastructure')}  ${paint('dim', `${counted(shared?.total ?? 0, 'resource')} that several services need`)}`, ...busiest]),
  ];
}

function row({ title, service, pattern, writers, exposure, need, verdict }: DataAccess): string[] {
  return [terminalText(title), terminalText(service), pattern, String(writers.length), exposure.join(', ') || 'nothing', need === undefined ? 'not declared' : `${need}: ${verdict ?? 'unknown'}`];
}
