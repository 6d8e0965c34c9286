import type { Transport } from './transport.ts';
import { loadSdk } from './load-sdk.ts';

/** Credentials as the SDK takes and gives them. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  readonly expiration?: Date | undefined;
}
export type CredentialProvider = () => Promise<Credentials>;

/** Asked again this long before they expire. */
const margin = 300_000;

/** Asks for credentials once, and again shortly before they expire. A failure is not remembered. */
export function remembered(provider: CredentialProvider, now: () => number = Date.now): CredentialProvider {
  let known: Promise<Credentials> | undefined;
  let until = Infinity;
  return () => {
    if (known !== undefined && now() < until) return known;
    until = Infinity;
    const asked = provider();
    known = asked;
    asked.then(
      ({ expiration }) => {
        until = expiration === undefined ? Infinity : expiration.getTime() - margin;
      },
      () => {
        if (known === asked) known = undefined;
      },
    );
    return asked;
  };
}

/** The SDK's own chain: environment, web identity, SSO and other profiles, container, instance. */
export async function standardCredentials({ profile, transport, region }: { readonly profile?: string | undefined; readonly transport: Transport; readonly region: string }): Promise<CredentialProvider> {
  const { fromNodeProviderChain } = await loadSdk(() => import('@aws-sdk/credential-providers'), 'credentials');
  const chain = fromNodeProviderChain({ clientConfig: { requestHandler: transport, region }, ...(profile === undefined ? {} : { profile }) });
  return remembered(() => chain());
}
