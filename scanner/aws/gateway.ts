import { partitionOf } from '../../model/region.ts';
import { callFailure, CallFailure } from './gateway/failure.ts';
import { sdkClient, type ClientSettings, type SdkClient } from './gateway/client.ts';
import type { CredentialProvider } from './gateway/credentials.ts';
import { limiter, systemClock, type Clock, type Limiter } from './gateway/limiter.ts';
import { loadSdk } from './gateway/load-sdk.ts';
import type { IamAction } from '../scanner.ts';
import { pool } from './pool.ts';
import type { Place } from './probe.ts';
import type { Operation, Service } from './service.ts';

export interface GatewayOptions extends Omit<ClientSettings, 'maxAttempts'> {
  /** Credentials for an account. */
  credentials(account: string): CredentialProvider;
  readonly maxAttempts?: number;
  /** Calls that may be under way at once. */
  readonly concurrency?: number;
  readonly clock?: Clock;
  /** Told of every call that is made, before it is. */
  readonly onCall?: (call: Call) => void;
}

export interface Call {
  readonly service: string;
  readonly operation: string;
  readonly account: string;
  readonly region: string;
}

/** The only place that sends anything to AWS. */
export interface Gateway {
  at(account: string, region: string): Place;
}

const defaultAttempts = 5;
const defaultConcurrency = 32;
/** Clients that are kept; each costs about a megabyte, and places are asked one after the other. */
const clientLimit = 96;
/** Pages of one list. A list that is longer goes round in a circle. */
const pageLimit = 1_000_000;

type CommandClass = new (input: unknown) => object;

export function gateway(options: GatewayOptions): Gateway {
  const { maxAttempts = defaultAttempts, concurrency = defaultConcurrency, clock = systemClock, credentials, onCall } = options;
  const settings: ClientSettings = { ...options, maxAttempts };
  const under = pool(concurrency);
  const clients = new Map<string, Promise<SdkClient>>();
  const limiters = new Map<string, Limiter>();
  /** Accounts whose credentials are gone: every further call fails at once, with the same failure. */
  const lost = new Map<string, CallFailure>();

  function limiterOf(service: Service, account: string, region: string): Limiter {
    const key = `${service.id} ${account} ${service.global ? '' : region}`;
    const known = limiters.get(key) ?? limiter(service.rate, clock);
    limiters.set(key, known);
    return known;
  }

  function clientOf(service: Service, account: string, region: string): Promise<SdkClient> {
    const key = `${service.client} ${account} ${region}`;
    const known = clients.get(key) ?? sdkClient(service, { region, credentials: credentials(account), limiter: limiterOf(service, account, region) }, settings);
    clients.delete(key);
    clients.set(key, known);
    if (clients.size > clientLimit) for (const [oldest] of clients) if (clients.size > clientLimit) clients.delete(oldest);
    return known;
  }

  async function send(service: Service, operation: string, { account, region, input }: Sending): Promise<unknown> {
    const { actions } = declaredOperation(service, operation);
    const gone = lost.get(account);
    if (gone !== undefined) throw new CallFailure(actions[0], { name: gone.name, reason: gone.reason, message: gone.message, remedy: gone.remedy, consequence: gone.consequence, cause: gone });
    const Command = await commandOf(service, operation);
    // Before the call takes its turn: entering another account is a call of its own.
    await entered(account, actions[0], region);
    return under(async () => {
      onCall?.({ service: service.id, operation, account, region });
      try {
        const client = await clientOf(service, account, region);
        return await client.send(new Command(input));
      } catch (thrown) {
        const failure = callFailure(thrown, { action: actions[0], region });
        if (failure.consequence.account === true) lost.set(account, failure);
        throw failure;
      }
    });
  }

  async function entered(account: string, action: IamAction, region: string): Promise<void> {
    try {
      await credentials(account)();
    } catch (thrown) {
      // Without credentials nothing else can be asked of the account, whatever went wrong.
      const { name, reason, message, remedy } = callFailure(thrown, { action, region });
      const failure = new CallFailure(action, { name, reason, message, remedy, consequence: { account: true, transient: true }, cause: thrown });
      lost.set(account, failure);
      throw failure;
    }
  }

  return {
    at(account, region) {
      const place = { account, region };
      const call = (service: Service, operation: string, input: object): Promise<unknown> => send(service, operation, { ...place, input });
      return {
        partition: partitionOf(region)?.id ?? 'aws',
        ...place,
        call,
        pages: (service: Service, operation: string, input: object) => pagesOf(declaredOperation(service, operation), input, (page) => call(service, operation, page)),
      } as unknown as Place;
    },
  };
}

interface Sending {
  readonly account: string;
  readonly region: string;
  readonly input: object;
}

function declaredOperation(service: Service, operation: string): Operation {
  const declared = Object.hasOwn(service.operations, operation) ? service.operations[operation] : undefined;
  if (declared === undefined) throw new Error(`The service ${service.id} does not declare ${operation}.`);
  return declared;
}

async function commandOf(service: Service, operation: string): Promise<CommandClass> {
  const sdk = (await loadSdk(service.sdk, service.title)) as Readonly<Record<string, CommandClass>>;
  const Command = sdk[`${operation}Command`];
  if (Command === undefined) throw new Error(`The package of ${service.id} has no ${operation}.`);
  return Command;
}

/** Pages until AWS gives no token. A page may be short or empty and still have one. */
async function* pagesOf({ actions, page }: Operation, input: object, call: (input: object) => Promise<unknown>): AsyncIterable<unknown> {
  let token: unknown;
  for (let count = 0; count < pageLimit; count += 1) {
    const output = await call(page === undefined || token === undefined ? input : { ...input, [page.ask]: token });
    yield output;
    const next = page === undefined ? undefined : memberAt(output, page.next);
    if (next === undefined || next === null || next === '') return;
    if (next === token) throw new CallFailure(actions[0], { name: 'RepeatedPageToken', reason: 'unresolved', message: 'AWS gave the same page token twice, so the end of the list was not seen.', consequence: { restart: true, transient: true } });
    token = next;
  }
}

/** A token may lie deeper: DistributionList.NextMarker. */
function memberAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => (typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? (at as Readonly<Record<string, unknown>>)[name] : undefined), value);
}
