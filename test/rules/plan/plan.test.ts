import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { buildEstate } from '../../../graph/build.ts';
import { serviceGraph } from '../../../graph/queries/service-graph.ts';
import { services as servicesOf } from '../../../graph/queries/services.ts';
import { viewOf, type EstateView } from '../../../graph/view.ts';
import type { Fact } from '../../../model/fact.ts';
import type { Intent } from '../../../model/intent.ts';
import { planSchema, type Goal, type MigrationPlan, type PlanConfig } from '../../../model/plan.ts';
import { symbol } from '../../../model/symbol.ts';
import { rules } from '../../../rules/index.ts';
import { judge } from '../../../rules/judge.ts';
import { plan } from '../../../rules/plan/plan.ts';
import type { Rule } from '../../../rules/rule.ts';
import { yaml } from '../../../rules/support/yaml.ts';
import { resource } from '../../support/facts.ts';
import { factsOfExample } from '../../support/run-example.ts';

interface Around {
  readonly goal?: Goal;
  readonly config?: PlanConfig;
  readonly services?: Intent['services'];
}

function planned(facts: readonly Fact[], { goal = 'expand', config, services: own = {} }: Around = {}): MigrationPlan {
  const view: EstateView = viewOf(buildEstate(facts));
  const services = servicesOf(view, own);
  const intent: Intent = { home: ['us-east-1'], target: 'eu-west-1', strategy: 'warm-standby', services: own, exemptions: [], today: '2030-01-07' };
  const readiness = judge({ view, rules: Object.values<Rule>(rules), intent, tool: 'test' });
  return planSchema.parse(plan({ view, services, judged: readiness, intent, goal, config, tool: 'test' }));
}
const example = (home: string): Fact[] => factsOfExample({ home });
const approach = (made: MigrationPlan, id = 'shop'): [string | undefined, string] => {
  const service = made.services.find((each) => each.id === id);
  return [service?.approach, service?.reasons.join('; ') ?? ''];
};

const table = yaml`
  Orders:
    Type: AWS::DynamoDB::Table
    Properties: { TableName: orders }
`;
const queue = yaml`
  Jobs:
    Type: AWS::SQS::Queue
    Properties: { QueueName: jobs }
`;
const stream = yaml`
  Clicks:
    Type: AWS::Kinesis::Stream
    Properties: { Name: clicks, ShardCount: 1 }
`;

describe('approach', () => {
  it('builds anew what keeps no data', () => assert.deepEqual(approach(planned(example(queue)))[0], 'new-build'));

  it('migrates live what can be kept in step', () => {
    const [chosen, because] = approach(planned(example(table)));
    assert.equal(chosen, 'live-migration');
    assert.match(because, /kept in step/);
  });

  it('takes a pause where one is tolerated that is long enough', () => {
    const [chosen, because] = approach(planned(example(table), { services: { shop: { include: ['shop'], pause: '4h' } } }));
    assert.equal(chosen, 'planned-transition');
    assert.match(because, /a pause of 4 h is tolerated, and the switch takes 16 min/);
  });

  it('asks for changes first where neither is possible', () => {
    const made = planned(example(stream), { services: { shop: { include: ['shop'], pause: '5m' } } });
    assert.equal(approach(made)[0], 'remediate');
    assert.match(approach(made)[1], /clicks cannot be kept in step/);
    assert.equal(made.services[0]?.pause.seconds, null);
    assert.ok(made.services[0].steps.every(({ phase }) => phase !== 'shift'));
  });
});

describe('steps', () => {
  it('replicates, verifies and rehearses where home stays, and cuts over where it goes', () => {
    const phasesOf = (goal: Goal): string[] => [...new Set(planned(example(table), { goal }).services[0]?.steps.map(({ phase }) => phase))];
    assert.deepEqual(phasesOf('expand'), ['prepare', 'build', 'replicate', 'verify', 'rehearse']);
    assert.deepEqual(phasesOf('move'), ['prepare', 'build', 'replicate', 'verify', 'freeze', 'shift', 'soak', 'fence', 'decommission']);
    assert.deepEqual(planned(example(table), { goal: 'move' }).services[0]?.irreversible, ['Data that was left in the home region is gone once it is removed']);
  });
});

const calls = (from: string, to: string): Fact => ({ type: 'reference', from: symbol(from), to: symbol(to), edge: 'calls', how: 'test', source: { scanner: 'test' } });

const chain: Fact[] = [
  ...['a', 'b', 'c', 'd'].map((name) => resource(name, { name, stack: name })),
  ...[['a', 'b'], ['b', 'c'], ['c', 'b']].map(([from = '', to = '']) => calls(from, to)),
];

describe('order', () => {
  const waves = (config: PlanConfig): string[] => planned(chain, { config }).waves.slice(1).map(({ groups }) => groups.map((group) => group.join('+')).join(' '));

  it('moves what needs each other together, and what is needed first', () => assert.deepEqual(waves({}), ['b+c d', 'a']));
  it('keeps to what the configuration asks for', () => {
    assert.deepEqual(waves({ first: ['a'] }), ['b+c', 'a', 'd']);
    assert.deepEqual(waves({ together: [['a', 'd']] }), ['b+c', 'a+d']);
    assert.deepEqual(waves({ maxPerWave: 1 }), ['b+c', 'd', 'a']);
    assert.deepEqual(planned(chain, { config: { maxPerWave: 1, first: ['x'] } }).constraints, [
      { text: 'x moves first', met: false, because: 'there is no service x' },
      { text: 'at most 1 services in a wave', met: false, because: 'these must move together: b, c' },
    ]);
  });
  it('keeps waves out of freezes', () => {
    const { waves: all } = planned(chain, { config: { waveDays: 7, freezes: [{ from: '2030-01-16', to: '2030-01-20' }] } });
    assert.deepEqual(all.map(({ starts, ends }) => [starts, ends]), [['2030-01-07', '2030-01-13'], ['2030-01-21', '2030-01-27'], ['2030-01-28', '2030-02-03']]);
  });
  it('names the dependency that ties services together', () => assert.deepEqual(planned(chain).debt.map(({ from, to, largestAfter }) => [from, to, largestAfter]), [['b', 'c', 1], ['c', 'b', 1]]));
});

it('never lets a service move before what it needs, whatever the constraints', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const pair = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names));
  const config = fc.record({ first: fc.array(fc.constantFrom(...names), { maxLength: 2 }), together: fc.array(fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 3 }), { maxLength: 1 }), maxPerWave: fc.integer({ min: 1, max: 4 }) });
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 10 }), config, (edges, given) => {
      const facts: Fact[] = [
        ...names.map((name) => resource(name, { name, stack: name })),
        ...edges.map(([from, to]) => calls(from, to)),
      ];
      const made = planned(facts, { config: given });
      const view = viewOf(buildEstate(facts));
      const graph = serviceGraph(view, servicesOf(view, {}));
      const waveOf = new Map(made.services.map(({ id, wave }) => [id, wave]));
      assert.equal(waveOf.size, graph.ids.length);
      for (const { from, to } of graph.edges()) assert.ok((waveOf.get(to) ?? 99) <= (waveOf.get(from) ?? 0), `${from} moves before ${to}`);
    }),
    { numRuns: 60 },
  );
});
