import { readFileSync } from 'node:fs';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import * as tls from 'node:tls';
import { messageOf, UserError } from '../../../model/errors.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Milliseconds for a connection; for an answer to begin, and as many again for it to be whole. */
export interface Timeouts {
  readonly connectionTimeout: number;
  readonly requestTimeout: number;
}

/** Options of the SDK's HTTP handler. The agents are shared by every client, so that connections are. */
export interface Transport extends Timeouts {
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: HttpsAgent;
  readonly throwOnRequestTimeout: true;
}

const usual: Timeouts = { connectionTimeout: 5_000, requestTimeout: 60_000 };
const maxSockets = 64;

/** Honours HTTPS_PROXY, HTTP_PROXY and NO_PROXY in either case, and AWS_CA_BUNDLE. Throws RR103 where one of them cannot be used. */
export function transport(env: Environment, timeouts: Timeouts = usual): Transport {
  const proxy = proxyOf(env);
  const ca = certificates(env['AWS_CA_BUNDLE']);
  const options = { keepAlive: true, maxSockets, ...(proxy === undefined ? {} : { proxyEnv: proxy }) };
  return {
    httpAgent: new HttpAgent(options),
    httpsAgent: new HttpsAgent({ ...options, ...(ca === undefined ? {} : { ca }) }),
    connectionTimeout: timeouts.connectionTimeout,
    requestTimeout: timeouts.requestTimeout,
    throwOnRequestTimeout: true,
  };
}

function proxyOf(env: Environment): Record<string, string> | undefined {
  const names = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'https_proxy', 'http_proxy', 'no_proxy'];
  const given = Object.fromEntries(names.flatMap((name) => (env[name] === undefined || env[name] === '' ? [] : [[name, env[name]]])));
  if (!Object.keys(given).some((name) => !name.toLowerCase().startsWith('no_'))) return undefined;
  if (!agentsTakeProxies(process.versions.node)) {
    throw new UserError('RR103', `HTTPS_PROXY or HTTP_PROXY is set, which Node.js ${process.versions.node} cannot honour.`, { hint: 'Use Node.js 24.5 or newer, or 22.21 or newer of the 22 line; or unset the variable if AWS can be reached without a proxy.' });
  }
  return given;
}

/** The agents of Node itself know proxies since 22.21 and 24.5. */
export function agentsTakeProxies(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 5) || (major === 22 && minor >= 21);
}

/** Those of NODE_EXTRA_CA_CERTS among them, where Node tells (since 22.15 and 23.10). */
const usualAuthorities = (): readonly string[] => (typeof tls.getCACertificates === 'function' ? tls.getCACertificates('default') : tls.rootCertificates);

/** A bundle adds to the usual authorities: behind an intercepting proxy both kinds of hosts are met. */
function certificates(bundle: string | undefined): string[] | undefined {
  if (bundle === undefined || bundle === '') return undefined;
  try {
    return [...usualAuthorities(), readFileSync(bundle, 'utf8')];
  } catch (thrown) {
    throw new UserError('RR103', `AWS_CA_BUNDLE names ${bundle}, which cannot be read: ${messageOf(thrown)}`, { cause: thrown });
  }
}
