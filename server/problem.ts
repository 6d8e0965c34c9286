import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { messageOf, UserError, type ErrorCode } from '../model/errors.ts';
import { problemSchema, type Problem } from './api.ts';
import { StoreAway } from './store/sql.ts';

/** Something that the caller did or wants, which is answered with a status and words. */
export class HttpProblem extends Error {
  readonly statusCode: number;
  /** Seconds after which it is worth to ask again. */
  readonly retryAfter: number | undefined;

  constructor(statusCode: number, detail: string, { retryAfter, cause }: { readonly retryAfter?: number; readonly cause?: unknown } = {}) {
    super(detail, cause === undefined ? {} : { cause });
    this.name = 'HttpProblem';
    this.statusCode = statusCode;
    this.retryAfter = retryAfter;
  }
}

/** Answers that every route may give, for its schema. */
export const problems = { '4xx': problemSchema, '5xx': problemSchema } as const;

const statusOfCode: Readonly<Partial<Record<ErrorCode, number>>> = { RR304: 413, RR305: 503, RR403: 404, RR405: 404 };

/** What went wrong as a problem document. The words of our own defects stay in the log. */
export function sendProblem(problem: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const thrown = problem instanceof StoreAway ? new HttpProblem(503, 'The database does not answer. Try again.', { retryAfter: 5 }) : problem;
  const status = thrown instanceof UserError ? (statusOfCode[thrown.code] ?? 400) : ((thrown as FastifyError).statusCode ?? 500);
  if (status >= 500) request.log.error({ err: { name: thrown.name, message: thrown.message, stack: thrown.stack } }, 'failed');
  else if (thrown.cause !== undefined && !(thrown instanceof UserError)) request.log.warn({ err: { message: thrown.message, cause: messageOf(thrown.cause) } }, 'refused');
  const told: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    ...(status === 500 ? { detail: 'This is a defect of the server. Its log has the request under this id.' } : { detail: thrown.message }),
    ...(thrown instanceof UserError ? { code: thrown.code, hint: thrown.hint } : {}),
    request: request.id,
  };
  if (thrown instanceof HttpProblem && thrown.retryAfter !== undefined) reply.header('retry-after', thrown.retryAfter);
  // By hand: the schema of the route that failed may know no such answer.
  return reply.code(status).type('application/problem+json; charset=utf-8').serializer(JSON.stringify).send(told);
}
