import type { BlindSpotReason } from '../../../model/blind-spot.ts';
import { messageOf } from '../../../model/errors.ts';
import { regionOf } from '../../../model/region.ts';
import type { IamAction } from '../../scanner.ts';
import { maskSecrets } from '../../secrets.ts';

/** What follows from a failed call for the rest of the scan. */
export interface Consequence {
  /** Nothing else can be learned of the account in this run: its credentials are gone. */
  readonly account?: true;
  /** Asking again later may well work: the scan is incomplete, and can be resumed. */
  readonly transient?: true;
  /** The page token is no longer taken: start the list anew. */
  readonly restart?: true;
  /** There is no endpoint of the service in the region. */
  readonly noEndpoint?: true;
}

/** A call that AWS did not answer, in the words of a blind spot. `name` is AWS's own name of the error. */
export class CallFailure extends Error {
  readonly action: IamAction;
  readonly reason: BlindSpotReason;
  readonly remedy: string | undefined;
  readonly consequence: Consequence;

  constructor(action: IamAction, { name, reason, message, remedy, consequence = {}, cause }: Told & { readonly cause?: unknown }) {
    super(message, cause === undefined ? {} : { cause });
    this.name = name;
    this.action = action;
    this.reason = reason;
    this.remedy = remedy;
    this.consequence = consequence;
  }
}

interface Told {
  readonly name: string;
  readonly reason: BlindSpotReason;
  readonly message: string;
  readonly remedy?: string | undefined;
  readonly consequence?: Consequence | undefined;
}

/** The members of an SDK or Node error that say what happened. */
interface Thrown {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $retryable?: { readonly throttling?: boolean };
}

interface Signs {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly status: number | undefined;
  readonly throttling: boolean;
  readonly region: string;
  readonly action: IamAction;
}

interface Sign {
  when(signs: Signs): boolean;
  then(signs: Signs): Omit<Told, 'name'>;
}

const named = (pattern: RegExp) => ({ name, code }: Signs): boolean => pattern.test(name) || pattern.test(code);
const badCredentials = named(/^(?:InvalidClientTokenId|UnrecognizedClientException|AuthFailure|InvalidAccessKeyId|NotSignedUp|SignatureDoesNotMatch|InvalidSignatureException|IncompleteSignature|MissingAuthenticationToken)/);
const isSkew = (signs: Signs): boolean => /^RequestTimeTooSkewed|^RequestInTheFuture/.test(signs.name) || (badCredentials(signs) && /signature expired|not yet current|clock|skew/i.test(signs.message));

