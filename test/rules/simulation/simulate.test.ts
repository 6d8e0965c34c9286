import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { buildEstate } from '../../../graph/build.ts';
import { fates, fatesOf } from '../../../graph/queries/fates.ts';
import { services as servicesOf } from '../../../graph/queries/services.ts';
import { viewOf, type EstateView } from '../../../graph/view.ts';
import { edgeTypes, type EdgeType } from '../../../model/edge.ts';
import type { Fact } from '../../../model/fact.ts';
import type { ServiceIntent, Strategy } from '../../../model/intent.ts';
import { symbol } from '../../../model/symbol.ts';
import { simulationSchema, type Loss, type Simulation } from '../../../model/simulation.ts';
import { checkAssertion, parseAssertion } from '../../../rules/simulation/assertion.ts';
import { parseLoss } from '../../../rules/simulation/loss.ts';
import { simulate } from '../../../rules/simulation/simulate.ts';
import { resource } from '../../support/facts.ts';
import { factsOfExample } from '../../support/run-example.ts';
import { yaml } from '../../../rules/support/yaml.ts';

interface Around {
  readonly target?: string;
  readonly strategy?: Strategy;
  readonly services?: Readonly<Record<string, ServiceIntent>>;
}

function lose(view: EstateView, lost: readonly string[], { target, strategy = 'warm-standby', services = {} }: Around = {}): Simulation {
  const intent = { home: ['us-east-1'], strategy, services, exemptions: [], today: '2030-01-31' };
  return simulationSchema.parse(simulate({ view, services: servicesOf(view, services), intent, target, lost: lost.map((text) => parseLoss(text) as Loss), code: [], tool: 'test' }));
}
const view = (home: string, target?: string): EstateView => viewOf(buildEstate(factsOfExample({ home, ...(target === undefined ? {} : { target }) })));
const outcomes = ({ services }: Simulation): Record<string, string> => Object.fromEntries(services.map(({ id, outcome }) => [id, outcome]));

const shop = yaml`
  Orders:
    Type: AWS::DynamoDB::GlobalTable
    Properties:
      TableName: orders
      Replicas: [{ Region: us-east-1 }, { Region: eu-west-1 }]
  Api:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: api, Role: 'arn:aws:iam::111122223333:role/api', Environment: { Variables: { TABLE: { Ref: Orders } } } }
`;
const ledger = yaml`
  Ledger:
    Type: AWS::DynamoDB::Table
    Properties: { TableName: ledger }
`;

describe('simulate', () => {
  it('recovers what templates and copies can bring back, and tells time and data', () => {
    const simulation = lose(view(shop), ['us-east-1'], { target: 'eu-west-1', services: { shop: { include: [], rto: '1h', rpo: '5s' } } });
    const [service] = simulation.services;
    assert.equal(service?.outcome, 'recovers');
    assert.deepEqual([service.rto.seconds, service.rto.met, service.rpo.seconds, service.rpo.met], [45 * 60, true, 1, true]);
    assert.match(simulation.steps[0]?.text ?? '', /^Deploy shop to eu-west-1 \(1 resource without a counterpart\)/);
    assert.equal(simulation.stores[0]?.way, 'Global table replica');
  });

  it('brings nothing along that was exempted from having a copy', () => {
    const exemptions = [{ rule: 'data-ddb-no-replica', subject: 'ledger', reason: 'Written again every night' }];
    const intent = { home: ['us-east-1'], strategy: 'warm-standby' as const, services: { shop: { include: [], rpo: '1h' } }, exemptions, today: '2030-01-31' };
    const estate = view(ledger);
    const lost = simulate({ view: estate, services: servicesOf(estate, intent.services), intent, target: 'eu-west-1', lost: [parseLoss('us-east-1') as Loss], code: [], tool: 'test' });
    assert.deepEqual([lost.services[0]?.outcome, lost.services[0]?.rpo.seconds, lost.stores], ['recovers', 0, []]);
  });

  it('stops where data has no copy, and survives where only the standby is lost', () => {
    assert.deepEqual(outcomes(lose(view(ledger), ['us-east-1'], { target: 'eu-west-1' })), { shop: 'stops' });
    assert.equal(lose(view(ledger), ['us-east-1']).stores[0]?.seconds, null);
    const standby = lose(view(ledger, ledger), ['eu-west-1']);
    assert.deepEqual(outcomes(standby), { shop: 'survives' });
    assert.match(standby.services[0]?.why.join() ?? '', /its standby is gone/);
  });

  it('waits for what a service needs, and stops with it', () => {
    const facts: Fact[] = [
      resource('a', { name: 'a', region: 'us-east-1', stack: 'web', references: [{ path: 'p', to: 'arn:aws:dynamodb:us-east-1:111122223333:table/t', edge: 'reads' }] }),
      resource('arn:aws:dynamodb:us-east-1:111122223333:table/t', { resourceType: 'AWS::DynamoDB::Table', kind: 'dynamodb-table', name: 't', region: 'us-east-1', stack: 'data', arn: 'arn:aws:dynamodb:us-east-1:111122223333:table/t', attributes: { replicaRegions: [] } }),
    ];
    const simulation = lose(viewOf(buildEstate(facts)), ['us-east-1'], { target: 'eu-west-1' });
    assert.equal(outcomes(simulation)['data'], 'stops');
    assert.notEqual(outcomes(simulation)['web'], 'survives');
    assert.deepEqual(simulation.services.find(({ id }) => id === 'web')?.waitsFor, ['data']);
  });

  it('blocks changes through control planes that are lost', () => {
    const role = yaml`
      Role:
        Type: AWS::IAM::Role
        Properties: { AssumeRolePolicyDocument: { Statement: [] } }
      Dns:
        Type: AWS::Route53::RecordSet
        Properties: { Name: shop.example, Type: CNAME, TTL: '60', HostedZoneName: example., ResourceRecords: [{ Ref: Fn }] }
      Fn:
        Type: AWS::Lambda::Function
        Properties: { FunctionName: fn }
    `;
    const blocked = lose(view(role), ['us-east-1'], { target: 'eu-west-1' }).steps.filter((step) => step.blocked !== undefined);
    assert.ok(blocked.length > 0);
    assert.match(blocked[0]?.blocked ?? '', /control plane of .+ is in us-east-1/);
  });

  it('says what it does not know', () => {
    const { region: _, ...homeless } = resource('y', { name: 'y', stack: 'a' });
    const untold = lose(viewOf(buildEstate([resource('x', { name: 'x', region: 'us-east-1', stack: 'a' }), homeless])), ['us-east-1']);
    assert.match(untold.services[0]?.why.join() ?? '', /nobody told us the region of y/);
    assert.match(lose(view(ledger), ['sa-east-1']).notes.join(), /Nothing in the estate is in sa-east-1/);
  });
});

