import type { Occurrence } from '../../model/occurrence.ts';
import { rule } from '../rule.ts';
import { judgeBinding } from '../support/code-binding.ts';
import { claimed } from '../support/code-check.ts';
import { codeOptions } from '../support/code-options.ts';
import { quoted, subjectName } from '../support/code-words.ts';
import { severities } from '../support/severities.ts';

export const codeRegionalIdLiteral = rule({
  id: 'code-regional-id-literal',
  title: 'Resource is named by an id that one region gave it',
  on: 'code',
  severity: severities('M/H/H/H'),
  why: 'Ids of networks, prefix lists, user pools and inference profiles are given by a region. In another one the id does not exist, or the call leaves the region.',
  fix: 'Look the resource up by name or tag, export it from the stack that makes it, or keep the id in configuration of its region.',
  effect: 'No effect on RPO. Deployment or call fails in the target on an id that does not exist there: RTO grows by looking it up and a release.',
  links: ['https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html', 'https://docs.aws.amazon.com/bedrock/latest/userguide/cross-region-inference.html'],
  options: codeOptions,
  examples: {
    gap: [
      {
        ts: `const vpc = ec2.Vpc.fromVpcAttributes(this, 'Vpc', { vpcId: 'vpc-0a1b9c3d8e7f24605', availabilityZones });`,
        py: `VPC_ID = "vpc-0a1b9c3d8e7f24605"`,
        hcl: `locals {\n  cloudfront_prefix_list = "pl-3b927c52"\n}`,
      },
      { name: 'user pool', ts: `const userPoolId = 'us-east-1_Ab12Cd34E';` },
      { name: 'inference profile of a geography', ts: `const modelId = 'us.anthropic.claude-sonnet-4-20250514-v1:0';` },
    ],
    ready: [{ name: 'user pool of the target', ts: `const userPoolId = 'eu-west-1_Ab12Cd34E';` }],
  },

  check: claimed('code-regional-id-literal', (occurrence, context) => judgeBinding(occurrence, context, (where) => {
    const name = subjectName(occurrence);
    return { message: `${name === undefined ? '' : `${name}: `}${quoted(occurrence.text)} ${said(occurrence, where)}.`, ...fixOf(occurrence) };
  })),
});

const isProfile = (text: string): boolean => /^[a-z-]+\.[a-z0-9]+\./.test(text);

function said({ text, regions }: Occurrence, where: string): string {
  if (regions.length > 0) return `is a resource of ${regions.join(', ')}: in ${where} calls for it leave the region or fail`;
  if (isProfile(text)) return `is an inference profile of the geography ${text.slice(0, text.indexOf('.'))}: ${where} may not offer it, or must not send data there`;
  return `is the id of a resource in one region: it does not exist in ${where}`;
}

function fixOf({ text, language }: Occurrence): { readonly fix?: string } {
  if (isProfile(text)) return { fix: 'Choose the profile by the region at run time, or make it a setting of the region.' };
  if (text.startsWith('pl-')) return { fix: language === 'terraform' ? 'Use `data.aws_ec2_managed_prefix_list` with the name of the list.' : 'Look the prefix list up by its name with `DescribeManagedPrefixLists`.' };
  return {};
}
