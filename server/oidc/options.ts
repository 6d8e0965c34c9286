import { scopes, type Scope } from '../api.ts';
import { UserError } from '../../model/errors.ts';

/** How people sign in through an identity provider. */
export interface OidcOptions {
  readonly issuer: URL;
  readonly clientId: string;
  /** Undefined for a public client. */
  readonly clientSecret?: string | undefined;
  /** Where browsers reach the server. */
  readonly publicUrl: URL;
  /** Claim that lists the groups of somebody. */
  readonly claim: string;
  /** Scopes by group. */
  readonly groups: ReadonlyMap<string, readonly Scope[]>;
  /** How long somebody stays signed in. */
  readonly sessionSeconds: number;
}

export const defaultClaim = 'groups';
export const defaultSessionSeconds = 8 * 3600;

/** `platform=admin` or `everyone=read,waive`. Throws RR103. */
export function groupScopes(texts: readonly string[]): ReadonlyMap<string, readonly Scope[]> {
  const groups = new Map<string, readonly Scope[]>();
  for (const text of texts) {
    const at = text.lastIndexOf('=');
    const named = text.slice(at + 1).split(',');
    const allowed = named.filter((name): name is Scope => (scopes as readonly string[]).includes(name));
    if (at < 1 || allowed.length !== named.length) throw new UserError('RR103', `--oidc-group ${text} does not say which scopes a group has.`, { hint: `Write it as group=scope,scope; scopes are ${scopes.join(', ')}.` });
    groups.set(text.slice(0, at), [...new Set([...(groups.get(text.slice(0, at)) ?? []), ...allowed])]);
  }
  return groups;
}

/** An address of the provider or of the server itself: https, or plain http to this machine, for trying. Throws RR103. */
export function oidcUrl(text: string, option: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const local = url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url === undefined || !(url.protocol === 'https:' || (url.protocol === 'http:' && local)) || url.username !== '') throw new UserError('RR103', `${option} ${text} is no https URL.`);
  return url;
}
