import type { Answer } from '../answers.ts';
import { estatePaths } from './estate-paths.ts';

export interface Asked {
  readonly number: number;
  readonly path: string;
  readonly query: object;
}

export interface Answered {
  readonly number: number;
  readonly answer?: unknown;
  readonly error?: string;
}

/** The pattern that the path is of; undefined where the estate has no answer. */
export function estatePath(path: string): (typeof estatePaths)[number] | undefined {
  const asked = path.split('/');
  return estatePaths.find((pattern) => {
    const parts = pattern.split('/');
    return parts.length === asked.length && parts.every((part, at) => part === '*' || part === asked[at]);
  });
}

export function answeredBy(answers: Readonly<Record<(typeof estatePaths)[number], Answer>>, path: string): ((query: Parameters<Answer>[0]) => unknown) | undefined {
  const pattern = estatePath(path);
  return pattern === undefined ? undefined : (query) => answers[pattern](query, []);
}
