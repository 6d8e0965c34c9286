import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Offer } from '../../../model/fact.ts';
import { regionQuotaShortfall } from '../../../rules/region/quota-shortfall.ts';
import { yaml } from '../../../rules/support/yaml.ts';
import { runExample } from '../../support/run-example.ts';

const home = yaml`
  Orders:
    Type: AWS::DynamoDB::Table
  Customers:
    Type: AWS::DynamoDB::Table
`;
const quota = (region: string, value: number, { path = '111122223333', what = 'quota:dynamodb/L-F98FE922' } = {}): Offer => ({ type: 'offer', region, what, available: true, value, source: { scanner: 'service-quotas', path } });
const said = (learned: readonly Offer[], headroom?: number): string[] => runExample(regionQuotaShortfall, { home, learned, ...(headroom === undefined ? {} : { headroom }) }).map(({ state, message }) => `${state} ${message}`);

describe('region-quota-shortfall', () => {
  it('rounds what is wanted up', () => {
    assert.deepEqual(said([quota('eu-west-1', 3)], 1.5), ['ready DynamoDB tables: eu-west-1 allows 3 for 2 tables at home.']);
    assert.deepEqual(said([quota('eu-west-1', 3)], 2), ['gap DynamoDB tables: eu-west-1 allows 3, and 2 tables at home with a headroom of 2 are 4.']);
  });

  it('asks each account for its own quotas', () => {
    assert.match(said([quota('eu-west-1', 2500, { path: '999988887777' })]).join(), /^unknown Nobody told us the quotas of 111122223333 in eu-west-1/);
  });

  it('says nothing of rates that nobody raised, and of what home does not use', () => {
    const rate = { what: 'quota:kms/L-6E3AF000' };
    assert.deepEqual(said([quota('us-east-1', 5500, rate), quota('eu-west-1', 5500, rate), quota('eu-west-1', 0, { what: 'quota:eks/L-1194D53C' })]), []);
  });
});
