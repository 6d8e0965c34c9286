import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { messageOf, UserError } from '../model/errors.ts';
import { isLoopback } from '../server/access.ts';
import type { Io } from './command.ts';

export interface Push {
  /** Snapshot file. */
  readonly path: string;
  readonly to: URL;
  /** What people call it. */
  readonly name: string;
}

/** The address of a server. Throws RR103 for what is none, and where a token would travel in the clear. */
export function serverUrl(text: string, { env }: Pick<Io, 'env'>): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    throw new UserError('RR103', '--push takes the URL of a server, without user and password.', { hint: 'Write it as https://readiness.example.com; the token comes from REGIONREADY_TOKEN.' });
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname.replace(/^\[|\]$/g, '')) && tokenIn(env) !== undefined) {
    throw new UserError('RR103', `--push ${url.origin} would send the token in the clear.`, { hint: 'Use https.' });
  }
  return url;
}

const answerSchema = z.object({ id: z.string().regex(/^[0-9a-f]{64}$/) });
const problemSchema = z.object({ detail: z.string().optional(), title: z.string().optional() });

/** Hands a snapshot to a server and gives its id there. Follows no redirect: the token is for this server. Throws RR903. */
export async function push({ path, to, name }: Push, { env }: Pick<Io, 'env'>): Promise<string> {
  const url = new URL(`${to.pathname.replace(/\/$/, '')}/api/snapshots`, to);
  url.searchParams.set('name', name.slice(0, 200));
  const token = tokenIn(env);
  const body = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  const headers = { 'content-type': 'application/octet-stream', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, duplex: 'half', redirect: 'error' } as RequestInit);
    const told: unknown = await answer.json().catch(() => undefined);
    const taken = answerSchema.safeParse(told);
    if (answer.ok && taken.success) return taken.data.id;
    const problem = problemSchema.safeParse(told);
    throw new UserError('RR903', `${to.origin} answered ${answer.status}: ${(problem.success ? (problem.data.detail ?? problem.data.title) : undefined) ?? 'no snapshot was kept'}`);
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    const cause = (thrown as Error).cause;
    throw new UserError('RR903', `${to.origin} cannot be reached: ${messageOf(cause ?? thrown)}`, { cause: thrown });
  }
}

function tokenIn(env: Io['env']): string | undefined {
  const token = env['REGIONREADY_TOKEN'];
  return token === undefined || token === '' ? undefined : token;
}
