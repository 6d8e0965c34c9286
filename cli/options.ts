import { severities, strategies } from '../model/intent.ts';
import type { OptionTable } from './command.ts';

/** Options that several commands share, so that they mean the same everywhere. */

export const configOptions = {
  config: { type: 'string', value: '<file>', describe: 'Configuration file; without it regionready.config.{ts,js,mjs,json,yaml,yml} is looked for from the working directory up to the root of the repository' },
  configLookup: { type: 'boolean', negated: true, describe: 'Do not look for a configuration file: in a checkout you do not trust, it could be code' },
} as const satisfies OptionTable;

export const homeOption = {
  home: { type: 'string', multiple: true, value: '<region>', describe: 'Region that the workload runs in today; repeatable' },
} as const satisfies OptionTable;

export const targetOption = {
  target: { type: 'string', multiple: true, short: 't', value: '<region>', describe: 'Region that must be able to take over or join; repeatable, each is judged on its own' },
} as const satisfies OptionTable;

export const strategyOption = {
  strategy: { type: 'string', choices: strategies, value: '<strategy>', describe: `What must be reached: ${strategies.join(', ')}` },
} as const satisfies OptionTable;

export const headroomOption = {
  headroom: { type: 'string', value: '<factor>', describe: 'Room that quotas of the target must have over what home uses: 2.0 for twice as much (default 1.2)' },
} as const satisfies OptionTable;

export const gateOptions = {
  failOn: { type: 'string', choices: [...severities, 'none'], value: '<severity>', describe: 'Least severity of a gap that gives exit status 1: critical, high (default), medium, low, info, or none for never' },
  baseline: { type: 'string', value: '<file>', describe: 'File of gaps that are accepted for now: they are counted, but do not fail' },
  updateBaseline: { type: 'boolean', describe: 'Write the gaps found now to the baseline; those that are gone leave it' },
} as const satisfies OptionTable;

export const staleOptions = {
  pruneBaseline: { type: 'boolean', describe: 'Take gaps that are gone out of the baseline, without accepting new ones' },
  failOnStale: { type: 'boolean', describe: 'Exit status 1 too where the baseline holds gaps that are gone, or a comment accepts nothing any more or has expired' },
} as const satisfies OptionTable;

export const lintScopeOptions = {
  changedSince: { type: 'string', value: '<commit>', describe: 'Only findings on lines changed since this branch or commit was left; files that git does not know count as a whole' },
  staged: { type: 'boolean', describe: 'Judge what is staged instead of the work tree, and show only findings on staged lines' },
  include: { type: 'string', multiple: true, choices: ['test', 'example', 'docs', 'generated', 'vendored'], value: '<scope>', describe: 'Judge these files too: test, example, docs, generated, vendored; repeatable' },
} as const satisfies OptionTable;

export const cacheOptions = {
  cacheDir: { type: 'string', value: '<folder>', describe: 'Where readings of files are remembered between runs (default .regionready-cache)' },
  cache: { type: 'boolean', negated: true, describe: 'Remember nothing and read every file' },
} as const satisfies OptionTable;

export const outputOptions = {
  output: { type: 'string', short: 'o', value: '<file>', describe: 'File for the format; its extension chooses the format where none is given' },
  quiet: { type: 'boolean', short: 'q', describe: 'Verdict and gaps only, and no notes on stderr' },
} as const satisfies OptionTable;

export const terminalOptions = {
  color: { type: 'boolean', negated: true, describe: 'No colours; NO_COLOR=1 says the same' },
  progress: { type: 'boolean', negated: true, describe: 'No status line on stderr' },
} as const satisfies OptionTable;

export const frameworkOption = {
  framework: { type: 'string', multiple: true, value: '<id>', describe: 'Only rules that serve this best practice (REL13-BP02), question (REL13) or pillar (REL) of the AWS Well-Architected Framework; repeatable' },
} as const satisfies OptionTable;

export const templateOptions = {
  parameters: { type: 'string', repeatable: true, value: '<file>', describe: 'CloudFormation parameter file for the templates; repeatable, later files win' },
} as const satisfies OptionTable;

export const awsOptions = {
  aws: { type: 'boolean', describe: 'Ask AWS too, with the credentials of the environment; any of the options below says the same' },
  profile: { type: 'string', value: '<name>', describe: 'Profile of the AWS configuration to enter with' },
  accounts: { type: 'string', multiple: true, value: '<id>', describe: 'Accounts to scan, or all for those of the organization; the one of the credentials if not given' },
  role: { type: 'string', value: '<role>', describe: 'Role to assume in each account: its name, or an ARN with {account} in it' },
  externalId: { type: 'string', value: '<id>', describe: 'External id that the role asks for' },
  sessionName: { type: 'string', value: '<name>', describe: 'Name of the sessions, as CloudTrail shows it (default regionready)' },
  regions: { type: 'string', multiple: true, value: '<region>', describe: 'Regions to scan; every enabled one if not given' },
  aggregator: { type: 'string', value: '<name[@region]>', describe: 'Aggregator of AWS Config in the account of the credentials, which tells of all its accounts' },
  awsConfig: { type: 'boolean', negated: true, describe: 'Do not ask AWS Config: where its recorders are not to be trusted, every service is asked itself' },
  endpointUrl: { type: 'string', value: '<url>', describe: 'Ask this endpoint instead of AWS: an emulator, or a gateway of your own' },
  fips: { type: 'boolean', describe: 'Use the FIPS endpoints' },
  dualStack: { type: 'boolean', describe: 'Use the endpoints that speak IPv6 too' },
  observed: { type: 'string', repeatable: true, value: '<path[@region]>', describe: 'What was seen at run time, in a file or folder: an X-Ray service graph (of one region, so name it), dependencies of Application Signals, Resolver query logs or CloudTrail events; repeatable' },
  resume: { type: 'boolean', describe: 'Continue a scan that was interrupted; without one, begin' },
  dryRun: { type: 'boolean', describe: 'Say what would be asked and how many calls it takes, after a cheap read-only census' },
} as const satisfies OptionTable;

export const snapshotOptions = {
  maxSnapshotBytes: { type: 'string', value: '<bytes>', describe: 'Most bytes that a snapshot may have once decompressed (default 4294967296)' },
} as const satisfies OptionTable;

/** Text of --format for a command's formats. */
export function formatOption(formats: readonly string[]): { readonly format: { readonly type: 'string'; readonly repeatable: true; readonly short: 'f'; readonly value: string; readonly describe: string } } {
  return { format: { type: 'string', repeatable: true, short: 'f', value: '<format[=file]>', describe: `${formats.join(', ')}; repeatable, each to its own file: --format sarif=gaps.sarif` } };
}
