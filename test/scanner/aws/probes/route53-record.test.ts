import assert from 'node:assert/strict';
import { it } from 'node:test';
import { route53Record } from '../../../../scanner/aws/probes/route53-record.ts';
import { listed, scriptedPlace } from '../../../support/scripted-place.ts';

it('route53-record follows pages by their three tokens, and tells records of one name apart', async () => {
  const place = scriptedPlace({
    ListHostedZones: () => ({ HostedZones: [{ Id: '/hostedzone/Z1', Name: 'example.com.' }] }),
    ListResourceRecordSets: ({ StartRecordName }: { StartRecordName?: string }) =>
      StartRecordName === undefined
        ? { ResourceRecordSets: [{ Name: '\\052.example.com.', Type: 'A' }], IsTruncated: true, NextRecordName: 'www.example.com.', NextRecordType: 'A', NextRecordIdentifier: 'eu' }
        : { ResourceRecordSets: [{ Name: 'www.example.com.', Type: 'A', SetIdentifier: 'eu' }, { Name: 'www.example.com.', Type: 'AAAA' }], IsTruncated: false },
  });
  const records = await listed(route53Record, place);
  assert.deepEqual(records.map(({ name, key }) => [name, key]), [
    ['*.example.com', 'Z1/*.example.com/A/'], ['www.example.com', 'Z1/www.example.com/A/eu'], ['www.example.com', 'Z1/www.example.com/AAAA/'],
  ]);
  assert.equal((records[0]?.document as { HostedZoneId?: string } | undefined)?.HostedZoneId, 'Z1');
  assert.equal(place.asked[2], 'ListResourceRecordSets {"HostedZoneId":"Z1","MaxItems":300,"StartRecordName":"www.example.com.","StartRecordType":"A","StartRecordIdentifier":"eu"}');
});