describe('parseLoss', () => {
  it('reads every form and nothing else', () => {
    assert.deepEqual(parseLoss('us-east-1a'), { kind: 'zone', value: 'us-east-1a' });
    assert.deepEqual(parseLoss('service:dynamodb@us-east-1'), { kind: 'service', value: 'dynamodb', region: 'us-east-1' });
    assert.deepEqual(parseLoss('control-plane:iam'), { kind: 'control-plane', value: 'iam' });
    assert.deepEqual(parseLoss('account:111122223333'), { kind: 'account', value: '111122223333' });
    for (const text of ['', 'moon', 'service:tables', 'account:1', 'zone:us-east-1', 'service:dynamodb@moon']) assert.equal(parseLoss(text), undefined, text);
  });
});

describe('assertions', () => {
  const simulation = lose(view(shop), ['us-east-1'], { target: 'eu-west-1' });
  for (const [text, holds] of [
    ['shop recovers from us-east-1', true], ['shop recovers from us-east-1 within 1h', true], ['shop recovers from us-east-1 within 1m', false], ['shop survives us-east-1', false],
    ['shop loses at most 1s from us-east-1', true], ['shop loses at most 0s from us-east-1', false], ['* recovers from us-east-1', true], ['nobody survives us-east-1', false],
  ] as const) {
    it(`${text}: ${holds}`, () => {
      const assertion = parseAssertion(text);
      assert.ok(assertion !== undefined);
      assert.equal(checkAssertion(assertion, simulation).holds, holds);
    });
  }

  it('refuses what is no claim', () => {
    for (const text of ['shop', 'shop survives', 'survives us-east-1', 'shop survives the moon', 'shop recovers from us-east-1 within soon', 'shop loses at most from us-east-1']) assert.equal(parseAssertion(text), undefined, text);
  });
});

it('agrees with a search by brute force on who stops', () => {
  const types = Object.keys(edgeTypes) as EdgeType[];
  const estate = fc.record({
    regions: fc.array(fc.constantFrom('us-east-1', 'eu-west-1', 'global'), { minLength: 1, maxLength: 8 }),
    edges: fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom(...types)), { maxLength: 16 }),
  });
  fc.assert(
    fc.property(estate, ({ regions, edges }) => {
      const id = (index: number): string => `n${index % regions.length}`;
      const facts = regions.map((region, index) => resource(`n${index}`, { resourceType: `Custom::T${index}`, name: `n${index}`, region }));
      const links: Fact[] = edges.map(([from, to, edge]) => ({ type: 'reference', from: symbol(id(from)), to: symbol(id(to)), edge, how: 'test', source: { scanner: 'test' } }));
      const built = viewOf(buildEstate([...facts, ...links]));
      const states = fatesOf(built, { isLost: ({ region }) => region === 'us-east-1' });
      const down = new Set(regions.flatMap((region, index) => (region === 'us-east-1' ? [`n${index}`] : [])));
      for (let grown = true; grown; ) {
        grown = false;
        for (const { from, to, type } of built.estate.edges) {
          const { dependent } = edgeTypes[type];
          const [needs, needed] = dependent === 'from' ? [from, to] : [to, from];
          if (dependent !== 'none' && down.has(needed) && !down.has(needs)) grown = down.add(needs) !== undefined;
        }
      }
      for (const [index, name] of built.adjacency.ids.entries()) assert.equal(fates[states[index] ?? 0] !== 'untouched', down.has(name), name);
    }),
    { numRuns: 200 },
  );
});
