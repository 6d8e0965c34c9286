import { setPriority } from 'node:os';
import type { MessagePort } from 'node:worker_threads';
import Fastify, { type FastifyInstance } from 'fastify';
import { messageOf } from '../../model/errors.ts';
import { answering } from '../answering.ts';
import type { ServerOptions } from '../options.ts';
import { HttpProblem } from '../problem.ts';
import { routes } from '../routes/index.ts';
import type { Around } from '../routes/route.ts';
import { contextOf, viewsOf, type Context } from '../views.ts';
import { slotOf, type AnswerToAsk, type Ask, type Answered, type Asked, type FromThread, type StoreCalls, type ThreadStart, type ToThread } from './channel.ts';
import { directRoutes, type Direct } from './direct.ts';
import { interruptible } from './interruptible.ts';
import { remoteStore } from './remote-store.ts';

/** Milliseconds within which answers travel together. */
const together = 4;

/** Answers the requests that the server hands over, one after the other, by the routes of the API. */
export async function serveThread(port: MessagePort, start: ThreadStart, optionsFor: (store: ServerOptions['store']) => ServerOptions): Promise<void> {
  const post = (message: FromThread, moved: readonly ArrayBuffer[] = []): void => port.postMessage(message, [...moved]);
  // On Linux a priority is a thread's own; elsewhere it would be the whole server's.
  if (start.gentle && process.platform === 'linux') setPriority(5);
  const notice = new Int32Array(start.notice);
  const isUnwanted = (task: number): boolean => Atomics.load(notice, slotOf(notice, task)) === task;
  let current: { readonly task: number; readonly who: string; readonly context: Context } | undefined;
  const checkpoint = (): void => {
    if (current !== undefined && isUnwanted(current.task)) throw new HttpProblem(499, 'Nobody waits for the answer any more.');
  };
  const { calls, told } = callsOver(post);
  const given = optionsFor(remoteStore(calls));
  const options: ServerOptions = { ...given, rules: new Map([...given.rules].map(([id, rule]) => [id, interruptible(rule, checkpoint)])) };
  const views = viewsOf(options, { context: () => (current as NonNullable<typeof current>).context, checkpoint });
  const { app, direct } = await threadApp({ ...options, views }, { log: (line) => post({ type: 'log', line }), who: () => current?.who ?? '' });
  let context: Context | undefined;
  let last: Promise<void> = Promise.resolve();

  async function answer({ task, asked, digest, today, said }: Ask): Promise<AnswerToAsk> {
    if (context === undefined || context.digest !== digest) context = contextOf(options, said ?? { waivers: [], annotations: [] }, today);
    if (context.digest !== digest) throw new Error('the thread and the server were started with different configurations');
    if (isUnwanted(task)) return { task };
    Atomics.store(notice, 0, task);
    current = { task, who: asked.who, context };
    const began = performance.now();
    const answered = (await shortly(asked)) ?? (await ask(app, asked));
    current = undefined;
    return { task, answered: { ...answered, ms: performance.now() - began } };
  }

  /** Where it is refused, the route is asked again as in a request, and says so in the way in which it is to be said. */
  async function shortly({ checked }: Asked): Promise<Answered | undefined> {
    return checked === undefined ? undefined : direct(checked).catch(() => undefined);
  }

  async function answerAll(asks: readonly Ask[]): Promise<void> {
    let answers: AnswerToAsk[] = [];
    let since = performance.now();
    for (const [index, each] of asks.entries()) {
      answers.push(await answer(each).catch((thrown: unknown) => ({ task: each.task, error: messageOf(thrown) })));
      if (index < asks.length - 1 && performance.now() - since < together) continue;
      post({ type: 'answers', answers, cacheBytes: views.bytes() }, [...new Set(answers.flatMap(({ answered }) => answered?.body.buffer ?? []))]);
      answers = [];
      since = performance.now();
    }
  }

  port.on('message', (message: ToThread) => {
    if (message.type === 'told') told(message);
    else if (message.type === 'forget') last = last.then(() => views.forget(message.snapshot));
    else last = last.then(() => answerAll(message.asks));
  });
  post({ type: 'ready' });
}

/** The routes without what stands before them in the server: who gets here was admitted there. */
async function threadApp(around: Around, { log, who }: { readonly log: (line: string) => void; readonly who: () => string }): Promise<{ readonly app: FastifyInstance; readonly direct: Direct }> {
  const app = Fastify({
    logger: { level: 'error', stream: { write: log } },
    // Set by the server, which makes them itself.
    requestIdHeader: 'x-request-id',
    bodyLimit: 64 * 1024,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 1024 },
  });
  answering(app);
  app.addHook('onRequest', async (request) => {
    request.who = who();
  });
  const direct = directRoutes(app);
  for (const route of routes) await app.register(route(around));
  await app.ready();
  return { app, direct };
}

const handedOn = ['content-type', 'content-disposition', 'location'];

async function ask(app: FastifyInstance, { method, url, body, request }: Asked): Promise<Answered> {
  const answer = await app.inject({ method, url, headers: { host: 'localhost', 'x-request-id': request }, ...(body === undefined ? {} : { payload: body as object }) });
  const headers = Object.fromEntries(handedOn.flatMap((name) => (answer.headers[name] === undefined ? [] : [[name, String(answer.headers[name])]])));
  return { status: answer.statusCode, headers, body: new Uint8Array(answer.rawPayload) };
}

/** The store's calls over the port. */
function callsOver(post: (message: FromThread) => void): { readonly calls: StoreCalls; told(message: Extract<ToThread, { type: 'told' }>): void } {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let count = 0;
  const call = <T>(name: keyof StoreCalls) => (...args: readonly unknown[]): Promise<T> => {
    const turn = Promise.withResolvers<unknown>();
    waiting.set(++count, turn);
    post({ type: 'call', call: count, name, args });
    return turn.promise as Promise<T>;
  };
  return {
    calls: { snapshot: call('snapshot'), chunk: call('chunk'), content: call('content'), keep: call('keep') },
    told({ call: number, value, error }) {
      const turn = waiting.get(number);
      waiting.delete(number);
      if (error === undefined) turn?.resolve(value);
      else turn?.reject(new Error(error));
    },
  };
}
