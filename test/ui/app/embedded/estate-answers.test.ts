import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { loadConfig } from '../../../../cli/config.ts';
import { ruleRegistry } from '../../../../cli/registry.ts';
import { buildEstate } from '../../../../graph/build.ts';
import { estateDocument } from '../../../../graph/estate-document.ts';
import { viewOf } from '../../../../graph/view.ts';
import type { Fact } from '../../../../model/fact.ts';
import type { Readiness } from '../../../../model/readiness.ts';
import { snapshotDecoder } from '../../../../model/snapshot.ts';
import { intentOf } from '../../../../rules/intent.ts';
import { servicesFor } from '../../../../rules/support/services-of.ts';
import { answeredBy } from '../../../../ui/app/embedded/estate/asking.ts';
import { estateAnswers } from '../../../../ui/app/embedded/estate/answers.ts';
import { searchOf, type Query } from '../../../../ui/app/request.ts';
import { root, shopConfig, shopSnapshot, testServer, upload, type TestServer } from '../../../support/server.ts';

const wish = { target: 'eu-central-1', strategy: 'warm-standby' };

/** The same questions as the pages ask. */
const questions: readonly (readonly [path: string, query: Query])[] = [
  ['services', { limit: 500 }],
  ['search', { text: 'SHOP', limit: 20 }],
  ['graph/picture', { by: 'none', open: ['checkout', 'orders'] }],
  ['graph/picture', { by: 'region', open: [], edge: ['reads', 'writes'], confidence: ['declared'] }],
  ['graph/picture', { by: 'vpc', service: 'payments', depth: 2 }],
  ['graph/picture', { by: 'none', lines: 0 }],
  ['graph/picture/overlay', { ...wish, by: 'none', open: ['checkout'], overlay: 'readiness' }],
  ['graph/picture/overlay', { by: 'region', lose: ['eu-west-1'] }],
  ['graph/picture/overlay', { by: 'none', lostService: 'payments' }],
  ['graph/services/path', { from: 'notifications', to: 'orders' }],
  ['plan', { ...wish, goal: 'expand', limit: 500 }],
  ['plan', { ...wish, goal: 'move', limit: 3 }],
  ['simulate', { ...wish, lose: ['eu-west-1'], limit: 500 }],
  ['simulate', { ...wish, lose: ['zone:eu-west-1a', 'control-plane:iam'], limit: 500 }],
  ['simulate', { ...wish, lose: ['service:dynamodb@eu-west-1'], limit: 5 }],
];

describe('the estate of a report', () => {
  let server: TestServer;
  let id = '';
  let answers: ReturnType<typeof estateAnswers>;
  before(async () => {
    const text = await shopSnapshot();
    server = await testServer();
    id = await upload(server.app, text);
    const decoder = snapshotDecoder('shop');
    const facts = gunzipSync(text).toString().split('\n').flatMap((line): Fact[] => (line === '' ? [] : [decoder.line(line)].filter((fact) => fact !== undefined)));
    const view = viewOf(buildEstate(facts));
    const { config } = await loadConfig({ cwd: root, rules: ruleRegistry, explicit: shopConfig, lookup: false });
    const readiness = await ask<Readiness>('findings/document', { ...wish, format: 'json', state: ['gap', 'unknown', 'ready', 'exempt'] });
    const intent = intentOf({ home: readiness.intent.home, target: wish.target, strategy: 'warm-standby', config, today: readiness.intent.today });
    const whole = JSON.parse(JSON.stringify(estateDocument(view, servicesFor(view, config.services)))) as ReturnType<typeof estateDocument>;
    answers = estateAnswers({ estate: whole, question: { intent, ...(config.plan === undefined ? {} : { plan: config.plan }) } }, readiness);
  });
  after(() => server.close());

  async function ask<T>(path: string, query: Query): Promise<T> {
    const answer = await server.app.inject({ url: `/api/snapshots/${id}/${path}${searchOf(query)}`, headers: { host: 'localhost' } });
    assert.equal(answer.statusCode, 200, answer.body.slice(0, 300));
    return answer.json<T>();
  }
  const told = (path: string, query: Query): unknown => JSON.parse(JSON.stringify(answeredBy(answers, `snapshots/report/${path}`)?.(query)));

  for (const [path, query] of questions) {
    it(`answers ${path}${searchOf(query)} as the server does`, async () => {
      const [own, served] = [told(path, query), await ask<Record<string, unknown>>(path, query)];
      assert.deepEqual(own, served);
    });
  }

  it('tells of a resource and of a way between two what the server does', async () => {
    const { items } = await ask<{ items: { id: string }[] }>('search', { text: 'checkout', limit: 500 });
    for (const { id: resource } of items) {
      const { sources: _, ...own } = told('graph/node', { id: resource }) as Record<string, unknown>;
      const { sources: __, kind: ___, stack: ____, disagreements: _____, ...served } = await ask<Record<string, unknown>>('graph/node', { id: resource });
      assert.deepEqual(own, served);
    }
    const query = { from: items[0]?.id, to: items.at(-1)?.id };
    assert.deepEqual(told('graph/path', query), await ask('graph/path', { ...query, along: 'needs' }));
  });

  it('says what it does not have', () => {
    for (const [path, query, text] of [['graph/node', { id: 'nothing' }, /no resource nothing/], ['graph/services/path', { from: 'orders', to: 'nobody' }, /no service nobody/], ['simulate', { lose: ['the moon'] }, /nothing that can be lost/]] as const) {
      assert.throws(() => told(path, query), text);
    }
    assert.equal(answeredBy(answers, 'snapshots/report/compare'), undefined);
  });
});
