import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wafv2WebAcl } from '../../../model/kinds/wafv2-web-acl.ts';
import { partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('wafv2-web-acl', () => {
  it('reads the same attributes from both', () => {
    const set = 'arn:aws:wafv2:eu-west-1:123456789012:regional/ipset/office/1';
    const read = sameAttributes(wafv2WebAcl, {
      cloudformation: { Name: 'shop', Scope: 'REGIONAL', Rules: [{ Name: 'common', Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesCommonRuleSet' } } }, { Name: 'office', Statement: { IPSetReferenceStatement: { Arn: set } } }] },
      terraform: { name: 'shop', scope: 'REGIONAL', rule: [{ name: 'common', statement: [{ managed_rule_group_statement: [{ vendor_name: 'AWS', name: 'AWSManagedRulesCommonRuleSet' }] }] }, { name: 'office', statement: [{ ip_set_reference_statement: [{ arn: set }] }] }] },
    });
    assert.deepEqual(read, { scope: 'REGIONAL', rules: ['common', 'office'], managedGroups: ['AWSManagedRulesCommonRuleSet'], ownSets: [set] });
    const lb = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/1';
    sameDescribed(wafv2WebAcl, {
      like: read,
      beyond: { protects: [lb], logDestinations: ['arn:aws:s3:::aws-waf-logs-shop'] },
      describe: {
        Name: 'shop', Id: '1', Scope: 'REGIONAL', ProtectedLoadBalancers: [lb], ProtectedRestApis: [], LoggingConfiguration: { LogDestinationConfigs: ['arn:aws:s3:::aws-waf-logs-shop'] },
        Rules: [
          { Name: 'common', Priority: 0, Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesCommonRuleSet' } } },
          { Name: 'office', Priority: 1, Statement: { IPSetReferenceStatement: { ARN: set } } },
        ],
      },
    });
    assert.deepEqual(referencesOf(wafv2WebAcl, { ...read, protects: ['lb'], logDestinations: ['arn:aws:s3:::aws-waf-logs-shop'] }), [
      { edge: 'refers', to: set },
      { edge: 'attaches', to: 'lb' },
      { edge: 'writes', to: 'arn:aws:s3:::aws-waf-logs-shop' },
    ]);
  });

  it('reads associations and logging that are declared apart', () => {
    assert.deepEqual(partAttributesOf(wafv2WebAcl, 'AWS::WAFv2::WebACLAssociation', { WebACLArn: 'acl', ResourceArn: 'lb' }), { protects: ['lb'] });
    assert.deepEqual(partAttributesOf(wafv2WebAcl, 'aws_wafv2_web_acl_association', { web_acl_arn: 'acl', resource_arn: 'lb' }), { protects: ['lb'] });
    assert.deepEqual(partAttributesOf(wafv2WebAcl, 'AWS::WAFv2::LoggingConfiguration', { ResourceArn: 'acl', LogDestinationConfigs: ['d'] }), { logDestinations: ['d'] });
    assert.deepEqual(partAttributesOf(wafv2WebAcl, 'aws_wafv2_web_acl_logging_configuration', { resource_arn: 'acl', log_destination_configs: ['d'] }), { logDestinations: ['d'] });
  });
});
