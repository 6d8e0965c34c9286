import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scanAws } from '../../../../scanner/aws/index.ts';
import type { Estate, Owned } from '../../../support/aws/estate.ts';
import { inventories } from '../../../support/aws/inventories.ts';
import { fakeServer, type FakeAws } from '../../../support/aws/server.ts';
import { resourcesOf, scanRequest, survey } from '../../../support/aws/survey.ts';

const caller = '111122223333';
const ids = [caller, '222233334444', '333344445555'];
const regions = ['us-east-1', 'eu-west-1'];
const resources = Array.from({ length: 90 }, (_, at): Owned => {
  const [account = '', region = ''] = [ids[at % ids.length], regions[at % regions.length]];
  return { account, region, type: 'AWS::SNS::Topic', id: `topic-${at}`, arn: `arn:aws:sns:${region}:${account}:topic-${at}`, configuration: { TopicName: `topic-${at}` }, tags: { app: 'shop' } };
});
/** One account is entered, and its aggregator tells of all. */
const estate: Estate = { caller, accounts: { [caller]: { regions: Object.fromEntries(regions.map((region) => [region, 'ENABLED_BY_DEFAULT' as const])), recorders: {}, indexes: {} } }, aggregator: { account: caller, region: 'us-east-1', name: 'org' }, resources };
const isQuery = ({ operation }: { readonly operation: string }): boolean => operation === 'SelectAggregateResourceConfig';
const queries = ({ asked }: FakeAws): number => asked.filter(isQuery).length;
// Asked with the limit that AWS sets; answered in small pages, so that there are many.
const fake = (): Promise<FakeAws> => fakeServer({ caller, handlers: [inventories(estate, { page: 4 })] });
const asking = { accounts: ['all'], aggregator: 'org@us-east-1', targets: [], awsConfig: true };

describe('a scan by an aggregator', () => {
  it('continues wherever it was interrupted, learns the same, and asks for no page twice but the last', async () => {
    const aws = await fake();
    const request = scanRequest(aws.url, asking);
    const whole = await survey(request);
    request.dispose();
    const all = queries(aws);
    assert.equal(resourcesOf(whole).length, resources.length);
    assert.ok(all >= 24, `${all} queries`);
    for (const stop of [2, 11, all]) {
      const again = scanRequest(aws.url, asking);
      const before = queries(aws);
      let seen = 0;
      await assert.rejects(scanAws({ ...again, onCall: ({ operation }) => {
        seen += Number(operation === 'SelectAggregateResourceConfig');
        if (seen === stop) throw new Error('killed');
      } }), /killed/);
      const resumed = await survey({ ...again, resume: true });
      again.dispose();
      assert.deepEqual(resumed.lines, whole.lines, `interrupted at query ${stop}`);
      // What was under way when it was interrupted is asked again: a page of each query that ran side by side.
      assert.ok(queries(aws) - before <= all + 3, `${queries(aws) - before} queries instead of ${all}, interrupted at ${stop}`);
    }
    await aws.close();
    assert.deepEqual(aws.strange, []);
  });
});
