import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engineInUse, isVersion } from '../../../../../model/engine-in-use.ts';
import type { Fact } from '../../../../../model/fact.ts';
import type { Context } from '../../../../../scanner/aws/scan/context.ts';
import type { Miss } from '../../../../../scanner/aws/scan/miss.ts';
import type { Task } from '../../../../../scanner/aws/scan/task.ts';
import { engineOffersTask } from '../../../../../scanner/aws/sources/offers/engines.ts';
import { tokensTask } from '../../../../../scanner/aws/sources/offers/tokens.ts';
import { scriptedPlace, type Script } from '../../../../support/scripted-place.ts';

const contextOf = (script: Script, targets: readonly string[] = []): Context => ({ gateway: { at: () => scriptedPlace(script) }, targets, asOf: '2026-11-01' }) as unknown as Context;

async function run(task: Task): Promise<{ said: string[]; missed: string[] }> {
  const facts: Fact[] = [];
  const misses: Miss[] = [];
  await task.run({ cursor: undefined, written: new Set(), fact: (fact) => facts.push(fact), note: () => {}, miss: (miss) => misses.push(miss), failed: (failure) => assert.fail(String(failure)), checkpoint: () => {} });
  return { said: facts.map((fact) => (fact.type === 'offer' ? `${fact.region} ${fact.what} ${fact.available} ${fact.value ?? ''}`.trim() : fact.type)), missed: misses.map(({ asked }) => asked) };
}

describe('engine versions', () => {
  it('are taken from what resources name, and from nothing that is known after deployment', () => {
    assert.equal(engineInUse('rds-instance', { engine: 'postgres', engineVersion: '17.4' })?.key, 'rds/postgres/17.4');
    assert.equal(engineInUse('mq-broker', { engine: 'ACTIVEMQ', engineVersion: '5.18' })?.key, 'mq/activemq/5.18');
    assert.equal(engineInUse('rds-instance', { engine: 'postgres', engineVersion: '⟦v#Ref⟧' }), undefined);
    assert.equal(engineInUse('rds-instance', { engineVersion: '17.4' }), undefined);
    assert.equal(engineInUse('s3-bucket', { engineVersion: '1' }), undefined);
    assert.deepEqual([isVersion('17.4', '17'), isVersion('17.4', '17.4'), isVersion('17.40', '17.4'), isVersion('7.1', '17')], [true, true, false, false]);
  });

  it('are asked once for each engine, over every page', async () => {
    const engines = [['rds-instance', 'postgres', '17.4'], ['rds-instance', 'postgres', '9.6'], ['eks-cluster', '', '1.34']].flatMap(([kind, engine, engineVersion]) => engineInUse(kind, { engine, engineVersion }) ?? []);
    const task = engineOffersTask('eu-west-1', engines, { account: '1', context: contextOf({
      DescribeDBEngineVersions: () => [{ DBEngineVersions: [{ EngineVersion: '16.9' }] }, { DBEngineVersions: [{ EngineVersion: '17.4' }] }],
      DescribeClusterVersions: () => ({ clusterVersions: [] }),
    }) });
    assert.deepEqual(task.calls, ['eks:DescribeClusterVersions', 'rds:DescribeDBEngineVersions']);
    assert.deepEqual(await run(task), { said: ['eu-west-1 engine:rds/postgres/17.4 true', 'eu-west-1 engine:rds/postgres/9.6 false'], missed: ['versions of eks that eu-west-1 offers'] });
  });
});

describe('session tokens', () => {
  it('of version 1 are no good where a region needs opting in', async () => {
    const context = contextOf({ GetAccountSummary: () => ({ SummaryMap: { GlobalEndpointTokenVersion: 1 } }) }, ['ap-east-1', 'eu-west-1']);
    assert.deepEqual(await run(tokensTask('1', { context, region: 'us-east-1' })), { said: ['ap-east-1 sts-tokens:1 false 1', 'eu-west-1 sts-tokens:1 true 1'], missed: [] });
    const silent = contextOf({ GetAccountSummary: () => ({ SummaryMap: {} }) }, ['ap-east-1']);
    assert.equal((await run(tokensTask('1', { context: silent, region: 'us-east-1' }))).missed.length, 1);
  });
});
