import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Kind } from '../../../model/kind.ts';
import { kinds } from '../../../model/kinds/index.ts';
import { rules } from '../../../rules/index.ts';
import { categoryOf, type Rule } from '../../../rules/rule.ts';
import { ruleSources, toldBy } from '../../../scripts/docs/rule-sources.ts';
import { sourceBlanks } from '../../../scripts/docs/source-blanks.ts';
import { blankReason, sourceAnswers } from '../../../scripts/docs/sources-page.ts';

const all: readonly Rule[] = Object.values(rules);

describe('rule × source', async () => {
  const answers = await sourceAnswers(all);

  it('gives a reason for every cell that is not a whole answer, and no reason for one that is', () => {
    for (const [id, cells] of answers) for (const source of ruleSources) assert.equal(blankReason(id, source) === undefined, cells[source] === 'both', `${id} from ${source}: ${cells[source]}`);
  });

  it('claims live answers for every rule on resources', () => {
    for (const [id, { live }] of answers) assert.equal(live, categoryOf(id) === 'code' ? 'none' : 'both', id);
  });

  it('gives reasons for rules that exist only', () => {
    assert.deepEqual(Object.keys(sourceBlanks).filter((id) => !Object.hasOwn(rules, id)), []);
    for (const { because } of Object.values(sourceBlanks)) assert.match(because, /^[A-Z].*\.$/s);
  });

  it('rests on what the readers of each source tell', () => {
    const told = (id: keyof typeof kinds, source: (typeof ruleSources)[number]): ReadonlySet<string> | undefined => toldBy(source, kinds[id] as Kind);
    assert.deepEqual([told('s3-bucket', 'live')?.has('objects'), told('s3-bucket', 'cloudformation')?.has('objects')], [true, false]);
    assert.deepEqual([told('vpc-peering-connection', 'terraform-plan')?.has('requesterDns'), told('vpc-peering-connection', 'cloudformation')?.has('requesterDns')], [true, false]);
    assert.equal(told('ses-multi-region-endpoint', 'terraform-hcl'), undefined);
  });
});
