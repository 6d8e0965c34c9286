import { get as request, searchOf, type Query } from './request.ts';

interface Ahead {
  readonly answer: Promise<unknown>;
  readonly at: number;
}

const asked = new Map<string, Ahead>();
/** Milliseconds after which an answer says nothing of now any more. */
const fresh = 10_000;

/** Asks what a page will ask as soon as it is there, while the code of the page is still on its way. */
export async function ask<T>(path: string, query: Query = {}): Promise<T> {
  const answer = request<T>(path, query);
  asked.set(path + searchOf(query), { answer, at: performance.now() });
  return answer;
}

/** The answer to what was asked ahead, once; else it is asked for now. */
export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const key = path + searchOf(query);
  const known = asked.get(key);
  asked.delete(key);
  return known !== undefined && performance.now() - known.at < fresh ? (known.answer as Promise<T>) : request(path, query, signal);
}
