import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Fact } from '../../../model/fact.ts';
import { readObserved } from '../../../scanner/observed/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'regionready-observed-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function observed(content: string | Buffer): Promise<Fact[]> {
  const path = join(folder, 'extract');
  writeFileSync(path, content);
  const facts: Fact[] = [];
  for await (const fact of readObserved(path, 'extract')) facts.push(fact);
  return facts;
}
const edges = (facts: readonly Fact[]) => facts.flatMap((fact) => (fact.type === 'reference' ? [[fact.from, fact.to, fact.edge, fact.source.scanner, fact.source.asOf]] : []));

const role = 'arn:aws:iam::111122223333:role/checkout';
const table = 'arn:aws:dynamodb:us-east-1:111122223333:table/orders';
const event = (time: string) => ({ eventTime: time, eventSource: 'dynamodb.amazonaws.com', eventName: 'PutItem', userIdentity: { type: 'AssumedRole', sessionContext: { sessionIssuer: { arn: role } } }, requestParameters: { secret: 'hunter2' }, resources: [{ ARN: table }] });

describe('readObserved', () => {
  it('reads who called what from CloudTrail, compressed or not, once for each pair', async () => {
    const text = JSON.stringify({ Records: [event('2026-11-01T00:00:00Z'), event('2026-11-03T00:00:00Z'), event('2026-11-02T00:00:00Z')] });
    for (const content of [text, gzipSync(text)]) {
      const facts = await observed(content);
      assert.deepEqual(edges(facts), [[role, table, 'observed', 'cloud-trail', '2026-11-03T00:00:00Z']]);
      assert.ok(!JSON.stringify(facts).includes('hunter2'));
    }
  });

  it('reads an X-Ray service graph without its clients', async () => {
    const graph = { Services: [
      { ReferenceId: 0, Name: 'checkout', Type: 'AWS::Lambda::Function', Edges: [{ ReferenceId: 1, EndTime: 1_793_491_200 }] },
      { ReferenceId: 1, Name: 'orders', Type: 'AWS::DynamoDB::Table', Edges: [] },
      { ReferenceId: 2, Type: 'client', Name: 'checkout', Edges: [{ ReferenceId: 0, EndTime: 1_793_491_200 }] },
    ] };
    assert.deepEqual(edges(await observed(JSON.stringify(graph, null, 2))), [['checkout', 'orders', 'observed', 'x-ray', '2026-11-01T00:00:00.000Z']]);
  });

  it('reads Resolver query logs line by line, and counts what it cannot read', async () => {
    const line = { query_timestamp: '2026-11-01T00:00:00Z', query_name: 'shop.cluster-abc.us-east-1.rds.amazonaws.com.', vpc_id: 'vpc-0123456789abcdef0', srcids: { instance: 'i-0123456789abcdef0' } };
    const facts = await observed(`${JSON.stringify(line)}\n{"other":1}\n`);
    assert.deepEqual(edges(facts).map(([from, to]) => [from, to]), [['i-0123456789abcdef0', 'shop.cluster-abc.us-east-1.rds.amazonaws.com']]);
    assert.ok(facts.some((fact) => fact.type === 'blind-spot' && fact.reason === 'unparsable'));
  });

  it('refuses what is none of these', async () => {
    for (const content of ['', '[]', '{"a":1}', 'text']) await assert.rejects(observed(content), { code: 'RR203' }, content);
    await assert.rejects(async () => { for await (const fact of readObserved(join(folder, 'missing'), 'missing')) assert.fail(fact.type); }, { code: 'RR201' });
  });
});
