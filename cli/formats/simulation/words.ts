import { durationText } from '../../../model/duration.ts';
import type { Outcome, Simulation, StoreLoss, Time } from '../../../model/simulation.ts';
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

/** 20 min, assumed; over the objective of 15 min. */
export function timeText({ seconds, basis, objective, met }: Time, never: string): string {
  const time = seconds === null ? never : seconds === 0 ? 'none' : `${durationText(seconds)}, ${basis}`;
  if (objective === undefined) return time;
  return `${time}; objective ${durationText(objective)} ${met === undefined ? 'cannot be judged' : met ? 'is met' : 'is missed'}`;
}

export function storeText({ title, state, way, seconds, basis, why, copies }: StoreLoss): string {
  const amount = seconds === undefined ? (state === 'unknown' ? 'unknown' : 'some') : seconds === null ? 'everything' : seconds === 0 ? 'nothing' : `${durationText(seconds)} (${basis})`;
  return `${title}: loses ${amount}. ${way === undefined ? '' : `${way}. `}${why}${copies.length > 0 ? ` Copies: ${copies.slice(0, 3).join(', ')}${copies.length > 3 ? ` and ${copies.length - 3} more` : ''}.` : ''}`;
}
