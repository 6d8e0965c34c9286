import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildEstate } from '../../graph/build.ts';
import { viewOf } from '../../graph/view.ts';
import type { Fact, ResourceFact } from '../../model/fact.ts';
import type { Intent } from '../../model/intent.ts';
import { canonicalJson } from '../../model/json.ts';
import { readinessSchema, type Readiness } from '../../model/readiness.ts';
import { judge, type Judge } from '../../rules/judge.ts';
import { rule } from '../../rules/rule.ts';
import { gap, ready } from '../../rules/verdict.ts';
import { resource } from '../support/facts.ts';

const intent: Intent = { home: ['us-east-1'], target: 'eu-west-1', strategy: 'warm-standby', services: {}, exemptions: [], today: '2026-11-21' };
const meta = { title: 'Table is not replicated', why: 'w', fix: 'f', effect: { otherwise: 'RPO is everything.', 'backup-restore': 'RPO is the last backup.' }, links: ['https://example.com'], examples: { gap: [{ home: '' }], ready: [{ home: '' }] } } as const;
const replicated = rule({
  ...meta, id: 'data-test', on: 'dynamodb-table', needs: ['replicaRegions'],
  severity: { 'backup-restore': 'off', 'pilot-light': 'medium', 'warm-standby': 'critical', 'active-active': 'critical' },
  check: ({ name, attributes }, { intent: { target } }) => (attributes.replicaRegions.includes(target) ? ready() : gap(`${name} is not in ${target}.`)),
});
const table = (id: string, given: Partial<ResourceFact> = {}): ResourceFact =>
  resource(id, { resourceType: 'AWS::DynamoDB::Table', kind: 'dynamodb-table', attributes: { replicaRegions: [] }, stack: 'orders', ...given });
const judged = (facts: readonly Fact[], given: Partial<Judge> = {}): Readiness => judge({ view: viewOf(buildEstate(facts)), rules: [replicated], intent, tool: '0', ...given });
const states = ({ judgements }: Readiness): string[] => judgements.map(({ state, title }) => `${state} ${title}`);

