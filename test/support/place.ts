import type { Listed, Place, Probe } from '../../scanner/aws/probe.ts';

type Answers = Readonly<Record<string, (input: Readonly<Record<string, unknown>>) => object>>;

/** A place that answers operations by name; what is asked besides is an error. Every answer is the only page. */
export function placeWith(answers: Answers, { account = '111122223333', region = 'us-east-1' } = {}): Place {
  const call = async (_service: unknown, operation: string, input: object): Promise<object> => {
    const answer = Object.hasOwn(answers, operation) ? answers[operation] : undefined;
    if (answer === undefined) throw new Error(`Nobody expected ${operation}.`);
    return answer(input as Readonly<Record<string, unknown>>);
  };
  const pages = async function* (service: unknown, operation: string, input: object): AsyncIterable<object> {
    yield await call(service, operation, input);
  };
  return { partition: 'aws', account, region, call, pages } as unknown as Place;
}

/** What a probe lists at such a place. */
export async function listedBy(probe: Probe, answers: Answers): Promise<Listed[]> {
  const found: Listed[] = [];
  for await (const each of probe.list(placeWith(answers))) found.push(each);
  return found;
}
