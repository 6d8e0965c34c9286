import { useEffect, useState } from 'react';
import { RequestFailed } from './client.ts';

/** What a request has come to. While it runs again, the answer of before stays. */
export interface Answer<T> {
  readonly data?: T;
  readonly error?: string;
  /** The server asks who one is. */
  readonly locked?: boolean;
  readonly loading: boolean;
}

/** Asks when `key` changes; a request that is not wanted any more is given up. An undefined key asks nothing. */
export function useAnswer<T>(key: string | undefined, ask: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ loading: key !== undefined });
  useEffect(() => {
    if (key === undefined) return undefined;
    const control = new AbortController();
    setAnswer((before) => ({ ...(before.data === undefined ? {} : { data: before.data }), loading: true }));
    ask(control.signal).then(
      (data) => setAnswer({ data, loading: false }),
      (thrown: unknown) => {
        if (!control.signal.aborted) setAnswer({ error: thrown instanceof Error ? thrown.message : String(thrown), locked: thrown instanceof RequestFailed && thrown.problem?.status === 401, loading: false });
      },
    );
    return () => control.abort();
    // The key stands for everything that the request depends on.
  }, [key]);
  return answer;
}
