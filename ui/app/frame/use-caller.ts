import { client, type Caller } from '../client.ts';
import { isReport } from '../request.ts';
import { useAnswer } from '../use-answer.ts';

/** Who the server takes one for; undefined until it says so, and in a report, which takes anybody. */
export function useCaller(): Caller | undefined {
  return useAnswer(isReport() ? undefined : 'me', (signal) => client.me(signal)).data;
}
