import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { securityGroup } from '../../../model/kinds/security-group.ts';
import { attributesOf, partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('security-group', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(securityGroup, {
      cloudformation: { GroupName: 'web', VpcId: 'vpc-1', SecurityGroupIngress: [{ IpProtocol: 'tcp', SourceSecurityGroupId: 'sg-2' }, { IpProtocol: 'tcp', SourcePrefixListId: 'pl-1' }], SecurityGroupEgress: [{ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }] },
      terraform: { name: 'web', vpc_id: 'vpc-1', ingress: [{ protocol: 'tcp', security_groups: ['sg-2'], prefix_list_ids: ['pl-1'], cidr_blocks: [] }], egress: [{ protocol: '-1', cidr_blocks: ['0.0.0.0/0'] }] },
    });
    assert.deepEqual(read, { vpc: 'vpc-1', groups: ['sg-2'], prefixLists: ['pl-1'], cidrs: ['0.0.0.0/0'] });
    sameDescribed(securityGroup, {
      like: { ...read, cidrs: ['0.0.0.0/0', '::/0'] },
      describe: {
        GroupId: 'sg-1', GroupName: 'web', VpcId: 'vpc-1',
        IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, UserIdGroupPairs: [{ GroupId: 'sg-2', UserId: '123456789012' }], PrefixListIds: [{ PrefixListId: 'pl-1' }], IpRanges: [], Ipv6Ranges: [] }],
        IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }], Ipv6Ranges: [{ CidrIpv6: '::/0' }], UserIdGroupPairs: [], PrefixListIds: [] }],
      },
    });
    const recorded = attributesOf(securityGroup, 'describe', { vpcId: 'vpc-1', ipPermissions: [], ipPermissionsEgress: [{ ipRanges: ['0.0.0.0/0'], ipv4Ranges: [{ cidrIp: '0.0.0.0/0' }], ipv6Ranges: [] }] });
    assert.deepEqual(recorded['cidrs'], ['0.0.0.0/0']);
    assert.deepEqual(referencesOf(securityGroup, read), [
      { edge: 'contains', from: 'vpc-1', to: '⟦itself⟧', target: 'AWS::EC2::VPC' },
      { edge: 'refers', to: 'sg-2', target: 'AWS::EC2::SecurityGroup' },
      { edge: 'refers', to: 'pl-1', target: 'AWS::EC2::PrefixList' },
    ]);
  });

  it('reads rules that are declared apart', () => {
    const expected = { groups: ['sg-2'], prefixLists: [], cidrs: [] };
    assert.deepEqual(partAttributesOf(securityGroup, 'AWS::EC2::SecurityGroupIngress', { GroupId: 'sg-1', SourceSecurityGroupId: 'sg-2' }), expected);
    assert.deepEqual(partAttributesOf(securityGroup, 'AWS::EC2::SecurityGroupEgress', { GroupId: 'sg-1', DestinationSecurityGroupId: 'sg-2' }), expected);
    assert.deepEqual(partAttributesOf(securityGroup, 'aws_security_group_rule', { security_group_id: 'sg-1', source_security_group_id: 'sg-2' }), expected);
    assert.deepEqual(partAttributesOf(securityGroup, 'aws_vpc_security_group_egress_rule', { security_group_id: 'sg-1', referenced_security_group_id: 'sg-2' }), expected);
  });
});
