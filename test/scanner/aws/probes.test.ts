import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Kind } from '../../../model/kind.ts';
import { kinds } from '../../../model/kinds/index.ts';
import type { KindId } from '../../../model/resource.ts';
import type { Detail, Probe } from '../../../scanner/aws/probe.ts';
import { probes } from '../../../scanner/aws/probes/index.ts';

const all = Object.values(probes) as readonly Probe[];
const kindOf = (probe: Probe): Kind => kinds[probe.kind] as Kind;
const detailsOf = ({ details = {} }: Probe): [string, Detail][] => Object.entries(details);

/** Kinds that no probe asks for, and why. */
const unasked = {
  'arc-region-switch-plan': 'the package of its client cannot be had; an inventory names plans, templates tell what is in them',
  'rds-cluster-parameter-group': 'the probe of rds-cluster asks for the one parameter of each cluster’s group',
} satisfies Partial<Record<KindId, string>>;

describe('probes', () => {
  it('are there for every kind but those that are known by another way, which then reads what its service says', () => {
    assert.deepEqual([...all.map(({ kind }) => kind), ...Object.keys(unasked)].sort(), Object.keys(kinds).sort());
    for (const probe of all) assert.ok(kindOf(probe).read.describe, `${probe.kind} has no describe reader`);
  });

  it('promise attributes that their kinds have', () => {
    for (const probe of all) {
      const attributes = new Set([...Object.keys(kindOf(probe).attributes.shape), 'tags']);
      for (const [member, { answers }] of detailsOf(probe)) {
        assert.ok(answers.length > 0, `${probe.kind} ${member} answers nothing`);
        for (const answer of answers) assert.ok(attributes.has(answer), `${probe.kind} has no ${answer}`);
      }
      for (const beyond of probe.beyondConfig ?? []) assert.ok(attributes.has(beyond), `${probe.kind} has no ${beyond}`);
    }
  });

  it('ask only what is declared, and that once', () => {
    for (const probe of all) {
      const steps = detailsOf(probe).flatMap(([, { service, operation, each }]) => [[service, operation] as const, ...(each === undefined ? [] : [[each.service, each.operation] as const])]);
      for (const [service, operation] of [...probe.lists, ...steps]) assert.ok(Object.hasOwn(service.operations, operation), `${probe.kind}: ${service.id} declares no ${operation}`);
      assert.ok(detailsOf(probe).filter(([, { base }]) => base === true).length <= 1, `${probe.kind} has two bases`);
    }
  });
});
