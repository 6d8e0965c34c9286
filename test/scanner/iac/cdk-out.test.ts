import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cdkOutStacks } from '../../../scanner/iac/cdk-out.ts';
import type { Deployment } from '../../../scanner/iac/reader.ts';

const stack = (properties: object, environment: string, more: object = {}): object => ({ type: 'aws:cloudformation:stack', environment, properties, ...more });
const read = (artifacts: object, deployments: readonly Deployment[] = [{ region: 'eu-west-1' }], path = 'cdk.out/manifest.json'): ReturnType<typeof cdkOutStacks> =>
  cdkOutStacks({ path, absolutePath: `/root/${path}`, text: JSON.stringify({ version: '48.0.0', artifacts }) }, deployments);

test('a stack with account and region of its own', () => {
  const metadata = { '/Shop/Orders/Resource': [{ type: 'aws:cdk:logicalId', data: 'Orders1A2B' }], '/Shop': [{ type: 'aws:cdk:warning', data: 'x' }] };
  const { stacks, facts } = read({ Shop: stack({ templateFile: 'Shop.template.json', stackName: 'shop-live', parameters: { A: 'x', B: 1 } }, 'aws://123456789012/us-east-1', { metadata }) });
  assert.deepEqual([...stacks], [['cdk.out/Shop.template.json', [{ stack: 'shop-live', account: '123456789012', region: 'us-east-1', parameters: { A: 'x', B: '1' }, modules: { Orders1A2B: 'Shop/Orders/Resource' } }]]]);
  assert.deepEqual(facts, []);
});

test('a stack without takes the given deployments', () => {
  const given = [{ region: 'eu-west-1', account: '111111111111', parameters: { A: 'given' } }, { region: 'eu-central-1' }];
  const { stacks } = read({ Shop: stack({ templateFile: 'Shop.template.json', parameters: { A: 'own' } }, 'aws://unknown-account/unknown-region') }, given);
  assert.deepEqual(stacks.get('cdk.out/Shop.template.json'), [
    { region: 'eu-west-1', account: '111111111111', stack: 'Shop', modules: {}, parameters: { A: 'given' } },
    { region: 'eu-central-1', stack: 'Shop', modules: {}, parameters: { A: 'own' } },
  ]);
});

test('stages have manifests of their own, relative to their folder', () => {
  const { stacks } = read({ App: stack({ templateFile: 'App.template.json' }, 'aws://unknown-account/us-east-1'), Tree: { type: 'cdk:tree', properties: { file: 'tree.json' } } }, undefined, 'cdk.out/assembly-Prod/manifest.json');
  assert.deepEqual([...stacks.keys()], ['cdk.out/assembly-Prod/App.template.json']);
});

test('what is no manifest has no stacks, and what is broken is told', () => {
  for (const text of ['{"name": "web app", "icons": []}', 'aws:cloudformation:stack', '[]', '{"version": 1, "x": "aws:cloudformation:stack"}']) {
    assert.equal(cdkOutStacks({ path: 'manifest.json', absolutePath: '/m', text }, []).stacks.size, 0);
  }
  const { stacks, facts } = read({ A: stack({}, 'x'), B: stack({ templateFile: '../../etc/passwd' }, 'x'), C: { type: 'aws:cloudformation:stack', properties: 5 } });
  assert.equal(stacks.size, 0);
  assert.deepEqual(facts.map((fact) => fact.type === 'blind-spot' && fact.reason), ['unparsable', 'unparsable', 'unparsable']);
});
