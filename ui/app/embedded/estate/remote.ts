import { partOf } from '../part.ts';
import { workerOf } from '../worker-of.ts';
import { RequestFailed, type Asked as Request } from '../../request.ts';
import type { Answered, Asked } from './asking.ts';

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Asks the estate of the report, which is unpacked in a worker when the first question comes. */
export function estateRemote(): (asked: Pick<Request, 'path' | 'query'>) => Promise<unknown> {
  const waiting = new Map<number, Waiting>();
  let worker: Promise<Worker> | undefined;
  let number = 0;
  const settle = ({ number: of, answer, error }: Answered): void => {
    const asked = waiting.get(of);
    waiting.delete(of);
    if (error === undefined) asked?.resolve(answer);
    else asked?.reject(new RequestFailed(error));
  };
  const start = async (): Promise<Worker> => {
    const started = await workerOf('engine');
    started.addEventListener('message', ({ data }: MessageEvent<Answered>) => settle(data));
    started.addEventListener('error', ({ message }) => {
      for (const of of waiting.keys()) settle({ number: of, error: `The estate of this report cannot be opened: ${message}` });
    });
    started.postMessage({ estate: partOf('estate'), data: partOf('data') }, []);
    return started;
  };
  return async ({ path, query }) => {
    const started = await (worker ??= start());
    return new Promise((resolve, reject) => {
      number += 1;
      waiting.set(number, { resolve, reject });
      started.postMessage({ number, path, query } satisfies Asked, []);
    });
  };
}
