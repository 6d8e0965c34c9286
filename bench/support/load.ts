import { Agent, request } from 'node:http';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

export interface Served {
  /** Milliseconds that computing took before anybody asked; only where it was to. */
  readonly preparedMs?: number;
  readonly url: string;
  readonly [more: string]: unknown;
}

export interface Fares {
  readonly cpuMs: number;
  readonly rss: number;
  readonly heap: number;
}

/** A process that says on a line where it listens, and on another one how it fares when it is asked. */
export interface ServerChild {
  readonly served: Served;
  fares(): Promise<Fares>;
  end(): Promise<void>;
}

export async function serverChild(script: string, args: readonly string[] = []): Promise<ServerChild> {
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(process.execPath, ['--max-old-space-size=4000', script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: Interface = createInterface({ input: child.stdout });
  const waiting: ((line: string) => void)[] = [];
  lines.on('line', (line) => waiting.shift()?.(line));
  const next = <T>(): Promise<T> => new Promise((done) => waiting.push((line) => done(JSON.parse(line) as T)));
  const served = await next<Served>();
  return {
    served,
    fares() {
      const answer = next<Fares>();
      child.stdin.write('\n');
      return answer;
    },
    async end() {
      const ended = new Promise((done) => child.once('exit', done));
      child.stdin.end();
      await ended;
    },
  };
}

export interface Loaded {
  /** Milliseconds of each request, sorted. */
  readonly times: readonly number[];
  readonly failures: number;
  readonly bytes: number;
}

/** So many clients, each of which asks anew as soon as it has its answer, or so many milliseconds after it. */
export async function load({ clients, seconds, pauseMs = 0, path }: { readonly clients: number; readonly seconds: number; readonly pauseMs?: number; path(): string }): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  let failures = 0;
  let bytes = 0;
  const end = performance.now() + seconds * 1000;
  await Promise.all(Array.from({ length: clients }, async () => {
    // Not all at once.
    if (pauseMs > 0) await new Promise((done) => setTimeout(done, Math.random() * pauseMs));
    while (performance.now() < end) {
      const began = performance.now();
      const { status, length } = await get(path(), agent);
      times.push(performance.now() - began);
      bytes += length;
      if (status !== 200) failures += 1;
      if (pauseMs > 0) await new Promise((done) => setTimeout(done, pauseMs));
    }
  }));
  agent.destroy();
  return { times: times.sort((a, b) => a - b), failures, bytes };
}

export function get(url: string, agent?: Agent): Promise<{ readonly status: number; readonly length: number; readonly body: Buffer }> {
  return new Promise((done, failed) => {
    const asked = request(url, agent === undefined ? {} : { agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        done({ status: response.statusCode ?? 0, length: body.length, body });
      });
      response.on('error', failed);
    });
    asked.on('error', failed);
    asked.end();
  });
}

export const quantile = (sorted: readonly number[], part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
