import type { AwsPlan } from '../../scanner/aws/plan.ts';
import { terminalText } from './escape.ts';
import { counted } from './words.ts';

/** Kinds that are named each; the rest is counted. */
const namedLimit = 12;

/** What a scan would ask, for people. */
export function planText({ accounts, stages, least, most, uncounted }: AwsPlan): string {
  const lines = stages.filter(({ tasks }) => tasks > 0).flatMap((stage) => [
    `${stage.title}: ${counted(stage.tasks, 'question')}, ${callsText(stage)}`,
    `  ${stage.actions.join(', ')}`,
  ]);
  return `${[
    `${counted(accounts.length, 'account')}: ${accounts.join(', ')}`,
    'Asked now: who is calling, the regions, what AWS Config records and counts, and what Resource Explorer names. Everything else is only planned.',
    ...lines,
    `${callsText({ least, most })} in all, for what AWS Config and Resource Explorer have counted, in pages of ten or more.`,
    ...uncountedLines(uncounted),
    'Not counted: retries, and for each role one call in 55 minutes. Instance classes, engine versions and models are asked of the targets as the scan meets them.',
  ].map(terminalText).join('\n')}\n`;
}

const callsText = ({ least, most }: Pick<AwsPlan, 'least' | 'most'>): string => (least === most ? counted(least, 'call') : `${least} to ${counted(most, 'call')}`);

function uncountedLines(uncounted: AwsPlan['uncounted']): string[] {
  if (uncounted.length === 0) return [];
  const costly = uncounted.toSorted((a, b) => b.callsForEach - a.callsForEach).slice(0, namedLimit);
  return [
    'Nobody has counted, so that each one that there is comes on top:',
    ...costly.map(({ what, places, callsForEach }) => `  ${what} in ${counted(places, 'place')}: at most ${counted(callsForEach, 'call')} for each`),
    ...(uncounted.length > costly.length ? [`  and ${uncounted.length - costly.length} more, at most ${counted(Math.max(...uncounted.filter((each) => !costly.includes(each)).map(({ callsForEach }) => callsForEach)), 'call')} for each`] : []),
  ];
}
