import { UserError } from '../model/errors.ts';
import { defaultClaim, defaultSessionSeconds, groupScopes, oidcUrl, type OidcOptions } from '../server/oidc/options.ts';
import type { Io, OptionTable, Values } from './command.ts';

/** How people sign in. The secret comes from REGIONREADY_OIDC_SECRET: options are seen by everybody on the machine. */
export const oidcOptions = {
  oidcIssuer: { type: 'string', value: '<url>', describe: 'Let people sign in at this OpenID Connect provider; tokens go on working beside it' },
  oidcClient: { type: 'string', value: '<id>', describe: 'Client that the server is there; its secret comes from REGIONREADY_OIDC_SECRET' },
  oidcGroup: { type: 'string', repeatable: true, value: '<group=scopes>', describe: 'What a group may do: platform=admin, everyone=read,waive; repeatable. Who is in none of them may do nothing' },
  oidcClaim: { type: 'string', value: '<name>', describe: `Claim that lists the groups (default ${defaultClaim})` },
  publicUrl: { type: 'string', value: '<url>', describe: 'Where browsers reach the server; the provider sends them back to <url>/api/login/callback' },
} as const satisfies OptionTable;

/** Undefined where nobody is to sign in. Throws RR102 where a part is missing, RR103. */
export function oidcOf({ oidcIssuer, oidcClient, oidcGroup = [], oidcClaim = defaultClaim, publicUrl }: Values<typeof oidcOptions>, { env }: Pick<Io, 'env'>): OidcOptions | undefined {
  if (oidcIssuer === undefined) return undefined;
  if (oidcClient === undefined || publicUrl === undefined || oidcGroup.length === 0) throw new UserError('RR102', '--oidc-issuer needs --oidc-client, --public-url and an --oidc-group.');
  const secret = env['REGIONREADY_OIDC_SECRET'];
  return {
    issuer: oidcUrl(oidcIssuer, '--oidc-issuer'),
    clientId: oidcClient,
    ...(secret === undefined || secret === '' ? {} : { clientSecret: secret }),
    publicUrl: oidcUrl(publicUrl, '--public-url'),
    claim: oidcClaim,
    groups: groupScopes(oidcGroup),
    sessionSeconds: defaultSessionSeconds,
  };
}
