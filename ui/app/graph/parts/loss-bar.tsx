import { Alert, Button, Link, Spinner } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { PictureOverlay } from '../../../../model/picture.ts';
import type { Answer } from '../../use-answer.ts';
import { counted, number } from '../../state/words.ts';
import type { Waves } from '../use-waves.ts';

interface Props {
  /** What is lost, for people. */
  readonly what: string;
  readonly loss: Answer<PictureOverlay>;
  readonly waves: Waves;
  /** Where the order of recovery is; missing for what simulate cannot lose. */
  readonly simulate: string | undefined;
  readonly onEnd: () => void;
}

/** What a loss takes with it, step by step. */
export function LossBar({ what, loss, waves, simulate, onEnd }: Props): ReactNode {
  const { affected } = loss.data ?? {};
  if (loss.error !== undefined) return <Alert type="error" dismissible onDismiss={onEnd} header={`What follows from the loss of ${what} could not be computed`}>{loss.error}</Alert>;
  if (affected === undefined) return <div className="graph-loss" role="status"><Spinner /> Working out what follows from the loss of {what} …</div>;
  const { lost, replaced, stopped, degraded, services, steps } = affected;
  return (
    <section className="graph-loss" aria-label={`Loss of ${what}`}>
      <div className="graph-loss-text" role="status">
        <strong>Without {what}</strong> {lost === 0 && replaced === 0 ? 'nothing is lost.' : [`${counted(lost, 'resource')} ${lost === 1 ? 'is' : 'are'} lost with no counterpart`, `${number(replaced)} have one`, `${number(stopped)} elsewhere stop`, `${number(degraded)} must be pointed elsewhere`].join(', ') + `; ${counted(services, 'service')} touched.`}
      </div>
      <div className="graph-loss-deeds">
        {steps > 0 && (
          <>
            <Button ariaLabel={waves.playing ? 'Pause' : 'Play how the loss spreads'} onClick={waves.playing ? waves.pause : waves.play}>{waves.playing ? 'Pause' : 'Play'}</Button>
            <input type="range" min={0} max={steps} step={1} value={Math.min(waves.step, steps)} aria-label="Steps from what is lost" aria-valuetext={`step ${Math.min(waves.step, steps)} of ${steps}`} onChange={({ currentTarget }) => waves.goTo(Number(currentTarget.value))} />
            <span className="graph-loss-step">Step {Math.min(waves.step, steps)} of {steps}</span>
          </>
        )}
        {simulate !== undefined && <Link href={simulate}>Order of recovery</Link>}
        <Button iconName="close" variant="icon" ariaLabel="End the loss" onClick={onEnd} />
      </div>
    </section>
  );
}
