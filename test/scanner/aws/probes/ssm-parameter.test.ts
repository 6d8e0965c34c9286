import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ssmParameter } from '../../../../scanner/aws/probes/ssm-parameter.ts';
import { listed, scriptedPlace } from '../../../support/scripted-place.ts';

it('ssm-parameter names the parameters of the account, with and without a path, and none of AWS', async () => {
  const place = scriptedPlace({ DescribeParameters: () => [{ Parameters: [{ Name: '/shop/limit' }, { Name: '/aws/service/global-infrastructure/regions/eu-west-1' }] }, { Parameters: [{ Name: 'limit', ARN: 'arn:aws:ssm:eu-west-1:123456789012:parameter/limit' }] }] });
  assert.deepEqual((await listed(ssmParameter, place)).map(({ name, arn }) => [name, arn?.split(':').at(-1)]), [['/shop/limit', 'parameter/shop/limit'], ['limit', 'parameter/limit']]);
});
