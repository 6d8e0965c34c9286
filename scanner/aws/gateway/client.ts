import { partitionOf } from '../../../model/region.ts';
import type { Service } from '../service.ts';
import { sts } from '../services/sts.ts';
import { onlyAwsAnswers } from './aws-answer.ts';
import type { CredentialProvider } from './credentials.ts';
import { forbidden } from './read-only.ts';
import { loadSdk } from './load-sdk.ts';
import type { Limiter } from './limiter.ts';
import { isThrottling } from './failure.ts';
import type { Transport } from './transport.ts';

/** A client of the SDK, as far as the gateway uses it. */
export interface SdkClient {
  send(command: object): Promise<unknown>;
}

/** What every client is made with, wherever it asks. */
export interface ClientSettings {
  readonly transport: Transport;
  readonly endpointUrl?: string | undefined;
  readonly fips?: boolean | undefined;
  readonly dualStack?: boolean | undefined;
  /** Attempts for one call, the first one counted. */
  readonly maxAttempts: number;
}

export interface ClientPlace {
  readonly region: string;
  readonly credentials: CredentialProvider;
  readonly limiter: Limiter;
}

type Next = (input: object) => Promise<object>;
interface Stack {
  add(middleware: (next: Next, context: { readonly commandName?: string }) => Next, where: object): void;
  addRelativeTo(middleware: (next: Next) => Next, where: object): void;
}
type ClientClass = new (configuration: object) => SdkClient & { readonly middlewareStack: Stack };

/** A client that can send the declared operations of its service and nothing else, each attempt in its turn. */
export async function sdkClient(service: Service, { region, credentials, limiter }: ClientPlace, settings: ClientSettings): Promise<SdkClient> {
  const sdk = (await loadSdk(service.sdk, service.title)) as Readonly<Record<string, ClientClass>>;
  const Client = sdk[service.client];
  if (Client === undefined) throw new Error(`${service.client} is not in the package of ${service.id}.`);
  const handler = await handlerOf(settings.transport);
  const client = new Client({ ...configurationOf(service, { region, credentials, settings }), requestHandler: handler });
  client.middlewareStack.add(
    (next, { commandName = '' }) => async (input) => {
      const operation = commandName.replace(/Command$/, '');
      const declared = Object.hasOwn(service.operations, operation) ? service.operations[operation] : undefined;
      const because = declared === undefined ? `${operation} is not declared.` : forbidden(operation, declared.actions);
      if (because !== undefined) throw new Error(`The gateway does not send ${service.id} ${operation}: ${because}`);
      return next(input);
    },
    { step: 'initialize', name: 'regionreadyDeclaredOperations', priority: 'high' },
  );
  client.middlewareStack.addRelativeTo(
    (next) => async (input) => {
      await limiter.turn();
      try {
        const output = await next(input);
        limiter.answered();
        return output;
      } catch (thrown) {
        if (isThrottling(thrown)) limiter.throttled();
        throw thrown;
      }
    },
    { relation: 'after', toMiddleware: 'retryMiddleware', name: 'regionreadyRate' },
  );
  client.middlewareStack.add(onlyAwsAnswers(settings.transport.requestTimeout), { step: 'deserialize', name: 'regionreadyAwsAnswers', priority: 'low' });
  return client;
}

const handlers = new WeakMap<Transport, Promise<object>>();

/** One handler for every client. Some make one for HTTP/2 of the same options, which knows neither proxies nor further authorities. */
function handlerOf(transport: Transport): Promise<object> {
  const known = handlers.get(transport) ?? loadSdk(sts.sdk, sts.title).then(({ STSClient }) => new STSClient({ requestHandler: transport }).config.requestHandler);
  handlers.set(transport, known);
  return known;
}

function configurationOf(service: Service, { region, credentials, settings }: Omit<ClientPlace, 'limiter'> & { readonly settings: ClientSettings }): object {
  const { endpointUrl, fips, dualStack, maxAttempts } = settings;
  return {
    region: service.global ? (service.home ?? partitionOf(region)?.implicitGlobalRegion ?? region) : region,
    credentials,
    maxAttempts,
    ...(fips === true ? { useFipsEndpoint: true } : {}),
    ...(dualStack === true ? { useDualstackEndpoint: true } : {}),
    ...(endpointUrl === undefined ? {} : { endpoint: endpointUrl, disableHostPrefix: true }),
    // Its own rules put the account before the host, whatever host was named.
    ...(endpointUrl !== undefined && service.client === 'S3ControlClient' ? { endpointProvider: () => ({ url: new URL(endpointUrl), properties: { authSchemes: [{ name: 'sigv4', signingName: 's3', signingRegion: region, disableDoubleEncoding: true }] } }) } : {}),
    ...(service.id === 's3' ? { followRegionRedirects: true, forcePathStyle: endpointUrl !== undefined } : {}),
  };
}
