import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { messageOf } from '../../model/errors.ts';
import type { ServerOptions } from '../options.ts';
import type { Answered } from './channel.ts';
import type { Task } from './pool.ts';

const [zip, unzip] = [promisify(gzip), promisify(gunzip)];

/** Answers that outlive the process. */
export interface KeptAnswers {
  find(key: string): Promise<Answered | undefined>;
  /** Of a task whose answer may be kept. */
  keep(task: Task, key: string, answered: Answered): Promise<void>;
}

/** Milliseconds from which an answer is kept that somebody asked for. */
const dear = 1000;

/** What cannot be read or written here is computed, as it would be without; the log says why. */
export function keptAnswers({ store: { answers }, log }: Pick<ServerOptions, 'store' | 'log'>): KeptAnswers {
  const wished = new Set<string>();
  const quietly = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> =>
    work().catch((thrown: unknown) => {
      log?.write(`${JSON.stringify({ level: 40, time: Date.now(), msg: `${what}: ${messageOf(thrown)}` })}\n`);
      return undefined;
    });
  return {
    find: (key) => quietly('a kept answer could not be read', async () => {
      const found = await answers.get(hashOf(key));
      return found === undefined ? undefined : { status: 200, headers: found.headers, body: new Uint8Array(await unzip(found.content)) };
    }),
    keep: (task, key, { headers, body, ms = 0 }) => quietly('an answer could not be kept', async () => {
      const { snapshot, context: { digest, today }, asked: { url }, prepared = false } = task;
      if (prepared || ms >= dear) await answers.keep({ key: hashOf(key), snapshot, digest, headers, content: await zip(body) });
      const wish = prepared ? '' : wishOf(url);
      if (!/\/readiness(?:\?|$)/.test(url) || wish === '' || wished.has(`${today} ${wish}`)) return;
      if (wished.size > 1000) wished.clear();
      wished.add(`${today} ${wish}`);
      await answers.wish(wish);
    }),
  };
}

/** What is judged, and what the graph begins with; what is merely looked up has other answers for everybody who looks. */
export const mayBeKept = ({ lane, snapshot, asked: { method, url } }: Task): boolean => snapshot !== '' && method === 'GET' && (lane === 'judge' || /\/(?:graph\/picture|intent)(?:\?|$)/.test(url));

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** home, target and strategy as an address says them, in this order. */
export function wishOf(url: string): string {
  const { searchParams } = new URL(url, 'http://localhost');
  return new URLSearchParams(['home', 'target', 'strategy'].flatMap((name) => searchParams.getAll(name).map((value) => [name, value]))).toString();
}
