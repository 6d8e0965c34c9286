import { resolve } from 'node:path';
import { UserError } from '../model/errors.ts';
import type { Fact } from '../model/fact.ts';
import type { AwsRequest } from '../scanner/aws/index.ts';
import type { Io, Values } from './command.ts';
import { withOwn, type LoadedConfig } from './config.ts';
import { regionNote, type Wanted } from './intent.ts';
import type { awsOptions } from './options.ts';
import { ruleRegistry } from './registry.ts';
import type { ScanWatch } from './scan-watch.ts';
import { version } from './version.ts';
import { wantedAttributes } from './wanted-attributes.ts';

export type AwsValues = Values<typeof awsOptions>;

/** AWS is asked only when the command line says so: no file and no environment variable can make a scan call it. */
export function asksAws(values: AwsValues): boolean {
  const { aws, profile, accounts, role, regions, aggregator, endpointUrl, resume, dryRun } = values;
  return [aws, profile, accounts, role, regions, aggregator, endpointUrl, resume, dryRun].some((value) => value !== undefined && value !== false);
}

interface Around {
  readonly io: Io;
  readonly loaded: LoadedConfig;
  readonly goal: Wanted;
  readonly facts: Iterable<Fact>;
  readonly output: string;
  readonly watch: ScanWatch;
}

/** Throws RR103 and RR404 for values that cannot be meant. */
export function awsRequest(values: AwsValues, { io, loaded, goal, facts, output, watch }: Around): AwsRequest {
  const { profile, accounts = [], role, externalId, sessionName, regions = [], aggregator, awsConfig, endpointUrl, fips, dualStack, resume = false } = values;
  if (awsConfig === false && aggregator !== undefined) throw new UserError('RR102', '--aggregator asks AWS Config, which --no-aws-config rules out.');
  for (const account of accounts) if (account !== 'all' && !/^\d{12}$/.test(account)) throw new UserError('RR103', `${account} is no account id.`, { hint: 'An account id has twelve digits; all stands for those of the organization.' });
  if (role !== undefined && !/^(?:arn:[\w-]+:iam::(?:\{account\}|\d{12}):role\/)?[\w+=,.@/-]{1,512}$/.test(role)) throw new UserError('RR103', `${role} is no role.`, { hint: 'Give its name, or an ARN with {account} in it: arn:aws:iam::{account}:role/regionready-reader.' });
  if (endpointUrl !== undefined && !/^https?:\/\/[^\s]+$/.test(endpointUrl)) throw new UserError('RR103', `${endpointUrl} is no URL of an endpoint.`);
  for (const region of regions) regionNote(region);
  return {
    env: io.env,
    profile, accounts, role, externalId, sessionName, regions, aggregator, awsConfig, endpointUrl, fips, dualStack, resume,
    home: goal.home,
    targets: goal.targets,
    wanted: wantedAttributes(withOwn(ruleRegistry, loaded), loaded.config),
    known: facts,
    journal: `${resolve(io.cwd, output)}.journal`,
    now: () => new Date(),
    tool: version,
    watch,
    onCall: () => watch.called(),
  };
}
