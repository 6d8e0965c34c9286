import type { ReactNode } from 'react';
import { durationText } from '../../../model/duration.ts';
import type { RecoveryOutlook } from '../../../model/readiness.ts';
import { Standing } from './badges.tsx';

/** In one line what the loss of home does to a service. */
export function Outlook({ recovery }: { readonly recovery: RecoveryOutlook | undefined }): ReactNode {
  if (recovery === undefined) return <span className="quiet">nothing of it is there</span>;
  const { outcome, rto, rpo } = recovery;
  const back = rto.seconds === null || rto.seconds === 0 ? [] : [`back in ${durationText(rto.seconds)}`];
  const lost = rpo.seconds === 0 ? [] : [rpo.seconds === null ? 'loses data' : `loses ${durationText(rpo.seconds)}`];
  const missed = rto.met === false || rpo.met === false ? ['objective missed'] : [];
  return <><Standing state={outcome} /><div className="quiet">{[...(outcome === 'stops' ? [] : back), ...lost, ...missed].join(', ')}</div></>;
}
