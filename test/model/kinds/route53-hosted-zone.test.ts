import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { route53HostedZone } from '../../../model/kinds/route53-hosted-zone.ts';
import { unresolved } from '../../../model/properties.ts';
import { attributesOf, partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('route53-hosted-zone', () => {
  it('reads both, and the VPCs of a private zone', () => {
    const read = sameAttributes(route53HostedZone, {
      cloudformation: { Name: 'internal', VPCs: [{ VPCId: 'vpc-1', VPCRegion: 'eu-west-1' }, { VPCId: 'vpc-2', VPCRegion: 'eu-central-1' }] },
      terraform: { name: 'internal', vpc: [{ vpc_id: 'vpc-1' }, { vpc_id: 'vpc-2', vpc_region: 'eu-central-1' }] },
      ignore: ['acceleratedRecovery'],
    });
    assert.deepEqual(read, { private: true, vpcs: [{ vpc: 'vpc-1', region: 'eu-west-1' }, { vpc: 'vpc-2', region: 'eu-central-1' }], acceleratedRecovery: false });
    sameDescribed(route53HostedZone, {
      like: { ...read, acceleratedRecovery: true },
      beyond: { queryLogGroup: 'arn:aws:logs:us-east-1:123456789012:log-group:dns' },
      describe: {
        Id: '/hostedzone/Z1', Name: 'internal.', Config: { PrivateZone: true }, Features: { AcceleratedRecoveryStatus: 'ENABLED' }, VPCs: [{ VPCRegion: 'eu-west-1', VPCId: 'vpc-1' }, { VPCRegion: 'eu-central-1', VPCId: 'vpc-2' }],
        QueryLoggingConfigs: [{ Id: '1', HostedZoneId: 'Z1', CloudWatchLogsLogGroupArn: 'arn:aws:logs:us-east-1:123456789012:log-group:dns' }],
      },
    });
    const open = attributesOf(route53HostedZone, 'describe', { Name: 'example.com.', Config: { PrivateZone: false }, VPCs: unresolved('not asked'), QueryLoggingConfigs: [] });
    assert.deepEqual(open, { private: false, vpcs: [], acceleratedRecovery: false });
    assert.deepEqual(referencesOf(route53HostedZone, { vpcs: read['vpcs'], queryLogGroup: 'dns' }), [
      { edge: 'attaches', to: 'vpc-1', target: 'AWS::EC2::VPC' },
      { edge: 'attaches', to: 'vpc-2', target: 'AWS::EC2::VPC' },
      { edge: 'writes', to: 'dns', target: 'AWS::Logs::LogGroup' },
    ]);
  });

  it('reads associations that are declared apart, in the region that they are declared in', () => {
    assert.deepEqual(partAttributesOf(route53HostedZone, 'aws_route53_zone_association', { zone_id: 'Z1', vpc_id: 'vpc-3' }, { region: 'us-east-1' }), { private: true, vpcs: [{ vpc: 'vpc-3', region: 'us-east-1' }] });
  });

  it('is public without VPCs', () => {
    assert.deepEqual(attributesOf(route53HostedZone, 'cloudformation', { HostedZoneFeatures: { EnableAcceleratedRecovery: true } }), { private: false, vpcs: [], acceleratedRecovery: true });
  });
});