/** In this order: the first sign that fits decides. */
const signs: readonly Sign[] = [
  {
    when: isSkew,
    then: ({ message }) => ({ reason: 'denied', message: `The clock of this machine differs too much from AWS's: ${message}`, remedy: 'Set the clock of this machine, then resume the scan with --resume.', consequence: { account: true, transient: true } }),
  },
  {
    when: (signs) => named(/^(?:ExpiredToken|RequestExpired|TokenRefreshRequired|ExpiredTokenException|CredentialsProviderError|TokenProviderError|ProviderError)/)(signs),
    then: ({ message }) => ({ reason: 'denied', message: `The credentials have expired or cannot be loaded: ${message}`, remedy: 'Sign in again (aws sso login, or new session credentials), then resume the scan with --resume.', consequence: { account: true, transient: true } }),
  },
  {
    when: (signs) => named(/^(?:RegionDisabled|OptInRequired)/)(signs) || (badCredentials(signs) && regionOf(signs.region)?.optIn !== false && regionOf(signs.region) !== undefined),
    then: ({ region }) => ({ reason: 'opted-out', message: `AWS does not take the account's credentials in ${region}, as it does for regions that the account has not enabled.`, remedy: `Enable ${region} for the account (account:EnableRegion), or leave it out with --regions.` }),
  },
  {
    when: badCredentials,
    then: ({ message }) => ({ reason: 'denied', message: `AWS does not know the credentials: ${message}`, remedy: 'Use credentials of the account that is scanned, then resume the scan with --resume.', consequence: { account: true, transient: true } }),
  },
  {
    when: (signs) => named(/(?:Invalid|Expired).{0,16}(?:Token|Marker|Pagination)|Pagination.{0,16}(?:Invalid|Expired)/)(signs) || (named(/^(?:Validation|InvalidParameter)/)(signs) && /(?:next|page|pagination|continuation) ?token|marker/i.test(signs.message) && /invalid|expired/i.test(signs.message)),
    then: ({ message }) => ({ reason: 'unresolved', message: `The list could not be read to its end, because AWS no longer took its page token: ${message}`, remedy: 'Resume the scan with --resume.', consequence: { restart: true, transient: true } }),
  },
  {
    when: (signs) => signs.throttling || signs.status === 429 || named(/Throttl|TooManyRequests|RequestLimitExceeded|^SlowDown|PriorRequestNotComplete|BandwidthLimitExceeded|ProvisionedThroughputExceeded/)(signs),
    then: ({ message }) => ({ reason: 'throttled', message: `AWS kept throttling after every retry: ${message}`, remedy: 'Resume the scan with --resume when the account is less busy.', consequence: { transient: true } }),
  },
  {
    when: named(/^(?:ENOTFOUND|EndpointError|UnknownEndpoint)$/),
    then: ({ region }) => ({ reason: 'unreachable', message: `There is no endpoint for it in ${region}, or its name cannot be resolved from here.`, remedy: 'Check the name resolution and proxy of this machine; if others services answer in the region, it does not offer this one.', consequence: { noEndpoint: true } }),
  },
  {
    when: named(/^(?:E[A-Z]{3,}|UND_ERR_\w+|TimeoutError|NetworkingError|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|ERR_TLS_\w+|ERR_SSL_\w+)$/),
    then: ({ message, region }) => ({ reason: 'unreachable', message: `The endpoint in ${region} could not be reached: ${message}`, remedy: 'Check network, HTTPS_PROXY, NO_PROXY and AWS_CA_BUNDLE, then resume the scan with --resume.', consequence: { transient: true } }),
  },
  {
    when: ({ name, message, status }) => name === 'SyntaxError' || name === 'NotAwsAnswer' || /unexpected token|is not valid json|unclosed tag|char '<'|<html|xml parse error|deserialization error/i.test(message) || (status !== undefined && status < 300),
    then: ({ status, region }) => ({ reason: 'unparsable', message: `Something in ${region} answered with text that is not this API's${status === undefined ? '' : ` (HTTP ${status})`}: a proxy, a captive portal, or an endpoint that does not know the operation.`, remedy: 'Check proxy and endpoint, then resume the scan with --resume.', consequence: { transient: true } }),
  },
  {
    when: named(/^(?:UnknownOperation|InvalidAction|UnsupportedOperation|NotImplemented|OperationNotSupported|UnsupportedCommand)/),
    then: ({ message }) => ({ reason: 'unsupported', message: `The endpoint does not know the operation: ${message}` }),
  },
  {
    when: (signs) => signs.status === 403 || signs.status === 401 || named(/AccessDenied|Unauthorized|NotAuthorized|AuthorizationError|Forbidden|OperationNotPermitted|AccessDisabled|InsufficientPrivileges/)(signs),
    then: ({ message, action }) => ({ reason: 'denied', message: message === '' ? 'AWS denied it.' : message, remedy: `Allow ${action} (docs/policy.json is the whole policy), and check service control policies.` }),
  },
  {
    when: ({ status }) => status !== undefined && status >= 500,
    then: ({ status, message }) => ({ reason: 'unreachable', message: `The service failed itself (HTTP ${status}): ${message}`, remedy: 'Resume the scan with --resume.', consequence: { transient: true } }),
  },
];

/** Longest message of AWS that is kept. */
const messageLimit = 400;
/** What differs from call to call says nothing and would make every scan differ. */
const perCall = /\b(?:request ?id|host ?id|extended request id|proxy|x-amzn?-request-?id)\s*[:=]\s*[\w/+=-]+[,;]?|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;

/** What a thrown error means, for whoever asked `action` in `region`. */
export function callFailure(thrown: unknown, { action, region }: { readonly action: IamAction; readonly region: string }): CallFailure {
  if (thrown instanceof CallFailure) return thrown;
  const { name, code, $metadata, $retryable } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as Thrown;
  const found: Signs = {
    name: typeof name === 'string' ? name : 'Error',
    code: typeof code === 'string' ? code : '',
    message: toldMessage(thrown),
    status: $metadata?.httpStatusCode,
    throttling: $retryable?.throttling === true,
    region,
    action,
  };
  const told = signs.find(({ when }) => when(found))?.then(found) ?? { reason: 'unsupported' as const, message: `AWS refused the call (${found.name}): ${found.message}` };
  return new CallFailure(action, { name: found.name === 'Error' && found.code !== '' ? found.code : found.name, ...told, cause: thrown });
}

function toldMessage(thrown: unknown): string {
  const text = messageOf(thrown).slice(0, 4 * messageLimit).replace(perCall, '').replace(/\s+/g, ' ').replace(/\(\s*\)/g, '').trim();
  const masked = maskSecrets(text);
  return masked.length > messageLimit ? `${masked.slice(0, messageLimit)}…` : masked;
}

/** Whether an attempt was throttled: then the scan slows down, even if a retry succeeds. */
export function isThrottling(thrown: unknown): boolean {
  return callFailure(thrown, { action: 'any:any', region: '' }).reason === 'throttled';
}
