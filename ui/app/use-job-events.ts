import { useEffect, useState } from 'react';
import type { JobEvent } from '../../server/jobs/api.ts';
import { authorization } from './request.ts';
import { changed } from './revision.ts';
import { eventReader } from './state/sse.ts';

/** Most lines that are kept of a job: the last ones tell where it is. */
const most = 200;

export interface JobNews {
  readonly events: readonly Omit<JobEvent, 'place'>[];
  readonly over: boolean;
  /** The connection broke and is taken up again. */
  readonly broken: boolean;
}

/** What a job tells, as it tells it. A connection that breaks is taken up where it was. */
export function useJobEvents(job: string): JobNews {
  const [news, setNews] = useState<JobNews>({ events: [], over: false, broken: false });
  useEffect(() => {
    const control = new AbortController();
    let place = 0;
    setNews({ events: [], over: false, broken: false });
    const follow = async (): Promise<boolean> => {
      const response = await fetch(`/api/jobs/${encodeURIComponent(job)}/events?after=${place}`, { headers: { accept: 'text/event-stream', ...authorization() }, signal: control.signal });
      if (!response.ok || response.body === null) throw new Error(`The server answered ${response.status}.`);
      const read = eventReader();
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
        for (const { id, event, data } of read(value ?? '')) {
          if (event === 'end') return true;
          place = Number(id) || place;
          const told = JSON.parse(data) as Omit<JobEvent, 'place'>;
          setNews((before) => ({ events: [...before.events, told].slice(-most), over: false, broken: false }));
        }
      }
      return false;
    };
    const run = async (): Promise<void> => {
      while (!control.signal.aborted) {
        const over = await follow().catch(() => false);
        if (control.signal.aborted) return;
        if (over) {
          setNews((before) => ({ ...before, over: true, broken: false }));
          changed();
          return;
        }
        setNews((before) => ({ ...before, broken: true }));
        await new Promise((resume) => window.setTimeout(resume, 2000));
      }
    };
    void run();
    return () => control.abort();
  }, [job]);
  return news;
}
