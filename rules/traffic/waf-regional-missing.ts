import { peers } from '../../graph/queries/peer.ts';
import { deployTemplate } from '../remedies/deploy-template.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { exempt, gap, ready, unknown } from '../verdict.ts';

const acl = (rules = '', scope = 'REGIONAL'): string => yaml`
  Acl:
    Type: AWS::WAFv2::WebACL
    Properties: { Name: shop, Scope: ${scope}, Rules: [${rules}] }
`;
const limit = '{ Name: limit, Priority: 1, Statement: { RateBasedStatement: { Limit: 100, AggregateKeyType: IP } } }';

export const trafficWafRegionalMissing = rule({
  id: 'traffic-waf-regional-missing',
  title: 'Web ACL protects the home region only',
  on: 'wafv2-web-acl',
  needs: ['scope', 'rules'],
  severity: severities('L/H/C/C'),
  why: 'Entries of the target region take requests that the home region blocks, from the minute that traffic moves.',
  fix: 'Deploy web ACLs, IP sets and logging by the same template or by a Firewall Manager policy in both regions, and associate them with the load balancers and APIs of each.',
  effect: 'No effect on RPO or RTO, unless the attack that the web ACL holds off brings the target down: from the minute that traffic moves nothing is blocked there.',
  remedy: deployTemplate,
  links: ['https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html'],
  examples: {
    gap: [
      { home: acl(limit) },
      { name: 'fewer rules', home: acl(limit), target: acl() },
    ],
    ready: [{ home: acl(limit), target: acl(limit) }],
    unknown: [{ home: acl(limit), target: acl("'{{resolve:ssm:/waf}}'").replace('[', '').replace(']', '') }],
    exempt: [{ name: 'for CloudFront', home: acl(limit, 'CLOUDFRONT') }],
  },

  check(acl, { intent: { target }, graph }) {
    const { name, attributes } = acl;
    if (attributes.scope === 'CLOUDFRONT') return exempt(`${name} protects CloudFront distributions, for which it stands in us-east-1 once.`);
    const peer = peers(graph, acl, target)[0]?.resource;
    if (peer?.kind !== 'wafv2-web-acl') return gap(`${name} has no counterpart in ${target}: nothing that was given declares one.`);
    const { rules } = peer.attributes;
    if (rules === undefined) return unknown(`Nobody told us the rules of ${peer.name} in ${target}.`);
    const missing = attributes.rules.filter((each) => !rules.includes(each));
    if (missing.length > 0) return gap(`${peer.name} in ${target} lacks the rules ${listed(missing)}.`);
    const idle = (attributes.protects ?? []).length > 0 && (peer.attributes.protects ?? []).length === 0;
    return idle ? gap(`${peer.name} in ${target} is associated with nothing.`) : ready();
  },
});
