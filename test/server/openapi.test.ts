import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { resource } from '../support/facts.ts';
import { snapshotOf, testServer, upload, type TestServer } from '../support/server.ts';

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}
interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

let server: TestServer;
let snapshot: string;
let description: Description;
before(async () => {
  server = await testServer();
  snapshot = await upload(server.app, snapshotOf([resource('a', { region: 'eu-west-1' }), resource('b', { region: 'eu-central-1' })]));
  description = (await server.app.inject({ url: '/api/openapi.json', headers: { host: 'localhost' } })).json();
});
after(() => server.close());

const operations = () => Object.entries(description.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));

describe('the OpenAPI document', () => {
  it('describes every route, its parameters and its problems', () => {
    assert.match(description.openapi, /^3\.1/);
    assert.ok(operations().length >= 35);
    for (const { path, method, operation } of operations()) {
      assert.ok((operation.summary ?? '') !== '', `${method} ${path}`);
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      assert.deepEqual((operation.parameters ?? []).filter((each) => each.in === 'path').map(({ name }) => name), named, path);
      assert.ok(Object.hasOwn(operation.responses, '4XX') && Object.hasOwn(operation.responses, '5XX'), `${method} ${path}: ${Object.keys(operation.responses).join(' ')}`);
      assert.ok(Object.keys(operation.responses).some((status) => /^20[0124]$/.test(status)));
    }
  });

  it('holds whatever the parameters are: no answer is a failure of the server', async () => {
    const word = fc.oneof(fc.string(), fc.constantFrom('a', 'b', 'eu-west-1', 'eu-central-1', 'us-east-1', '__proto__', '0', '-1', '1e9', '9'.repeat(30), 'gap', '\u0000', '\ud800', '*', 'zone:eu-west-1a'));
    const reading = operations().filter(({ method }) => method === 'get');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...reading), fc.array(word, { minLength: 8, maxLength: 8 }), fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), async ({ path, operation }, words, given) => {
        const next = (index: number): string => encodeURIComponent((words[index % words.length] ?? '').toWellFormed());
        const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'snapshot' ? snapshot : next(0)));
        const query = (operation.parameters ?? []).filter((each) => each.in === 'query').flatMap(({ name }, index) => (given[index] === true ? [`${name}=${next(index)}`] : []));
        const answer = await server.app.inject({ url: `${url}?${query.join('&')}`, headers: { host: 'localhost' } });
        assert.ok(answer.statusCode < 500, `${url}?${query.join('&')}: ${answer.body}\n${server.log.slice(-3).join('')}`);
      }),
      { numRuns: 600 },
    );
  });
});
