import { spawn, spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from './answer.ts';
import type { Asked, Handler } from './server.ts';

/** moto's server, where there is one: named by MOTO_SERVER, or on the path. */
const command = process.env['MOTO_SERVER'] ?? 'moto_server';
const found = spawnSync(command, ['--help'], { stdio: 'ignore' }).status === 0;
/** Why tests with moto cannot run here; false where they can, and where they must. */
export const withoutMoto = found || process.env['CI'] === 'true' ? false : 'moto_server is not installed';

export interface Moto {
  readonly url: string;
  stop(): void;
}

/** `environment` may give it another account of its own: MOTO_ACCOUNT_ID. */
export async function startMoto(environment: Readonly<Record<string, string>> = {}): Promise<Moto> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(command, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore', env: { ...process.env, ...environment } });
  const failed = new Promise<never>((_, reject) => child.once('error', reject).once('exit', (code) => reject(new Error(`moto_server ended with ${code}`))));
  const answers = async (): Promise<void> => {
    while (!(await fetch(`${url}/moto-api/`).then(({ ok }) => ok, () => false))) await wait(200);
  };
  await Promise.race([answers(), failed, wait(120_000, undefined, { ref: false }).then(() => Promise.reject(new Error('moto_server does not answer')))]);
  failed.catch(() => undefined);
  return { url, stop: () => child.kill() };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Answers as moto does for the account of the request. */
export function forward(moto: string): Handler {
  return async ({ account, wire }: Asked): Promise<Answer> => {
    const headers = Object.fromEntries(Object.entries(wire.headers).flatMap(([name, value]) => (value === undefined || /^(?:host|connection|content-length|transfer-encoding|expect)$/.test(name) ? [] : [[name, String(value)]])));
    const answer = await fetch(`${moto}${wire.url}`, { method: wire.method, headers: { ...headers, 'x-moto-account-id': account }, ...(wire.body === '' ? {} : { body: wire.body }), redirect: 'manual' });
    const kept = ['x-amzn-errortype', 'x-amz-bucket-region'].flatMap((name) => (answer.headers.has(name) ? [[name, answer.headers.get(name) ?? '']] : []));
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', body: await answer.text(), headers: Object.fromEntries(kept) };
  };
}

interface AdminClient {
  readonly middlewareStack: { add(middleware: unknown, where: object): void };
}

/** A client of moto that may do everything in an account. */
export function admin<C extends AdminClient>(Client: new (settings: object) => C, { moto, account, region }: { readonly moto: string; readonly account: string; readonly region: string }): C {
  const client = new Client({ endpoint: moto, region, forcePathStyle: true, credentials: { accessKeyId: 'admin', secretAccessKey: 'admin' } });
  const asAccount = (next: (input: object) => Promise<object>) => (input: { readonly request: { readonly headers: Record<string, string> } }) => {
    input.request.headers['x-moto-account-id'] = account;
    return next(input);
  };
  client.middlewareStack.add(asAccount, { step: 'build', name: 'account' });
  return client;
}
