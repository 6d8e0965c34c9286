import type { PolicyStatement } from '../../model/policy.ts';
import { matchesPattern } from '../../model/pattern.ts';
import { regionOf } from '../../model/region.ts';
import { regionAllowed } from '../remedies/region-allowed.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { regionConditions } from '../support/statements.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const guardrail = (statement: string): string => yaml`
  Regions:
    Type: AWS::Organizations::Policy
    Properties:
      Name: regions
      Type: SERVICE_CONTROL_POLICY
      Content: { Version: '2012-10-17', Statement: [${statement}] }
`;
const only = (...regions: readonly string[]): string => guardrail(`{ Effect: Deny, NotAction: ['iam:*', 'sts:*'], Resource: '*', Condition: { StringNotEquals: { 'aws:RequestedRegion': [${regions.join(', ')}] } } }`);

/** Actions that getting a region ready takes. */
const needed = ['account:EnableRegion', 's3:CreateMultiRegionAccessPoint'];

export const identityScpRegionDeny = rule({
  id: 'identity-scp-region-deny',
  title: 'Guardrail of the organization denies the target region',
  on: 'organizations-policy',
  needs: ['statements'],
  severity: severities('H/C/C/C'),
  why: 'Every call to the target is refused, whatever the account itself allows. Changing the guardrail takes the management account, and often a process, neither of which recovery can wait for.',
  fix: 'Extend the landing zone to the region first (log archive, baselines), then add the region to the list of the guardrail, keeping the regions of the global services, and try it with a role of the workload.',
  effect: 'No effect on RPO of what is copied already, but no copy can be set up in the target either. RTO starts when the management account has changed the guardrail: a process of hours or days.',
  links: ['https://docs.aws.amazon.com/controltower/latest/controlreference/primary-region-deny-policy.html', 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html'],
  remedy: regionAllowed,
  examples: {
    gap: [
      { home: only('us-east-1', 'us-west-2') },
      { name: 'a region that may not be enabled', home: guardrail("{ Effect: Deny, Action: 'account:EnableRegion', Resource: '*' }"), targetRegion: 'ap-east-1' },
    ],
    ready: [{ home: only('us-east-1', 'eu-west-1') }],
    unknown: [{ name: 'a text that nobody could read', home: guardrail('x').replace(/Content: .*/, "Content: '{{resolve:ssm:/guardrail}}'") }],
  },

  check({ name, attributes: { statements } }, { intent: { home, target } }) {
    const denying = statements.filter(({ effect }) => effect === 'Deny');
    const conditions = denying.flatMap((statement) => regionConditions([statement], { home, target }));
    if (conditions.length > 0) return gap(`${name} denies what is not in ${listed(conditions)}, so everything in ${target}.`, { blocking: true });
    const named = denying.flatMap((statement) => deniedOutright(statement, target));
    if (named.length > 0) return gap(`${name} denies requests to ${target}.`, { blocking: true });
    const barred = regionOf(target)?.optIn === true ? needed.filter((action) => denying.some((statement) => bars(statement, action))) : [];
    return barred.length > 0 ? gap(`${name} denies ${listed(barred)}, which getting ${target} ready takes.`) : ready();
  },
});

/** Deny where the requested region is the target. */
const deniedOutright = ({ conditions = [] }: PolicyStatement, target: string): string[] =>
  conditions.flatMap(({ operator, key, values }) => (key.toLowerCase() === 'aws:requestedregion' && /^(?:ForA\w+:)?String(?:Equals|Like)/.test(operator) ? values.filter((value) => matchesPattern(value, target)) : []));

const bars = ({ actions = [], conditional }: PolicyStatement, action: string): boolean => conditional !== true && actions.some((pattern) => matchesPattern(pattern.toLowerCase(), action.toLowerCase()));
