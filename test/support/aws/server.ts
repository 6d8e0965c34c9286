import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer, refusal, type Answer } from './answer.ts';
import { operationOf, type Operation, type Wire } from './operations.ts';

/** A request that the fake has understood. */
export interface Asked extends Operation {
  readonly account: string;
  readonly region: string;
  readonly url: string;
  /** The body: JSON members, or the form of query protocols. */
  readonly input: Readonly<Record<string, unknown>>;
  /** How many requests came before it. */
  readonly index: number;
  readonly wire: Wire;
}

/** What goes wrong with a request; the whole answer is made, so that it can be cut. */
export interface Fault {
  readonly name: string;
  answer?(asked: Asked, whole: Answer): Answer;
  /** Ends the connection after so much of the answer. */
  readonly cutAfter?: number;
  /** The connection stays open: nothing is ever answered, or one byte after the other. */
  readonly stalls?: 'silent' | 'trickling';
}

export type Handler = (asked: Asked) => Answer | undefined | Promise<Answer | undefined>;

export interface FakeOptions {
  readonly caller: string;
  /** Asked one after the other; what none answers is answered with nothing in it. */
  readonly handlers: readonly Handler[];
  /** Whether the account may do it; undefined for yes, else AWS's message. */
  readonly denied?: (asked: Asked) => string | undefined;
  readonly fault?: (asked: Asked) => Fault | undefined;
  /** What answers requests that are not signed, before they are looked at. */
  readonly unsigned?: (wire: Wire) => Answer | undefined;
  /** Milliseconds that an answer takes. */
  readonly latency?: number;
}

export interface FakeAws {
  readonly url: string;
  readonly asked: readonly Asked[];
  /** Requests that met a fault, with its name. */
  readonly failed: readonly (readonly [Asked, string])[];
  /** Requests that no SDK would send. */
  readonly strange: readonly string[];
  close(): Promise<void>;
}

/** An HTTP server on loopback that speaks AWS's protocols for whatever the handlers know. */
export async function fakeServer(options: FakeOptions): Promise<FakeAws> {
  const asked: Asked[] = [];
  const failed: (readonly [Asked, string])[] = [];
  const strange: string[] = [];
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    void handle(request, response).catch((thrown: unknown) => {
      strange.push(`${request.method} ${request.url}: ${String(thrown)}`);
      response.destroy();
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const wire: Wire = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body: await bodyOf(request) };
    const unsigned = wire.headers['authorization'] === undefined ? options.unsigned?.(wire) : undefined;
    if (unsigned !== undefined) return send(response, unsigned, undefined);
    const operation = await operationOf(wire);
    if (operation === undefined) {
      strange.push(`${wire.method} ${wire.url}`);
      response.writeHead(400).end();
      return;
    }
    const one: Asked = { ...operation, ...callerOf(wire, options.caller), url: wire.url, input: inputOf(wire), index: asked.length, wire };
    asked.push(one);
    const message = options.denied?.(one);
    const fault = options.fault?.(one);
    if (fault !== undefined) failed.push([one, fault.name]);
    const whole = message === undefined ? await answered(one) : refusal(one, { status: 403, code: one.protocol.includes('json') ? 'AccessDeniedException' : 'AccessDenied', message });
    if ((options.latency ?? 0) > 0) await new Promise((resolve) => setTimeout(resolve, options.latency));
    if (fault?.stalls === 'silent') return;
    if (fault?.stalls === 'trickling') trickle(response, whole);
    else send(response, fault?.answer?.(one, whole) ?? whole, fault?.cutAfter);
  }

  async function answered(one: Asked): Promise<Answer> {
    for (const handler of options.handlers) {
      const found = await handler(one);
      if (found !== undefined) return found;
    }
    return answer(one, {});
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A test that fails before it closes the fake must end all the same.
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked, failed, strange,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function callerOf({ headers }: Wire, caller: string): { readonly account: string; readonly region: string } {
  const [, key = '', region = ''] = /Credential=([^/]+)\/\d+\/([\w-]+)\//.exec(String(headers['authorization'])) ?? [];
  return { account: /^(?:AKIA|ASIA)(\d{12})/.exec(key)?.[1] ?? caller, region };
}

function inputOf({ headers, body }: Wire): Readonly<Record<string, unknown>> {
  if (/form-urlencoded/.test(String(headers['content-type']))) return Object.fromEntries(new URLSearchParams(body));
  try {
    return JSON.parse(body) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

function send(response: ServerResponse, { status, type, body, headers = {} }: Answer, cutAfter: number | undefined): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body), ...headers });
  if (cutAfter === undefined) response.end(body);
  else response.write(body.slice(0, cutAfter), () => response.destroy());
}

/** So slowly that it is never whole. */
function trickle(response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) + 100_000 });
  let sent = 0;
  const timer = setInterval(() => response.write(body.charAt(sent++ % body.length)), 20).unref();
  response.once('close', () => clearInterval(timer));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
