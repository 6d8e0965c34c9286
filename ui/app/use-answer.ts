import { useEffect, useState } from 'react';
import type { Problem } from '../../server/api.ts';
import { RequestFailed } from './request.ts';
import { useRevision } from './revision.ts';

/** What a request has come to. While it runs again, the answer of before stays. */
export interface Answer<T> {
  readonly data?: T;
  readonly error?: string;
  readonly problem?: Problem | undefined;
  /** The server asks who one is. */
  readonly locked?: boolean;
  readonly loading: boolean;
}

/** The same object for as long as nothing about it changes. Asks when `key` changes, or when something was changed on the server; a request that is not wanted any more is given up. An undefined key asks nothing. */
export function useAnswer<T>(key: string | undefined, ask: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const [{ of, answer }, setAnswer] = useState<{ readonly of: string | undefined; readonly answer: Answer<T> }>({ of: key, answer: { loading: key !== undefined } });
  const revision = useRevision();
  useEffect(() => {
    if (key === undefined) {
      setAnswer({ of: key, answer: { loading: false } });
      return undefined;
    }
    const control = new AbortController();
    setAnswer(({ answer: { data } }) => ({ of: key, answer: { ...(data === undefined ? {} : { data }), loading: true } }));
    ask(control.signal).then(
      (data) => {
        if (!control.signal.aborted) setAnswer({ of: key, answer: { data, loading: false } });
      },
      (thrown: unknown) => {
        if (control.signal.aborted) return;
        const problem = thrown instanceof RequestFailed ? thrown.problem : undefined;
        setAnswer({ of: key, answer: { error: errorText(thrown), problem, locked: problem?.status === 401, loading: false } });
      },
    );
    return () => control.abort();
    // The key stands for everything that the request depends on.
  }, [key, revision]);
  // What was asked before answers nothing of what is asked now, and whoever waits for this one is not to begin yet.
  if (of !== key && key !== undefined) return { ...(answer.data === undefined ? {} : { data: answer.data }), loading: true };
  return answer;
}

export const errorText = (thrown: unknown): string =>
  thrown instanceof RequestFailed ? thrown.message : thrown instanceof TypeError ? `The server cannot be reached: ${thrown.message}.` : thrown instanceof Error ? thrown.message : String(thrown);
