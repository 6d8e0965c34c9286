import type { RuleSource } from './rule-sources.ts';

/** Sources that declare: what AWS says of itself is in none of them. */
const declared = ['cloudformation', 'terraform-plan', 'terraform-hcl'] as const satisfies readonly RuleSource[];
const terraform = ['terraform-plan', 'terraform-hcl'] as const satisfies readonly RuleSource[];

interface Blank {
  readonly of: readonly RuleSource[];
  readonly because: string;
}

/** Why a rule cannot say everything from a source, by rule. A rule that is not here answers from every source. */
export const sourceBlanks: Readonly<Record<string, Blank>> = {
  'artifact-ecr-not-retroactive': { of: declared, because: 'Which images a registry holds is known live only (ecr:ListImages); declarations show settings that the copy lacks.' },
  'config-secret-replica-stale': { of: declared, because: 'Whether a replica is in step is a state, which secretsmanager:DescribeSecret tells.' },
  'data-backup-restore-unproven': { of: declared, because: 'That a restore was tried or failed is told by jobs (backup:ListRestoreJobs); declarations show restore testing plans.' },
  'data-ddb-global-v1': { of: declared, because: 'Neither CloudFormation nor Terraform makes tables of version 2017.11.29: only the service tells of one.' },
  'data-s3-crr-not-retroactive': { of: declared, because: 'How many objects a bucket holds is known live only (CloudWatch, NumberOfObjects).' },
  'identity-cognito-mrr-prereq': { of: terraform, because: 'The provider has no replica of a user pool, so that Terraform shows no pool that is to have one.' },
  'identity-cognito-single-region': { of: terraform, because: 'The provider has no replica of a user pool: that none is declared does not say that there is none.' },
  'identity-directory-single-region': { of: declared, because: 'Additional regions of a directory are added by call (ds:DescribeRegions); declarations show kinds of directories that can have none.' },
  'identity-idc-single-region': { of: declared, because: 'Regions of an Identity Center instance are added by call; no template or provider has a word for them.' },
  'identity-sts-global': { of: declared, because: 'The version of session tokens is a setting of the account (iam:GetAccountSummary).' },
  'messaging-ses-no-global-endpoint': { of: terraform, because: 'The version of the provider that is read (5.100) has no global endpoint of SES; later ones have aws_sesv2_multi_region_endpoint, which is not known yet.' },
  'messaging-ses-not-ready': { of: declared, because: 'How much may be sent, and whether the account is in the sandbox, is known live only (ses:GetAccount, Service Quotas).' },
  'network-peering-dns-off': { of: ['cloudformation'], because: 'CloudFormation has no property for the options of a peering connection.' },
  'operations-iac-missing': { of: declared, because: 'It holds what runs against what is declared: what runs is known live only.' },
  'region-optin-not-enabled': { of: declared, because: 'Whether an account has enabled a region is known live only (account:GetRegionOptStatus); regions that need no opting in are ready.' },
  'region-quota-shortfall': { of: declared, because: 'Applied quotas are known live only (servicequotas:ListServiceQuotas).' },
};

/** Code rules read text: where regions are written, not what resources became of it. */
export const codeBlanks: Readonly<Partial<Record<RuleSource, string>>> = {
  live: 'AWS keeps no text that regions are written in.',
  'terraform-plan': 'A plan holds values, not the text that they were written as.',
};
