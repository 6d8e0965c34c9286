import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { snippetsOf } from '../../cli/rule-examples/code-example.ts';
import { factsOfExample, intentOfExample } from '../../cli/rule-examples/estate-example.ts';
import { buildEstate } from '../../graph/build.ts';
import { viewOf } from '../../graph/view.ts';
import type { Fact, ResourceFact } from '../../model/fact.ts';
import type { Intent } from '../../model/intent.ts';
import { rules } from '../../rules/index.ts';
import { judge } from '../../rules/judge.ts';
import type { CodeExample, EstateExample, Rule } from '../../rules/rule.ts';

/**
 * Rules that are never unknown, and why. Of every other one an example shows it, or what its examples tell is taken away here. Code that is
 * read is told: rules on code are never unknown but where their examples show it.
 */
const neverUnknown: Readonly<Record<string, string>> = {
  'artifact-image-cross-region-pull': 'it is about images that are named, and a name says its registry’s region',
  'artifact-template-bucket-single-region': 'it is about buckets that are known to deploy a stack',
  'compute-lambda-regional': 'it is about what the configurations of both functions name',
  'cost-over-protection': 'it is about copies that are known',
  'cost-transfer-replication': 'it is about copies that are known',
  'data-ddb-global-v1': 'tables of which nobody told a version are none of the old one, which the service alone tells',
  'graph-cold-cache': 'it is about stores that are known to stand behind a cache; what is not known is graph-unknown-edge’s',
  'graph-cross-region-sync-call': 'it is about calls that are known; what is not known is graph-unknown-edge’s',
  'graph-cycle': 'it is about needs that are known; what is not known is graph-unknown-edge’s',
  'graph-partial-failover-group': 'it holds decisions of the configuration against each other',
  'graph-shared-datastore': 'it is about uses that are known; what is not known is graph-unknown-edge’s',
  'graph-spof': 'it is about needs that are known; what is not known is graph-unknown-edge’s',
  'graph-tight-coupling': 'it is about calls that are known; what is not known is graph-unknown-edge’s',
  'network-az-name': 'it is about zones that are named',
  'network-privatelink-crossregion-dep': 'it is about endpoints in the target, which name their service',
  'operations-arc-legacy-readiness': 'it is about readiness checks that are there',
  'operations-drift-between-regions': 'it compares what is told of both sides',
  'operations-iac-missing': 'it is about what a scan saw running',
  'operations-no-outside-canary': 'that nothing given looks from outside is the gap',
  'operations-replication-lag-unwatched': 'that no alarm given watches the lag is the gap',
};

const onEstates = (Object.values(rules) as readonly Rule[]).filter(({ on }) => on !== 'code');
const examplesOf = ({ examples }: Rule): readonly EstateExample[] => [...examples.gap, ...examples.ready] as readonly EstateExample[];

function statesOf(rule: Rule, facts: readonly Fact[], intent: Intent): ReadonlySet<string> {
  return new Set(judge({ view: viewOf(buildEstate(facts)), rules: [rule], intent, tool: 'test' }).judgements.map(({ state }) => state));
}

const untelling: readonly ((resource: ResourceFact) => ResourceFact)[] = [
  (resource) => ({ ...resource, attributes: {} }),
  (resource) => ({ ...resource, region: undefined }) as unknown as ResourceFact,
];

/** Whether the rule says that it does not know once attributes or regions of an example are not told. */
function isUnknownUntold(rule: Rule): boolean {
  return examplesOf(rule).some((example) => untelling.some((untell) =>
    statesOf(rule, factsOfExample(example).map((fact) => (fact.type === 'resource' ? untell(fact) : fact)), intentOfExample(example)).has('unknown')));
}

describe('every rule', () => {
  it('has a gap and is ready by its examples, and each example of code has a text', () => {
    for (const rule of Object.values(rules) as readonly Rule[]) {
      assert.ok(rule.examples.gap.length > 0 && rule.examples.ready.length > 0, rule.id);
      if (rule.on === 'code') for (const example of rule.examples.gap) assert.ok(snippetsOf(example as CodeExample).length > 0, rule.id);
    }
  });

  it('is exempt where the configuration says so, with its reason', () => {
    for (const rule of onEstates) {
      const [example] = examplesOf(rule);
      assert.ok(example);
      const intent: Intent = { ...intentOfExample(example), exemptions: [{ rule: rule.id, subject: '*', reason: 'Decided' }] };
      const states = statesOf(rule, factsOfExample(example), intent);
      assert.ok(states.has('exempt') && !states.has('gap'), rule.id);
    }
  });

  it('is unknown where it was not told enough, or for a reason never is', () => {
    const never = onEstates.filter((rule) => (rule.examples.unknown ?? []).length === 0 && !isUnknownUntold(rule));
    assert.deepEqual(never.map(({ id }) => id).sort(), Object.keys(neverUnknown).sort());
  });
});
