import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges } from '../linking.ts';
import { setOf, union } from '../reading.ts';

export const wafv2WebAcl = kind({
  id: 'wafv2-web-acl',
  title: 'WAF web ACL',
  traits: ['edge'],
  names: { cloudformation: 'AWS::WAFv2::WebACL', terraform: ['aws_wafv2_web_acl'] },
  arn: 'arn:{partition}:wafv2:{region}:{account}:regional/webacl/{name}/{id}',
  name: { cloudformation: 'Name', terraform: 'name' },
  attributes: z.object({
    scope: z.string().describe('REGIONAL, or CLOUDFRONT, which is run from us-east-1'),
    rules: z.array(z.string()).describe('Names of its rules'),
    managedGroups: z.array(z.string()).describe('Names of managed rule groups that its rules are'),
    ownSets: z.array(z.string()).describe('IP sets, pattern sets and rule groups that its rules are: ARNs or symbols'),
    protects: z.array(z.string()).describe('Resources that it is associated with: ARNs or symbols'),
    logDestinations: z.array(z.string()).describe('Where it logs to: ARNs or symbols'),
  }),
  read: {
    cloudformation: (from) => ({
      scope: from.text('Scope'),
      rules: setOf(from.texts('Rules[].Name', [])),
      managedGroups: setOf(from.texts('Rules[].Statement.ManagedRuleGroupStatement.Name', [])),
      ownSets: union(
        from.texts('Rules[].Statement.IPSetReferenceStatement.Arn', []),
        from.texts('Rules[].Statement.RegexPatternSetReferenceStatement.Arn', []),
        from.texts('Rules[].Statement.RuleGroupReferenceStatement.Arn', []),
      ),
    }),
    terraform: (from) => ({
      scope: from.text('scope'),
      rules: setOf(from.texts('rule[].name', [])),
      managedGroups: setOf(from.texts('rule[].statement[].managed_rule_group_statement[].name', [])),
      ownSets: union(
        from.texts('rule[].statement[].ip_set_reference_statement[].arn', []),
        from.texts('rule[].statement[].regex_pattern_set_reference_statement[].arn', []),
        from.texts('rule[].statement[].rule_group_reference_statement[].arn', []),
      ),
    }),
    describe: (from) => ({
      scope: from.text('Scope'),
      rules: setOf(from.texts('Rules[].Name', [])),
      managedGroups: setOf(from.texts('Rules[].Statement.ManagedRuleGroupStatement.Name', [])),
      ownSets: union(
        from.texts('Rules[].Statement.IPSetReferenceStatement.ARN', []),
        from.texts('Rules[].Statement.RegexPatternSetReferenceStatement.ARN', []),
        from.texts('Rules[].Statement.RuleGroupReferenceStatement.ARN', []),
      ),
      protects: union(...protectedTypes.map((type) => from.texts(`Protected${type}[]`, []))),
      logDestinations: setOf(from.texts('LoggingConfiguration.LogDestinationConfigs[]', [])),
    }),
  },
  parts: {
    'AWS::WAFv2::WebACLAssociation': { of: 'WebACLArn', read: (from) => ({ protects: from.texts('ResourceArn') }) },
    'AWS::WAFv2::LoggingConfiguration': { of: 'ResourceArn', read: (from) => ({ logDestinations: setOf(from.texts('LogDestinationConfigs[]')) }) },
    aws_wafv2_web_acl_association: { of: 'web_acl_arn', read: (from) => ({ protects: from.texts('resource_arn') }), absent: { protects: [] } },
    aws_wafv2_web_acl_logging_configuration: {
      of: 'resource_arn',
      read: (from) => ({ logDestinations: setOf(from.texts('log_destination_configs[]')) }),
      absent: { logDestinations: [] },
    },
  },
  references: ({ ownSets, protects, logDestinations }) => [
    ...edges('refers', ownSets),
    ...edges('attaches', protects),
    ...edges('writes', logDestinations),
  ],
});

/** What a regional one can be associated with; the service tells it one type at a time. CloudFront distributions name theirs themselves. */
const protectedTypes = ['LoadBalancers', 'RestApis', 'GraphqlApis', 'UserPools', 'AppRunnerServices', 'VerifiedAccessInstances', 'AmplifyApps'];
