import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { scopes } from '../../server/api.ts';
import { openUrl } from '../../server/store/open.ts';
import type { Store } from '../../server/store/store.ts';
import { resource } from '../support/facts.ts';
import { ownDatabase } from '../support/own-database.ts';
import { snapshotOf, testServer, upload } from '../support/server.ts';

/**
 * Requests made of the description that the server gives of itself, and of everything that a hostile client could make of it. No answer may be a failure of
 * the server. REGIONREADY_FUZZ_SECONDS makes it go on for longer.
 */

type Schema = Readonly<Record<string, unknown>>;
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
}
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

const attacks = ['', ' ', '__proto__', 'constructor', 'toString', '..', '../../etc/passwd', '%00', '\u0000', '\ud800', '\u202e', 'a\r\nset-cookie: x=1', "'; DROP TABLE snapshot; --", '<script>', '${7*7}', '*', '?', '-1', '1e309', '9'.repeat(400), 'NaN', 'x'.repeat(3000), 'é'.repeat(5000), '\u{1f4a9}'.repeat(2000), '2030-02-31', '-P1D', '1e9d', 'P', 'http://169.254.169.254/', 'file:///etc/passwd', '@', '\t', '\u2028', '%', '%E0%A4%A', '+', '&a=b', ';', '=', '"', '\\', 'zone:eu-west-1a', 'control-plane:iam', 'service:dynamodb@eu-west-1', '[object Object]', '{}', '[]', 'null', 'true', '⟦a⟧'];
const known = ['a', 'b', 'eu-west-1', 'eu-central-1', 'us-east-1', 'orders', 'unassigned', 'gap', 'ready', 'readiness', 'csv', 'html', 'sarif', 'data-s3-no-crr', '2030-01-01', '2030-01-01T00:00:00Z', '6h', '1', '0', '500'];
const word = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, { weight: 2, arbitrary: fc.constantFrom(...attacks) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) });
const anything = fc.oneof(fc.jsonValue({ maxDepth: 3 }), word, fc.constant(JSON.parse('{"__proto__":{"admin":true}}') as unknown), fc.constant(JSON.parse('{"constructor":{"prototype":{"a":1}}}') as unknown));

interface Values {
  readonly ids: readonly string[];
  /** Nothing but what the schema takes, made of what there is. */
  readonly mild: boolean;
}

/** Values that a schema takes; with others among them, unless it is to be mild. */
function valueOf(schema: Schema | undefined, values: Values, depth = 0): fc.Arbitrary<unknown> {
  const { ids, mild } = values;
  const text = mild ? fc.constantFrom(...known) : word;
  const fitting = ((): fc.Arbitrary<unknown> => {
    const { type, enum: choices, anyOf, items, properties, required, pattern, format, minimum = 0, maximum = 600, const: constant } = schema ?? {};
    if (Array.isArray(choices)) return fc.constantFrom(...(choices as unknown[]));
    if (constant !== undefined) return fc.constant(constant);
    if (Array.isArray(anyOf) && depth < 4) return fc.oneof(...(anyOf as Schema[]).map((each) => valueOf(each, values, depth + 1)));
    if (type === 'integer' || type === 'number') return mild ? fc.integer({ min: Math.max(0, Number(minimum)), max: Math.min(600, Number(maximum)) }) : fc.oneof(fc.integer({ min: 0, max: 600 }), fc.constantFrom(-1, 1.5, 1e308));
    if (type === 'boolean') return fc.boolean();
    if (type === 'array' && depth < 4) return fc.array(valueOf(items as Schema, values, depth + 1), { minLength: mild ? 1 : 0, maxLength: 4 });
    if (type === 'object' && depth < 4) {
      const members = Object.entries((properties ?? {}) as Readonly<Record<string, Schema>>).map(([name, each]) => [name, valueOf(each, values, depth + 1)] as const);
      return fc.record(Object.fromEntries(members), { requiredKeys: (required ?? []) as string[] });
    }
    if (pattern !== undefined || format === 'uuid') return mild ? fc.constantFrom(...ids) : fc.oneof(fc.constantFrom(...ids), word);
    return text;
  })();
  return mild ? fitting : fc.oneof({ weight: 5, arbitrary: fitting }, { weight: 1, arbitrary: anything });
}

