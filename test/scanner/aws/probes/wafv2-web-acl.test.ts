import assert from 'node:assert/strict';
import { it } from 'node:test';
import { wafv2WebAcl } from '../../../../scanner/aws/probes/wafv2-web-acl.ts';
import { listed, scriptedPlace } from '../../../support/scripted-place.ts';

const script = { ListWebACLs: ({ Scope }: { Scope: string }) => ({ WebACLs: [{ Name: Scope.toLowerCase(), Id: '1', ARN: `arn:${Scope}` }] }) };

it('wafv2-web-acl finds CloudFront’s in their region only, and asks what the others protect', async () => {
  assert.deepEqual((await listed(wafv2WebAcl, scriptedPlace(script))).map(({ name }) => name), ['regional']);
  const both = await listed(wafv2WebAcl, scriptedPlace(script, 'us-east-1'));
  assert.deepEqual(both.map(({ name }) => name), ['regional', 'cloudfront']);
  const protecting = Object.entries(wafv2WebAcl.details ?? {}).filter(([member]) => member.startsWith('Protected'));
  assert.equal(protecting.length, 7);
  for (const [, { when }] of protecting) assert.deepEqual(both.map((item) => when?.(item)), [true, false]);
  assert.deepEqual(both.map((item) => wafv2WebAcl.details?.['WebACL']?.input(item)), [{ Name: 'regional', Id: '1', Scope: 'REGIONAL' }, { Name: 'cloudfront', Id: '1', Scope: 'CLOUDFRONT' }]);
});
