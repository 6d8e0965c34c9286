import * as client from 'openid-client';
import { HttpProblem } from '../problem.ts';
import { callbackPath } from './callback-path.ts';
import type { OidcOptions } from './options.ts';

/** Who signed in, as the provider says. */
export interface SignedIn {
  /** For logs and the audit: name and subject. */
  readonly who: string;
  readonly groups: readonly string[];
}

export interface Provider {
  /** Where the browser is sent to sign in. */
  address(given: { readonly state: string; readonly nonce: string; readonly verifier: string }): Promise<URL>;
  /** Who comes back with this address. Throws 401 and 502. */
  signedIn(callback: URL, given: { readonly state: string; readonly nonce: string; readonly verifier: string }): Promise<SignedIn>;
  /** Where the browser is sent to sign out there too; undefined where the provider has no such place. */
  goodbye(): Promise<URL | undefined>;
}

/** What the provider says of itself is asked again after so long. */
const metadataMs = 10 * 60_000;
/** Seconds that clocks may be apart. */
const tolerance = 60;

export function providerOf({ issuer, clientId, clientSecret, publicUrl, claim }: OidcOptions): Provider {
  const redirect = new URL(callbackPath, publicUrl).href;
  const authentication = clientSecret === undefined ? client.None() : client.ClientSecretPost(clientSecret);
  let known: { readonly metadata: client.ServerMetadata; readonly until: number } | undefined;

  async function metadata(): Promise<client.ServerMetadata> {
    if (known !== undefined && known.until > performance.now()) return known.metadata;
    const insecure = issuer.protocol === 'http:' ? { execute: [client.allowInsecureRequests] } : {};
    const found = await client.discovery(issuer, clientId, undefined, authentication, { timeout: 10, ...insecure }).catch((thrown: unknown) => {
      throw new HttpProblem(502, 'The identity provider does not answer.', { cause: thrown });
    });
    known = { metadata: found.serverMetadata(), until: performance.now() + metadataMs };
    return known.metadata;
  }

  /** With keys of its own, so that each login sees the keys that the provider has now: it may have changed them a moment ago. */
  async function configuration(): Promise<client.Configuration> {
    const made = new client.Configuration({ ...(await metadata()) }, clientId, { [client.clockTolerance]: tolerance }, authentication);
    made.timeout = 10;
    if (issuer.protocol === 'http:') client.allowInsecureRequests(made);
    client.enableNonRepudiationChecks(made);
    return made;
  }

  return {
    async address({ state, nonce, verifier }) {
      const challenge = await client.calculatePKCECodeChallenge(verifier);
      return client.buildAuthorizationUrl(await configuration(), { redirect_uri: redirect, scope: `openid profile email${claim === 'groups' ? ' groups' : ''}`, state, nonce, code_challenge: challenge, code_challenge_method: 'S256' });
    },
    async signedIn(callback, { state, nonce, verifier }) {
      const config = await configuration();
      const tokens = await client.authorizationCodeGrant(config, callback, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }).catch((thrown: unknown) => {
        throw new HttpProblem(401, 'The identity provider did not sign you in.', { cause: thrown });
      });
      const claims = tokens.claims() as NonNullable<ReturnType<typeof tokens.claims>>;
      const more = Object.hasOwn(claims, claim) || config.serverMetadata().userinfo_endpoint === undefined ? {} : await client.fetchUserInfo(config, tokens.access_token, claims.sub).catch((thrown: unknown) => {
        throw new HttpProblem(502, 'The identity provider does not tell who you are.', { cause: thrown });
      });
      const told: Readonly<Record<string, unknown>> = { ...more, ...claims };
      return { who: whoOf(told, claims.sub), groups: groupsOf(Object.hasOwn(told, claim) ? told[claim] : undefined) };
    },
    async goodbye() {
      const config = await configuration();
      return config.serverMetadata().end_session_endpoint === undefined ? undefined : client.buildEndSessionUrl(config, { client_id: clientId, post_logout_redirect_uri: publicUrl.href });
    },
  };
}

/** The subject is what the provider vouches for; a name is for people and may be anything. */
function whoOf(told: Readonly<Record<string, unknown>>, subject: string): string {
  const plain = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value.replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '').slice(0, 100) : undefined);
  const name = plain(told['email']) ?? plain(told['preferred_username']) ?? plain(told['name']);
  return `user ${plain(subject)}${name === undefined ? '' : ` (${name})`}`;
}

function groupsOf(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
