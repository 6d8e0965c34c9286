import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildEstate } from '../../graph/build.ts';
import { viewOf } from '../../graph/view.ts';
import { groundedIn } from '../../rules/grounds.ts';
import { resource } from '../support/facts.ts';
import { verdict } from '../support/tiny-readiness.ts';

describe('grounds', () => {
  const view = viewOf(buildEstate([resource('media', { name: 'media', region: 'us-east-1' }), resource('copy', { region: 'eu-west-1' })]));
  const grounded = groundedIn(view, { target: 'eu-west-1' });

  it('are the resources, and for what is missing what was looked through', () => {
    const { evidence } = grounded(verdict({ resources: ['media'] }));
    assert.deepEqual(evidence.map(({ value }) => value), ['media in us-east-1', '2 resources, 1 of them in eu-west-1']);
    assert.equal(evidence[0]?.source?.scanner, view.resource('media')?.sources[0]?.scanner);
    assert.deepEqual(grounded(verdict({ state: 'ready', resources: ['media'] })).evidence.map(({ value }) => value), ['media in us-east-1']);
    assert.deepEqual(grounded(verdict({ state: 'ready', resources: [] })).evidence.map(({ what }) => what), ['looked through']);
  });

  it('are not added to what a rule said itself', () => {
    const told = verdict({ evidence: [{ what: 'replicaRegions', value: '[]' }] });
    assert.equal(grounded(told), told);
  });
});