describe('judge', () => {
  it('answers all four ways, gaps first, and the document has its own schema', () => {
    const readiness = judged([
      table('gap'), table('fine', { attributes: { replicaRegions: ['eu-west-1'] } }), table('untold', { attributes: {} }), table('scratch', { tags: { 'mr:ephemeral': 'true' } }),
    ]);
    assert.deepEqual(states(readiness), ['gap gap', 'unknown untold', 'exempt scratch', 'ready fine']);
    assert.deepEqual(readiness.counts, { gap: 1, unknown: 1, exempt: 1, ready: 1 });
    assert.equal(readiness.status, 'blocked');
    assert.deepEqual(readiness.score, { percent: 33.3, ready: 8, judged: 24 });
    assert.match(readiness.judgements[1]?.ask ?? '', /replicaRegions/);
    assert.deepEqual(readiness.judgements[0]?.evidence, [{ what: 'replicaRegions', value: '[]', source: { scanner: 'cloudformation', file: 'test.yaml', path: 'gap' } }]);
    readinessSchema.parse(JSON.parse(JSON.stringify(readiness)));
  });

  it('judges what runs at home or nobody knows where, and counts the rest', () => {
    const readiness = judged([table('home'), table('away', { region: 'ap-south-1' }), table('there', { region: 'eu-west-1' }), table('somewhere', { region: undefined } as never)]);
    assert.deepEqual(states(readiness), ['gap home', 'gap somewhere']);
    assert.equal(readiness.coverage.outside, 1);
  });

  it('takes severity from the strategy and the configuration', () => {
    const severity = (strategy: Intent['strategy'], settings: Judge['settings'] = {}): string | undefined =>
      judged([table('t')], { intent: { ...intent, strategy }, settings }).judgements[0]?.severity;
    assert.deepEqual([severity('warm-standby'), severity('pilot-light'), severity('backup-restore')], ['critical', 'medium', undefined]);
    assert.deepEqual([severity('warm-standby', { 'data-test': 'low' }), severity('warm-standby', { 'data-test': 'off' }), severity('backup-restore', { 'data-test': { severity: 'high' } })], ['low', undefined, 'high']);
    assert.equal(severity('warm-standby', { 'data-test': { exclude: ['t'] } }), undefined);
  });

  it('judges a service by the strategy of its own', () => {
    const services = { orders: { strategy: 'backup-restore' as const, include: [] } };
    assert.deepEqual(states(judged([table('a'), table('b', { stack: 'web' })], { intent: { ...intent, services } })), ['gap b']);
  });

  it('says nothing of a type that a rule is not about, not even that a guard speaks for it', () => {
    const regional = rule({ ...meta, id: 'data-typed', on: 'resource', types: ['AWS::DAX::Cluster'], severity: 'high', check: ({ name }) => gap(`${name} is regional.`) });
    const scratch = { 'mr:ephemeral': 'true' };
    const facts = [table('table', { tags: scratch }), ...[{}, scratch].map((tags, index) => resource(`cache-${index}`, { resourceType: 'AWS::DAX::Cluster', tags }))];
    assert.deepEqual(states(judged(facts, { rules: [regional] })), ['gap cache-0', 'exempt cache-1']);
  });

  it('never calls an estate ready that it saw nothing of, or not all of', () => {
    const fine = table('fine', { attributes: { replicaRegions: ['eu-west-1'] } });
    const blind: Fact = { type: 'blind-spot', reason: 'unparsable', asked: 'x', message: 'y', source: { scanner: 'cloudformation' } };
    assert.deepEqual([judged([]).status, judged([fine]).status, judged([fine, blind]).status], ['unknown', 'ready', 'unknown']);
    assert.equal(judged([]).score.percent, null);
    const partitions = rule({ ...meta, id: 'region-test', on: 'estate', severity: 'high', *check() { yield { subject: 'x', title: 'x', verdict: ready() }; } });
    assert.equal(judged([], { rules: [partitions] }).status, 'unknown');
  });

  it('honours exemptions until they expire, and says when they have', () => {
    const exempted = (until: string): Readiness => judged([table('t')], { intent: { ...intent, exemptions: [{ rule: 'data-*', subject: 't', reason: 'Moves next year', until }] } });
    assert.deepEqual(states(exempted('2026-11-21')), ['exempt t']);
    assert.deepEqual(states(exempted('2026-11-20')), ['gap t']);
    assert.match(exempted('2026-11-20').notes.join(), /expired on 2026-11-20/);
  });

  it('honours comments at the resource, and reports the ones that accept nothing', () => {
    const comment = (rules: string[], line: number | undefined, until?: string): Fact =>
      ({ type: 'suppression', rules, reason: 'Known', ...(line ? { line } : {}), ...(until ? { until } : {}), source: { scanner: 'code', file: 'a.yaml', line: line ?? 1 } });
    const at = table('t', { source: { scanner: 'cloudformation', file: 'a.yaml', line: 7 } });
    assert.deepEqual(states(judged([at, comment(['data-test'], 7)])), ['exempt t']);
    assert.deepEqual(states(judged([at, comment(['data-*'], undefined)])), ['exempt t']);
    const stale = judged([at, comment(['data-test'], 8), comment(['data-test'], 7, '2020-01-01')]);
    assert.deepEqual(states(stale), ['gap t']);
    assert.equal(stale.notes.length, 2);
  });

  it('marks what the baseline knows and leaves it out of the open gaps', () => {
    const [known] = judged([table('t')]).judgements;
    const readiness = judged([table('t'), table('new')], { baseline: new Set([known?.fingerprint ?? '']) });
    assert.deepEqual(readiness.judgements.map(({ title, baselined }) => [title, baselined]), [['new', undefined], ['t', true]]);
    assert.equal(readiness.severities.critical, 1);
  });

  it('groups by service and orders their migration', () => {
    const user = resource('u', { stack: 'web', references: [{ path: '', to: '⟦t⟧', edge: 'reads' }] });
    const readiness = judged([table('t'), user]);
    assert.deepEqual(readiness.waves, [[['orders']], [['web']]]);
    assert.deepEqual(readiness.services.map(({ id, status, dependsOn, wave }) => ({ id, status, dependsOn, wave })), [
      { id: 'orders', status: 'blocked', dependsOn: [], wave: 1 },
      { id: 'web', status: 'unknown', dependsOn: ['orders'], wave: 2 },
    ]);
  });

  it('gives the same bytes for the same facts in any order', () => {
    const facts = [table('a'), table('b', { attributes: {} }), table('c'), resource('d', { references: [{ path: 'x', to: '⟦a⟧' }] })];
    assert.equal(canonicalJson(judged(facts)), canonicalJson(judged(facts.toReversed())));
  });
});