const perhaps = <T>([given, missing]: readonly [number, number], arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.oneof({ weight: given, arbitrary }, { weight: missing, arbitrary: fc.constant(undefined) });
const textOf = (value: unknown): string => encodeURIComponent((typeof value === 'string' ? value : String(JSON.stringify(value))).toWellFormed());
const headerText = (value: unknown): string => String(value).replaceAll(/[^\t\u0020-\u007e\u0080-\u00ff]/g, '').slice(0, 4000);
const bomb = gzipSync(Buffer.alloc(20_000_000, 0x61));
const wholeUpload: readonly [type: string, body: Buffer] = ['application/gzip', snapshotOf([resource('uploaded')])];
const payloads: readonly (readonly [type: string, body: string | Buffer])[] = [
  ['application/json', '{"a":'], ['application/json', '{"__proto__":{"x":1}}'], ['application/json', `${'['.repeat(20_000)}`], ['application/json', 'x'.repeat(70_000)], ['application/json', ''], ['text/plain', 'x'], ['multipart/form-data', '--x'], ['application/x-www-form-urlencoded', 'a=1'],
  ['application/gzip', bomb], ['application/gzip', bomb.subarray(0, 100)], ['application/gzip', Buffer.from([0x1f, 0x8b])], ['application/x-ndjson', '{}\n'.repeat(1000)], ['application/x-ndjson', Buffer.from([0xff, 0xfe, 0x00])], ['application/octet-stream', snapshotOf([resource('__proto__')])], wholeUpload, ['nonsense', 'x'], ['application/json; charset=utf-7', '{}'],
];

interface Fuzz {
  /** In a folder of its own if not given. */
  readonly store?: Store;
  readonly seconds: number;
  /** With `token`, requests come with tokens of every scope, and without. */
  readonly access?: 'open' | 'token';
}

async function fuzz({ store, seconds, access = 'open' }: Fuzz): Promise<string> {
  const server = await testServer({ ...(store === undefined ? {} : { store }), access, limits: { snapshotBytes: 500_000, uploadBytes: 200_000, uploads: 100, streams: 1000 } });
  const facts = [resource('a', { region: 'eu-west-1', name: 'orders' }), resource('b', { region: 'eu-central-1' }), resource('__proto__', { region: 'eu-west-1' })];
  const tokens = await Promise.all((access === 'open' ? [] : scopes).map(async (scope) => (await server.store.tokens.make({ name: scope, scopes: [scope] }, { who: 'fuzz', request: 'fuzz' }))?.token ?? ''));
  const bearer = (token: string | undefined): Record<string, string> => (token === undefined ? {} : { authorization: `Bearer ${token}` });
  const all = bearer(tokens[scopes.indexOf('admin')]);
  const snapshot = await upload(server.app, snapshotOf(facts), all);
  const ask = (method: 'GET' | 'POST', url: string, body?: object) => server.app.inject({ method, url, headers: { host: 'localhost', ...all }, ...(body === undefined ? {} : { body }) });
  const scan = (await ask('POST', '/api/scans', { name: 'fuzzed', aws: {} })).json<{ id: string }>().id;
  const job = (await ask('POST', `/api/scans/${scan}/jobs`)).json<{ id: string }>().id;
  // One that is over: the events of another have no end.
  await ask('POST', `/api/jobs/${job}/cancel`);
  const kept = (await ask('POST', `/api/snapshots/${snapshot}/readinesses`, { target: 'eu-central-1', home: 'eu-west-1' })).json<{ id: string }>().id;
  const { paths } = (await ask('GET', '/api/openapi.json')).json<{ paths: Paths }>();
  const operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })));
  const { items: judged } = (await ask('GET', `/api/snapshots/${snapshot}/findings?target=eu-central-1&home=eu-west-1&limit=5&state=gap&state=unknown&state=ready`)).json<{ items: { fingerprint: string }[] }>();
  assert.ok(judged[0] !== undefined);
  // What the requests made: it may be deleted.
  const made: string[] = [];
  const ids = [snapshot, judged[0].fingerprint, scan, job, kept, '0'.repeat(64), '00000000-0000-4000-8000-000000000000', 'f'.repeat(32)];
  const statuses = new Map<number, number>();
  const answered = new Map(operations.map(({ path, method }) => [`${method} ${path}`, 0]));

  // Half of them mean well: behind the checks of parameters there is more to break.
  const request = fc.tuple(fc.constantFrom(...operations), fc.boolean()).chain(([{ path, method, operation }, mild]) => {
    const values = { ids, mild };
    const { parameters = [], requestBody } = operation;
    const schema = Object.values(requestBody?.content ?? {})[0]?.schema;
    const query = parameters.filter((each) => each.in === 'query');
    // What is deleted is made up: the others are still asked for.
    const id = method === 'DELETE' ? fc.oneof(word, fc.constantFrom(...ids.slice(5))) : fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: word });
    return fc.record({
      method: fc.oneof({ weight: 20, arbitrary: fc.constant(method) }, { weight: 1, arbitrary: fc.constantFrom('PUT', 'PATCH', 'OPTIONS', 'HEAD') }),
      names: fc.array(fc.oneof({ weight: 4, arbitrary: id }, { weight: 1, arbitrary: word }), { minLength: 3, maxLength: 3 }),
      path: fc.constant(path),
      turn: fc.nat(),
      // Half of them may do everything.
      token: tokens.length === 0 ? fc.constant(undefined) : fc.oneof(fc.constant(tokens[scopes.indexOf('admin')]), fc.constantFrom(...tokens, 'rr_guess', undefined)),
      query: fc.tuple(...query.map(({ name, required = false, schema: each }) => perhaps(required ? (mild ? [1, 0] : [19, 1]) : [1, 2], fc.tuple(fc.constant(name), mild ? valueOf(each, values).map((value) => [value].flat()) : fc.oneof({ weight: 4, arbitrary: valueOf(each, values).map((value) => [value]) }, { weight: 1, arbitrary: fc.array(word, { minLength: 2, maxLength: 4 }) }))))),
      extra: mild ? fc.constant(undefined) : perhaps([1, 7], fc.tuple(word, word)),
      headers: fc.dictionary(fc.constantFrom('content-encoding', 'accept-encoding', 'if-none-match', 'last-event-id', 'x-forwarded-for', 'x-request-id', 'range', 'expect', 'authorization', 'cookie', 'accept'), word, { maxKeys: mild ? 0 : 3 }),
      body: method === 'GET' ? fc.constant(undefined) : mild && schema === undefined ? fc.constant(wholeUpload) : fc.oneof({ weight: 4, arbitrary: valueOf(schema, values).map((value): readonly [string, string | Buffer] => ['application/json', JSON.stringify(value) ?? '']) }, ...(mild ? [] : [{ weight: 2, arbitrary: fc.constantFrom(...payloads) }])),
    });
  });

  try {
    await fc.assert(
      fc.asyncProperty(request, async ({ method, names, path, turn, token, query, extra, headers, body }) => {
        const own = (name: string): string | undefined => ({ snapshot, scan, job, readiness: kept, fingerprint: judged[0]?.fingerprint, rule: 'data-s3-no-crr', region: 'eu-west-1', service: 'orders' })[name];
        const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => textOf(method === 'DELETE' ? (turn % 2 === 0 ? (made[turn % made.length] ?? names[0]) : names[0]) : names[1] === names[2] ? names[0] : (own(name) ?? names[0])));
        const search = [...query.flatMap((each) => (each === undefined ? [] : each[1].map((value) => `${each[0]}=${textOf(value)}`))), ...(extra === undefined ? [] : [`${textOf(extra[0])}=${textOf(extra[1])}`])];
        const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, headerText(value)]));
        const answer = await server.app.inject({ method: method as 'GET', url: `${url}?${search.join('&')}`, headers: { ...sent, host: 'localhost', ...bearer(token), ...(body === undefined ? {} : { 'content-type': body[0] }) }, ...(body === undefined ? {} : { payload: body[1] }) });
        const operation = `${method} ${path}`;
        if (answer.statusCode === 201) made.push(answer.json<{ id: string }>().id);
        if (answer.statusCode < 300) answered.set(operation, (answered.get(operation) ?? 0) + 1);
        statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1);
        assert.ok(answer.statusCode < 500, `${method} ${url}?${search.join('&')} ${JSON.stringify([sent, body?.[0], String(body?.[1]).slice(0, 200)])}: ${answer.body}\n${server.log.slice(-3).join('')}`);
        assert.equal(answer.headers['set-cookie'], undefined);
      }),
      { numRuns: 100_000, interruptAfterTimeLimit: seconds * 1000, endOnFailure: true },
    );
    assert.equal(({} as { admin?: unknown }).admin, undefined);
    assert.equal((await ask('GET', '/api/health')).statusCode, 200);
  } finally {
    await server.close();
  }
  // It must get past the checks of parameters often enough to mean something.
  const sum = [...statuses.values()].reduce((sofar, count) => sofar + count, 0);
  assert.ok((statuses.get(200) ?? 0) > sum / 10, JSON.stringify([...statuses]));
  const never = [...answered].flatMap(([operation, count]) => (count === 0 ? [operation] : []));
  assert.ok(never.length < answered.size / 2, never.join(', '));
  return `${sum} requests of ${answered.size} operations: ${JSON.stringify(Object.fromEntries([...statuses].sort(([a], [b]) => a - b)))}; never fitting: ${never.join(', ')}`;
}

describe('no request makes the server fail', () => {
  const longer = process.env['REGIONREADY_FUZZ_SECONDS'];
  const seconds = (otherwise: number): number => (longer === undefined ? otherwise : Number(longer));
  it('with a store in a folder', async (context) => {
    context.diagnostic(await fuzz({ seconds: seconds(10) }));
  });

  const databaseUrl = process.env['REGIONREADY_TEST_DATABASE_URL'];
  it('with tokens of every scope, and a store in PostgreSQL', { skip: databaseUrl === undefined }, async (context) => {
    context.diagnostic(await fuzz({ store: await openUrl(await ownDatabase(databaseUrl ?? '')), seconds: seconds(8), access: 'token' }));
  });
});
