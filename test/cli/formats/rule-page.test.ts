import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { rulePage } from '../../../cli/formats/rule-page.ts';
import { remedySections } from '../../../cli/formats/rule-remedy.ts';
import { ruleText } from '../../../cli/formats/rule-text.ts';
import { plain } from '../../../cli/formats/terminal.ts';
import { rules } from '../../../rules/index.ts';
import type { Rule } from '../../../rules/rule.ts';
import { codeRule, tinyRule } from '../../support/tiny-readiness.ts';

describe('rule page', () => {
  it('says severity, why, what to do, examples, how to accept, and where to read more', () => {
    const page = rulePage(tinyRule);
    assert.match(page, /^# data-tiny\n\nThing has no copy\. \*Data stores\*\n/);
    assert.match(page, /\| Active-active \| off \|/);
    assert.match(page, /## Examples with a gap\n\nResources in us-east-1:\n\n```yaml\nThing:\n  Type: AWS::S3::Bucket\n```/);
    assert.match(page, /regionready-ignore data-tiny -- why/);
    assert.match(page, /- <https:\/\/docs\.aws\.amazon\.com\/tiny>/);
    assert.match(rulePage(codeRule), /```ts\nf\('us-east-1'\)\n```/);
  });

  it('lists options with what they do and their default', () => {
    const page = rulePage({ ...tinyRule, options: z.object({ days: z.int().default(7).describe('Days to wait') }) });
    assert.match(page, /\| days \| Days to wait \| 7 \|/);
    assert.match(page, / {4}options:\n {6}days: 7/);
  });

  it('shows the code that closes a gap of the examples, for every rule that makes some', () => {
    for (const rule of Object.values<Rule>(rules)) assert.equal(remedySections(rule).length, rule.remedy === undefined ? 0 : 1, rule.id);
    const page = rulePage(rules['messaging-no-peer'], remedySections(rules['messaging-no-peer']));
    assert.match(page, /## Code that closes it\n\nWhat `regionready remedy` prints for the gap of example 1: Create orders in eu-west-1\./);
    for (const form of ['CloudFormation:\n\n```yaml\n', 'Terraform:\n\n```hcl\n', 'AWS CLI:\n\n```sh\naws sqs create-queue']) assert.ok(page.includes(form), form);
  });

  it('prints every rule, for every width', () => {
    for (const rule of Object.values<Rule>(rules)) {
      assert.ok(rulePage(rule).includes(rule.why), rule.id);
      for (const columns of [60, 140]) assert.ok(ruleText(rule, { paint: plain, columns }).includes(rule.links[0]), rule.id);
    }
  });
});
