import type { Occurrence } from '../../model/occurrence.ts';
import { rule } from '../rule.ts';
import { judgeBinding } from '../support/code-binding.ts';
import { claimed } from '../support/code-check.ts';
import { codeOptions } from '../support/code-options.ts';
import { isReportedOnly, quoted, subjectName } from '../support/code-words.ts';
import { severities } from '../support/severities.ts';

export const codeAzLiteral = rule({
  id: 'code-az-literal',
  title: 'Availability zone is written into the code',
  on: 'code',
  severity: severities('L/M/M/M'),
  why: 'Zones of one region do not exist in another, not every region has a zone a, b or c, and names mean different zones in different accounts.',
  fix: 'Ask for the zones of the region that is deployed to, and take as many as are needed; compare zones between accounts by zone id.',
  effect: 'No effect on RPO. The deployment to the target fails on the zone; RTO of what is not deployed yet grows by a change of code and a release.',
  links: ['https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html'],
  options: codeOptions,
  examples: {
    gap: [
      {
        ts: `new ec2.Subnet(this, 'A', { vpcId, cidrBlock: '10.0.0.0/24', availabilityZone: 'us-east-1a' });`,
        py: `subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/24", AvailabilityZone="us-east-1a")`,
        hcl: `resource "aws_subnet" "a" {\n  availability_zone = "us-east-1a"\n}`,
        yaml: `Resources:\n  A:\n    Type: AWS::EC2::Subnet\n    Properties:\n      AvailabilityZone: us-east-1a`,
      },
      { name: 'built from the region', ts: 'const availabilityZone = `${region}a`;' },
    ],
    ready: [{ name: 'zones of both regions', ts: `const zones = { 'us-east-1': ['us-east-1a', 'us-east-1b'], 'eu-west-1': ['eu-west-1a', 'eu-west-1b'] };` }],
  },

  check: claimed('code-az-literal', (occurrence, context) => judgeBinding(occurrence, context, (where) => ({ message: said(occurrence, where), fix: fixOf(occurrence), ...(isReportedOnly(occurrence) ? { atMost: 'low' as const } : {}) }))),
});

function said(occurrence: Occurrence, where: string): string {
  const { form, text, regions } = occurrence;
  const name = subjectName(occurrence);
  const what = name === undefined ? quoted(text) : `${name} is ${quoted(text)},`;
  if (form === 'zone-suffix') return `${name === undefined ? '' : `${name}: `}${quoted(text)} makes a zone name from a letter: ${where} may have no such zone, or not for this account.`;
  return `${what}${name === undefined ? ' is' : ''} a zone of ${regions.join(', ') || 'one region'}: it does not exist in ${where}.`;
}

function fixOf({ language }: Occurrence): string {
  if (language === 'terraform') return 'Use `data.aws_availability_zones.available.names`.';
  if (/^(?:yaml|json|cloudformation)$/.test(language)) return 'In a template use `!Select [0, !GetAZs ""]`.';
  return 'Ask `DescribeAvailabilityZones` of the region at run time; in CDK `Stack.of(this).availabilityZones` or `maxAzs` of the VPC.';
}
