import { durationText } from '../../../model/duration.ts';
import type { RecoveryOutlook } from '../../../model/readiness.ts';
import type { Outcome, Simulation, StoreLoss } from '../../../model/simulation.ts';
import { lossText } from '../../../rules/simulation/loss.ts';
import type { Style } from '../terminal.ts';

export const outcomeWords: Readonly<Record<Outcome, { readonly sign: string; readonly means: string; readonly style: Style }>> = {
  stops: { sign: '✖', means: 'stops and cannot be brought back while it lasts', style: ['bold', 'red'] },
  degrades: { sign: '▲', means: 'a part works on, another cannot be brought back', style: ['bold', 'yellow'] },
  unknown: { sign: '?', means: 'nobody told enough', style: ['bold', 'magenta'] },
  recovers: { sign: '↻', means: 'works again after the steps below', style: 'cyan' },
  survives: { sign: '✔', means: 'nothing has to be done', style: ['bold', 'green'] },
};

export const lostText = ({ lost }: Pick<Simulation, 'lost'>): string => lost.map(lossText).join(' and ');

/** ↻ 45 min, loses 1 s: what a service can do without its home region. */
export function outlookText({ outcome, rto, rpo }: RecoveryOutlook): string {
  const { sign } = outcomeWords[outcome];
  if (outcome === 'stops' || outcome === 'unknown') return `${sign} ${outcome}`;
  const back = rto.seconds === null ? outcome : rto.seconds === 0 ? outcome : `back in ${durationText(rto.seconds)}`;
  return `${sign} ${back}${rpo.seconds === 0 ? '' : `, loses ${rpo.seconds === null ? 'data' : durationText(rpo.seconds)}`}`;
}

export function storeText({ title, state, way, seconds, basis, why, copies }: StoreLoss): string {
  const amount = seconds === undefined ? (state === 'unknown' ? 'unknown' : 'some') : seconds === null ? 'everything' : seconds === 0 ? 'nothing' : `${durationText(seconds)} (${basis})`;
  return `${title}: loses ${amount}. ${way === undefined ? '' : `${way}. `}${why}${copies.length > 0 ? ` Copies: ${copies.slice(0, 3).join(', ')}${copies.length > 3 ? ` and ${copies.length - 3} more` : ''}.` : ''}`;
}
