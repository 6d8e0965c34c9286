import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { vpc } from '../../../model/kinds/vpc.ts';
import { attributesOf, partAttributesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('vpc', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(vpc, { cloudformation: { CidrBlock: '10.0.0.0/16', EnableDnsHostnames: true }, terraform: { cidr_block: '10.0.0.0/16', enable_dns_hostnames: true, ipv6_cidr_block: '' } });
    assert.deepEqual(read, { cidrBlocks: ['10.0.0.0/16'], isDefault: false, dnsHostnames: true, dnsSupport: true });
    sameDescribed(vpc, {
      like: { ...read, cidrBlocks: ['10.0.0.0/16', '10.1.0.0/16', '2001:db8::/56'] },
      describe: {
        VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', IsDefault: false, EnableDnsHostnames: true, EnableDnsSupport: true,
        CidrBlockAssociationSet: [{ CidrBlock: '10.0.0.0/16', CidrBlockState: { State: 'associated' } }, { CidrBlock: '10.1.0.0/16', CidrBlockState: { State: 'associated' } }, { CidrBlock: '10.2.0.0/16', CidrBlockState: { State: 'disassociated' } }],
        Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: '2001:db8::/56', Ipv6CidrBlockState: { State: 'associated' } }],
      },
    });
  });

  it('reads ranges that are declared apart, and the default VPC', () => {
    assert.deepEqual(partAttributesOf(vpc, 'AWS::EC2::VPCCidrBlock', { VpcId: 'vpc-1', CidrBlock: '10.1.0.0/16' }), { cidrBlocks: ['10.1.0.0/16'] });
    assert.deepEqual(partAttributesOf(vpc, 'aws_vpc_ipv4_cidr_block_association', { vpc_id: 'vpc-1', cidr_block: '10.1.0.0/16' }), { cidrBlocks: ['10.1.0.0/16'] });
    assert.equal(attributesOf(vpc, 'terraform', {}, { type: 'aws_default_vpc' })['isDefault'], true);
    assert.equal('cidrBlocks' in attributesOf(vpc, 'cloudformation', { Ipv4IpamPoolId: 'ipam-pool-1' }), false);
  });
});
