import type { AwsPlan } from '../../scanner/aws/index.ts';
import { terminalText } from './escape.ts';
import { counted } from './words.ts';

/** What a scan would ask, for people. */
export function planText({ accounts, stages }: AwsPlan): string {
  const calls = stages.reduce((sum, stage) => sum + stage.calls, 0);
  const lines = stages.filter(({ tasks }) => tasks > 0).flatMap(({ title, tasks, calls, actions }) => [
    `${title}: ${counted(tasks, 'question')}, at least ${counted(calls, 'call')}`,
    `  ${actions.join(', ')}`,
  ]);
  return `${[
    `${counted(accounts.length, 'account')}: ${accounts.join(', ')}`,
    'Asked now: who is calling, the regions, and what AWS Config records and counts. Everything else is only planned.',
    ...lines,
    `At least ${counted(calls, 'call')} in all. Details of resources that no inventory has named yet come on top.`,
  ].map(terminalText).join('\n')}\n`;
}
