import { StatusIndicator, type StatusIndicatorProps } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { Job, JobState } from '../../../../server/jobs/api.ts';

const types: Readonly<Record<JobState, StatusIndicatorProps.Type>> = { queued: 'pending', running: 'in-progress', done: 'success', cancelled: 'stopped', failed: 'error' };

export function JobStanding({ job: { state, attempt, complete, problem } }: { readonly job: Job }): ReactNode {
  return <><StatusIndicator type={state === 'done' && complete === false ? 'warning' : types[state]}>{state}{attempt > 1 ? `, attempt ${attempt}` : ''}</StatusIndicator>{complete === false && <div className="quiet">AWS did not answer every call</div>}{problem !== undefined && state !== 'done' && <div className="quiet">{problem}</div>}</>;
}
