import type { Judgement } from './readiness.ts';

/** Whether two gaps follow from one cause, or one from the other: then one act closes both, whatever their order. */
export const shareCause = (a: Pick<Judgement, 'cause' | 'fingerprint'>, b: Pick<Judgement, 'cause' | 'fingerprint'>): boolean => (a.cause ?? a.fingerprint) === (b.cause ?? b.fingerprint);
