import { RequestFailed, type Query } from '../request.ts';

/** Answers a request out of the data; `parts` are what the stars of its path stand for. */
export type Answer = (query: Query, parts: readonly string[]) => unknown;

/** Answers by path; a star stands for one part of it. */
export type Answers = Readonly<Record<string, Answer>>;

/** Throws: the data has no answer, and why. */
export function missing(text: string): never {
  throw new RequestFailed(text);
}
