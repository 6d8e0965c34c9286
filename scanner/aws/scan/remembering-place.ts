import { canonicalJson } from '../../../model/json.ts';
import { valueOf } from '../document.ts';
import type { Place } from '../probe.ts';
import type { Service } from '../service.ts';

/** The same place, which is asked each question once: several details of a resource may read one answer, or one failure. */
export function rememberingPlace(place: Place): Place {
  const answers = new Map<string, Promise<unknown>>();

  function once<T>(kind: string, [service, operation, input]: readonly [Service, string, object], ask: () => Promise<T>): Promise<T> {
    const key = `${kind} ${service.id} ${operation} ${canonicalJson(valueOf(input) ?? {})}`;
    const known = answers.get(key) ?? ask();
    answers.set(key, known);
    return known as Promise<T>;
  }
  return {
    ...place,
    call: (service, operation, input) => once('call', [service, operation, input as object], () => place.call(service, operation, input)),
    async *pages(service, operation, input) {
      yield* await once('pages', [service, operation, input as object], () => all(place.pages(service, operation, input)));
    },
  };
}

async function all<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const page of pages) found.push(page);
  return found;
}
