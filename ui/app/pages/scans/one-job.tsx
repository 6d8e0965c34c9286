import { Container, Header, KeyValuePairs, Link, ProgressBar, SpaceBetween } from '@cloudscape-design/components';
import { useEffect, useRef, type ReactNode } from 'react';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { moment } from '../../state/words.ts';
import { useAnswer } from '../../use-answer.ts';
import { useJobEvents } from '../../use-job-events.ts';
import type { PageProps } from '../page.ts';
import { JobStanding } from './job-parts.tsx';

/** A job, and what it tells while it runs. */
export function OneJob({ job, link }: PageProps & { readonly job: string }): ReactNode {
  const answer = useAnswer(JSON.stringify(['job', job]), (signal) => client.job(job, signal));
  const { events, over, broken } = useJobEvents(job);
  const lines = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (lines.current !== null) lines.current.scrollTop = lines.current.scrollHeight;
  }, [events]);
  const last = events.at(-1)?.text ?? '';
  return (
    <Answered answer={answer}>
      {(told) => (
        <Container header={<Header variant="h2">{told.name}</Header>}>
          <SpaceBetween size="m">
            <KeyValuePairs columns={4} items={[{ label: 'State', value: <JobStanding job={told} /> }, { label: 'Asked for', value: `${moment(told.madeAt)} by ${told.madeBy}` }, { label: 'Process', value: told.worker ?? 'none yet' }, { label: 'Made', value: told.snapshot === undefined ? 'nothing yet' : <Link href={link('overview', { snapshot: told.snapshot })}>its snapshot</Link> }]} />
            {!over && <ProgressBar value={percentIn(last)} label={last === '' ? 'Waiting for news' : last} status="in-progress" additionalInfo={broken ? 'The connection broke and is taken up again.' : ''} />}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <ol className="log" ref={lines} tabIndex={0} aria-label="What it told">{events.map(({ at, kind, text }, index) => <li key={`${index} ${at}`} className={kind}><time>{at.slice(11, 19)}</time> {text}</li>)}</ol>
          </SpaceBetween>
        </Container>
      )}
    </Answered>
  );
}

/** A percentage or a share (12 of 40) that a line of progress tells; 0 where it tells none. */
function percentIn(text: string): number {
  const [, percent] = /\b(\d{1,3})\s?%/.exec(text) ?? [];
  if (percent !== undefined) return Math.min(100, Number(percent));
  const [, part, whole] = /\b(\d{1,9}) of (\d{1,9})\b/.exec(text) ?? [];
  return part === undefined || Number(whole) === 0 ? 0 : Math.min(100, (100 * Number(part)) / Number(whole));
}
