import { Link, SpaceBetween } from '@cloudscape-design/components';
import { JobList } from './scans/job-list.tsx';
import { OneJob } from './scans/one-job.tsx';
import { ScanList } from './scans/scan-list.tsx';
import type { PageOf } from './page.ts';

/** Scans that the server repeats, and the jobs that run them, live. */
export const Scans: PageOf = (props) => {
  const { job } = props.query;
  if (job !== undefined) return <SpaceBetween size="m"><Link href={props.link('scans')}>All scans</Link><OneJob {...props} job={job} /></SpaceBetween>;
  return <SpaceBetween size="l"><ScanList {...props} /><JobList {...props} /></SpaceBetween>;
};
