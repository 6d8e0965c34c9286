import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { practices, practicesByCategory, practicesByRule, questions } from '../../rules/framework-practices.ts';
import { frameworkIds, practicesOf, questionOf, serves } from '../../rules/frameworks.ts';
import { rules } from '../../rules/index.ts';
import { categories } from '../../rules/rule.ts';
import { runCli } from '../support/io.ts';

describe('frameworks', () => {
  it('map every rule to best practices that have a title, a page and a question, and name no rule that is not there', () => {
    for (const id of Object.keys(rules)) assert.ok(practicesOf(id).length > 0, id);
    for (const id of Object.keys(practicesByRule)) assert.ok(Object.hasOwn(rules, id), `there is no rule ${id}`);
    assert.deepEqual(Object.keys(practicesByCategory).sort(), Object.keys(categories).sort());
    for (const [id, { url }] of Object.entries(practices)) {
      assert.match(url, /^https:\/\/docs\.aws\.amazon\.com\/wellarchitected\/latest\/reliability-pillar\/rel_[a-z0-9_]+\.html$/);
      assert.ok(Object.hasOwn(questions, questionOf(id)), id);
      assert.ok(Object.keys(rules).some((rule) => serves(rule, id)), `nothing serves ${id}`);
    }
  });

  it('hold for rules of the configuration by their category', () => {
    assert.deepEqual(practicesOf('acme/data-orders'), practicesByCategory.data);
    assert.ok(serves('acme/data-orders', 'rel13') && serves('acme/data-orders', 'REL13-BP02') && !serves('acme/data-orders', 'REL02'));
  });

  it('choose rules for the list and the audit', async () => {
    const listed = JSON.parse((await runCli(['rules', '--framework', 'REL02-BP05', '--format', 'json', '--no-config-lookup'])).stdout) as { id: string; practices: string[] }[];
    assert.deepEqual(listed.map(({ id, practices: own }) => [id, own]), [['network-cidr-overlap', ['REL02-BP05']]]);
    assert.match((await runCli(['rules', '--framework', 'REL99', '--no-config-lookup'])).stderr, /RR103.*No rule serves REL99/);
    assert.ok(frameworkIds().includes('REL') && frameworkIds().includes('REL13'));
  });
});
