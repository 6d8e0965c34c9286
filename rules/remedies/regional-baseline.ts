import { expression, type HclBlock, type MakeRemedy } from '../remedy.ts';

interface Baseline {
  readonly title: string;
  readonly properties: { readonly [key: string]: boolean | string };
  readonly terraform: HclBlock;
  readonly cli: readonly [string, string, ...string[]];
  readonly limit: string;
}

const target = { provider: expression('aws.target') };

/** What switches a service on in one region, by type. */
const baselines: ReadonlyMap<string, Baseline> = new Map<string, Baseline>([
  ['AWS::GuardDuty::Detector', { title: 'GuardDuty', properties: { Enable: true }, terraform: { type: 'resource', labels: ['aws_guardduty_detector', 'target'], body: { ...target, enable: true } }, cli: ['guardduty', 'create-detector', '--enable'], limit: 'Set the delegated administrator in the region, so that accounts join by themselves.' }],
  ['AWS::SecurityHub::Hub', { title: 'Security Hub', properties: { EnableDefaultStandards: true }, terraform: { type: 'resource', labels: ['aws_securityhub_account', 'target'], body: target }, cli: ['securityhub', 'enable-security-hub', '--enable-default-standards'], limit: 'Link the region to the aggregation region.' }],
  ['AWS::Macie::Session', { title: 'Macie', properties: { Status: 'ENABLED' }, terraform: { type: 'resource', labels: ['aws_macie2_account', 'target'], body: { ...target, status: 'ENABLED' } }, cli: ['macie2', 'enable-macie'], limit: 'Set the delegated administrator in the region.' }],
  ['AWS::AccessAnalyzer::Analyzer', { title: 'IAM Access Analyzer', properties: { Type: 'ACCOUNT' }, terraform: { type: 'resource', labels: ['aws_accessanalyzer_analyzer', 'target'], body: { ...target, analyzer_name: 'account' } }, cli: ['accessanalyzer', 'create-analyzer', '--analyzer-name', 'account', '--type', 'ACCOUNT'], limit: 'An analyzer of the organization is made in its administrator’s account.' }],
]);

/** Detection in the target, for one account; an organization rolls it out by its administrator or a StackSet. */
export const regionalBaseline: MakeRemedy = (resource, { intent }) => {
  const baseline = baselines.get(resource.resourceType);
  if (baseline === undefined) return undefined;
  return {
    title: `Switch ${baseline.title} on in ${intent.target}`,
    cloudformation: [{ region: intent.target, resources: { Baseline: { Type: resource.resourceType, Properties: baseline.properties } } }],
    terraform: [{ type: 'provider', labels: ['aws'], body: { alias: 'target', region: intent.target } }, baseline.terraform],
    cli: [{ region: intent.target, words: baseline.cli }],
    limits: [baseline.limit],
  };
};
