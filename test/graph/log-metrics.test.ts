import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildEstate } from '../../graph/build.ts';
import type { ResourceFact } from '../../model/fact.ts';

const fact = (id: string, kind: string, more: Partial<ResourceFact>): ResourceFact => ({
  type: 'resource', id: `cloudformation:${id}`, resourceType: kind === 'log-group' ? 'AWS::Logs::LogGroup' : 'AWS::CloudWatch::Alarm', kind, name: id, region: 'eu-west-1', identities: [], attributes: {}, references: [], tags: {},
  source: { scanner: 'cloudformation', file: 'a.yaml', path: `Resources.${id}` }, ...more,
});
const alarm = (id: string, more: Partial<ResourceFact> = {}): ResourceFact => fact(id, 'cloudwatch-alarm', { attributes: { metrics: [{ namespace: 'Shop', name: 'Errors' }, { name: 'NoNamespace' }] }, ...more });

test('an alarm watches the logs that its metric is made of, in its own region and account', () => {
  const facts = [
    fact('Logs', 'log-group', { attributes: { metricFilters: ['Shop/Errors', 'Shop/Orders'] }, account: '111122223333' }),
    alarm('Here'), alarm('Same', { account: '111122223333' }), alarm('Abroad', { region: 'eu-central-1' }), alarm('Elsewhere', { account: '444455556666' }), alarm('Other', { attributes: { metrics: [{ namespace: 'Shop', name: 'Visits' }] } }),
  ];
  const { edges } = buildEstate(facts);
  assert.deepEqual(edges.map(({ from, type, to, evidence }) => [from, type, to, evidence[0]?.how, evidence[0]?.source.path]), ['Here', 'Same'].map((id) => [`cloudformation:${id}`, 'observes', 'cloudformation:Logs', 'metric Shop/Errors', `Resources.${id}`]));
  assert.deepEqual(buildEstate(facts.toReversed()).edges, edges);
});
