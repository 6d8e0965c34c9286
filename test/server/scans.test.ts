import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { AuditEntry, Page } from '../../server/api.ts';
import type { Job, Scan } from '../../server/jobs/api.ts';
import { testServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let origin: string;
before(async () => {
  server = await testServer({ limits: { streams: 2 } });
  origin = await server.app.listen({ host: '127.0.0.1', port: 0 });
});
after(() => server.close());

async function send<T>(method: 'GET' | 'POST' | 'DELETE', url: string, { body, status = 200 }: { readonly body?: object; readonly status?: number } = {}): Promise<T> {
  const answer = await server.app.inject({ method, url, headers: { host: 'localhost' }, ...(body === undefined ? {} : { body }) });
  assert.equal(answer.statusCode, status, answer.body);
  return answer.body === '' ? (undefined as T) : answer.json<T>();
}

/** A stream of events and what it has said so far. */
async function stream(url: string, headers: Record<string, string> = {}): Promise<{ readonly response: Response; text(): string; until(pattern: RegExp): Promise<string>; close(): void }> {
  const control = new AbortController();
  const response = await fetch(`${origin}${url}`, { headers, signal: control.signal });
  let said = '';
  const reading = { over: false };
  void (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) said += decoder.decode(chunk, { stream: true });
  })().catch(() => undefined).finally(() => (reading.over = true));
  return {
    response,
    text: () => said,
    async until(pattern) {
      for (const end = Date.now() + 15_000; !pattern.test(said) && !reading.over && Date.now() < end; ) await new Promise((done) => setTimeout(done, 20));
      assert.match(said, pattern);
      return said;
    },
    close: () => control.abort(),
  };
}

describe('scans', () => {
  it('are defined, listed, run, cancelled and deleted, and the audit says by whom', async () => {
    const scan = await send<Scan>('POST', '/api/scans', { body: { name: 'nightly', aws: { accounts: ['111122223333'], role: 'reader' }, every: '1d', from: '2031-01-01T02:00:00Z', judge: [{ target: 'eu-west-1' }] }, status: 201 });
    assert.equal(scan.next, '2031-01-01T02:00:00.000Z');
    await send('POST', '/api/scans', { body: { name: 'nightly', aws: {} }, status: 409 });
    for (const body of [{ name: 'x' }, { name: 'x', aws: {}, every: '1s' }, { name: 'x', paths: ['/etc'] }, { name: 'x', aws: { endpointUrl: 'http://evil' } }]) await send('POST', '/api/scans', { body, status: 400 });
    assert.deepEqual((await send<Page<Scan>>('GET', '/api/scans')).items, [scan]);
    assert.deepEqual(await send<Scan>('GET', `/api/scans/${scan.id}`), scan);
    const job = await send<Job>('POST', `/api/scans/${scan.id}/jobs`, { status: 202 });
    assert.equal((await send<Job>('POST', `/api/scans/${scan.id}/jobs`, { status: 202 })).id, job.id);
    assert.deepEqual((await send<Page<Job>>('GET', `/api/jobs?scan=${scan.id}`)).items, [job]);
    assert.equal((await send<Job>('POST', `/api/jobs/${job.id}/cancel`, { status: 202 })).state, 'cancelled');
    await send('POST', `/api/jobs/${job.id}/cancel`, { status: 409 });
    await send('DELETE', `/api/scans/${scan.id}`, { status: 204 });
    for (const [method, url] of [['GET', `/api/scans/${scan.id}`], ['DELETE', `/api/scans/${scan.id}`], ['POST', `/api/scans/${scan.id}/jobs`], ['GET', `/api/jobs/${job.id}`], ['POST', `/api/jobs/${job.id}/cancel`], ['GET', `/api/jobs/${job.id}/events`]] as const) await send(method, url, { status: 404 });
    const { items } = await send<Page<AuditEntry>>('GET', '/api/audit');
    assert.deepEqual(items.map(({ action }) => action), ['delete scan', 'cancel job', 'run scan', 'define scan']);
  });
});

describe('the events of a job', () => {
  it('come as they happen, go on where a connection broke, and end with the job', async () => {
    const { store } = server;
    const actor = { who: 'test', request: 'test' };
    const scan = await send<Scan>('POST', '/api/scans', { body: { name: 'streamed', aws: {} }, status: 201 });
    const job = await send<Job>('POST', `/api/scans/${scan.id}/jobs`, { status: 202 });
    const url = `/api/jobs/${job.id}/events`;
    const live = await stream(url);
    assert.match(String(live.response.headers.get('content-type')), /^text\/event-stream/);
    assert.equal(live.response.headers.get('x-content-type-options'), 'nosniff');
    await live.until(/id: 1\nevent: state\ndata: \{.*"text":"queued"\}\n\n/);
    await store.jobs.claim('w', 1e6);
    const lease = { job: job.id, worker: 'w', attempt: 1 };
    await store.jobs.tell(lease, { kind: 'progress', text: 'accounts: 3 of 9\n\nevent: state\ndata: forged' });
    assert.doesNotMatch(await live.until(/id: 3\nevent: progress/), /^data: forged/m);
    live.close();
    const again = await stream(url, { 'last-event-id': '2' });
    const other = await stream(`${url}?after=3`);
    await again.until(/id: 3\n/);
    assert.equal((await fetch(`${origin}${url}`)).status, 503);
    await store.jobs.end(lease, { state: 'cancelled' });
    assert.doesNotMatch(await again.until(/id: 4\nevent: state\ndata: .*cancelled.*\n\nevent: end\n/), /id: [12]\n/);
    await other.until(/event: end/);
    await store.scans.remove(scan.id, actor);
    assert.equal((await fetch(`${origin}${url}`, { headers: { 'last-event-id': 'x' } })).status, 400);
  });

  it('hold up no shutdown', async () => {
    const scan = await send<Scan>('POST', '/api/scans', { body: { name: 'open', aws: {} }, status: 201 });
    const job = await send<Job>('POST', `/api/scans/${scan.id}/jobs`, { status: 202 });
    const open = await stream(`/api/jobs/${job.id}/events`);
    await open.until(/queued/);
    const began = performance.now();
    await server.app.close();
    assert.ok(performance.now() - began < 5000);
  });
});
