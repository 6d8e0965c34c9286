import { UserError } from '../../model/errors.ts';
import { parseArn } from '../../model/arn.ts';
import { partitionOf, partitions } from '../../model/region.ts';
import { present } from '../identity.ts';
import { callFailure } from './gateway/failure.ts';
import { remembered, standardCredentials, type CredentialProvider } from './gateway/credentials.ts';
import { loadSdk } from './gateway/load-sdk.ts';
import { transport, type Environment, type Timeouts } from './gateway/transport.ts';
import { gateway, type Call, type Gateway, type GatewayOptions } from './gateway.ts';
import { organizations } from './services/organizations.ts';
import { sts } from './services/sts.ts';

/** How AWS is entered. */
export interface Entrance extends Pick<GatewayOptions, 'maxAttempts' | 'clock'> {
  readonly env: Environment;
  readonly profile?: string | undefined;
  /** Role to assume in each account: a name, a path with name, or an ARN with {account} in it. */
  readonly role?: string | undefined;
  readonly externalId?: string | undefined;
  readonly sessionName?: string | undefined;
  /** Account ids; `all` for those of the organization; the caller's own if empty. */
  readonly accounts: readonly string[];
  readonly endpointUrl?: string | undefined;
  readonly fips?: boolean | undefined;
  readonly dualStack?: boolean | undefined;
  readonly timeouts?: Timeouts | undefined;
  readonly onCall?: ((call: Call) => void) | undefined;
}

export interface Access {
  readonly gateway: Gateway;
  /** Accounts that are scanned, sorted. */
  readonly accounts: readonly string[];
  /** Account that the caller is in. */
  readonly caller: string;
  readonly partition: string;
  /** Region of the caller's configuration. */
  readonly region: string;
}

/** Where the SDK itself begins when nobody says. */
const defaultRegion = partitions.get('aws')?.implicitGlobalRegion ?? '';
const sessionSeconds = 3_600;
/** Stands for the account of the caller until AWS has told it. */
const unnamed = 'caller';

/** Finds out who is calling and which accounts can be asked. Throws RR701, RR702, RR102. */
export async function enter(entrance: Entrance): Promise<Access> {
  const { env, profile, accounts: wanted, onCall, endpointUrl, fips, dualStack, maxAttempts, clock } = entrance;
  const via = transport(env, entrance.timeouts);
  const region = await configuredRegion(profile);
  const own = await standardCredentials({ profile, transport: via, region });
  const providers = new Map<string, CredentialProvider>([[unnamed, own]]);
  const door: Gateway = gateway({
    transport: via,
    endpointUrl,
    fips,
    dualStack,
    ...present({ onCall, maxAttempts, clock }),
    credentials: (account) => providers.get(account) ?? own,
  });
  const { Account: caller = '', Arn = '' } = await orExplain(door.at(unnamed, region).call(sts, 'GetCallerIdentity', {}), region);
  const partition = parseArn(Arn)?.partition ?? partitionOf(region)?.id ?? 'aws';
  providers.set(caller, own);
  const accounts = wanted.includes('all') ? await organizationAccounts(door, caller, region) : wanted.length === 0 ? [roleAccount(entrance.role) ?? caller] : [...new Set(wanted)].sort();
  for (const account of accounts) {
    if (entrance.role === undefined && account !== caller) {
      throw new UserError('RR102', `The credentials are of account ${caller}; ${account} cannot be entered without a role.`, { hint: 'Name the role to assume there: --role regionready-reader.' });
    }
    // A role that was named without accounts is meant for the caller's own one too.
    if (entrance.role !== undefined && (account !== caller || wanted.length === 0)) providers.set(account, assumed(door, { account, caller, region, partition, entrance }));
  }
  return { gateway: door, accounts, caller, partition, region };
}

async function configuredRegion(profile: string | undefined): Promise<string> {
  const { STSClient } = await loadSdk(sts.sdk, sts.title);
  const client = new STSClient(profile === undefined ? {} : { profile });
  // Throws where neither environment nor profile name one.
  return client.config.region().catch(() => defaultRegion);
}

async function orExplain<T>(answer: Promise<T>, region: string): Promise<T> {
  try {
    return await answer;
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    const { message, remedy } = callFailure(thrown, { action: 'sts:GetCallerIdentity', region });
    throw new UserError('RR702', message, { cause: thrown, ...(remedy === undefined ? {} : { hint: remedy.replace(', then resume the scan with --resume', '') }) });
  }
}

async function organizationAccounts(door: Gateway, caller: string, region: string): Promise<string[]> {
  const found: string[] = [];
  const list = async (): Promise<void> => {
    for await (const { Accounts = [] } of door.at(caller, region).pages(organizations, 'ListAccounts', {})) {
      for (const { Id, Status, State } of Accounts) if (Id !== undefined && (State ?? Status) === 'ACTIVE') found.push(Id);
    }
  };
  await orExplain(list(), region);
  return found.sort();
}

interface Assuming {
  readonly account: string;
  readonly caller: string;
  readonly region: string;
  readonly partition: string;
  readonly entrance: Entrance;
}

function assumed(door: Gateway, { account, caller, region, partition, entrance }: Assuming): CredentialProvider {
  const { role = '', externalId, sessionName = 'regionready' } = entrance;
  const RoleArn = role.startsWith('arn:') ? role.replaceAll('{account}', account) : `arn:${partition}:iam::${account}:role/${role}`;
  return remembered(async () => {
    const { Credentials } = await door.at(unnamed, region).call(sts, 'AssumeRole', { RoleArn, RoleSessionName: sessionName, DurationSeconds: sessionSeconds, ...(externalId === undefined ? {} : { ExternalId: externalId }) });
    if (Credentials?.AccessKeyId === undefined || Credentials.SecretAccessKey === undefined) throw new Error(`AWS gave no credentials for ${RoleArn}, asked by ${caller}.`);
    return { accessKeyId: Credentials.AccessKeyId, secretAccessKey: Credentials.SecretAccessKey, sessionToken: Credentials.SessionToken, expiration: Credentials.Expiration };
  });
}

/** The account that a whole role ARN names. */
function roleAccount(role: string | undefined): string | undefined {
  const account = role === undefined ? undefined : parseArn(role)?.account;
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}
