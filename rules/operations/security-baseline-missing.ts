import { regionalBaseline } from '../remedies/regional-baseline.ts';
import { rule } from '../rule.ts';
import { setInTarget } from '../support/regional-setting.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';

const detector = yaml`
  Detector:
    Type: AWS::GuardDuty::Detector
    Properties: { Enable: true }
`;

/** What watches one region each, and the Terraform types by which an organization switches it on there. */
const services: ReadonlyMap<string, { readonly what: string; readonly also?: readonly string[] }> = new Map([
  ['AWS::GuardDuty::Detector', { what: 'GuardDuty', also: ['aws_guardduty_organization_configuration'] }],
  ['AWS::SecurityHub::Hub', { what: 'Security Hub', also: ['aws_securityhub_organization_configuration', 'AWS::SecurityHub::OrganizationConfiguration'] }],
  ['AWS::SecurityHub::HubV2', { what: 'Security Hub' }],
  ['AWS::Macie::Session', { what: 'Macie', also: ['aws_macie2_organization_configuration'] }],
  ['AWS::Detective::Graph', { what: 'Detective' }],
  ['AWS::AccessAnalyzer::Analyzer', { what: 'IAM Access Analyzer' }],
  ['aws_inspector2_enabler', { what: 'Inspector', also: ['aws_inspector2_organization_configuration'] }],
]);

export const operationsSecurityBaselineMissing = rule({
  id: 'operations-security-baseline-missing',
  title: 'Detection service is on in the home region only',
  on: 'resource',
  types: [...services.keys()],
  severity: severities('H/H/C/C'),
  why: 'Attacks on the target region are seen by nobody, and a failover moves everything to where nothing watches.',
  fix: 'Let the organization switch the services on in the target region for every account, with the delegated administrator set there, and aggregate findings to a region that is not the home region alone.',
  effect: 'No effect on RPO or RTO of the failover. An attack on the target during the event stays unseen and makes an incident of its own, with RPO and RTO that nobody planned.',
  links: ['https://docs.aws.amazon.com/securityhub/latest/userguide/finding-aggregation.html', 'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_organizations.html'],
  remedy: regionalBaseline,
  examples: {
    gap: [{ home: detector }],
    ready: [{ home: detector, target: detector }],
  },

  check(resource, context) {
    const service = services.get(resource.resourceType);
    return service === undefined ? undefined : setInTarget(resource, context, service);
  },
});
