import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { importJWK, SignJWT, decodeJwt } from 'jose';
import { Provider, type Configuration } from 'oidc-provider';

/** A real OpenID provider on this machine, at which whoever is `user` signs in without being asked. */
export interface IdentityProvider {
  readonly issuer: string;
  /** Who signs in next. */
  user: { readonly sub: string; readonly email?: string; readonly groups?: readonly string[] };
  /** Changes the ID tokens that are handed out, and signs them again. */
  tamper: ((claims: Record<string, unknown>) => Record<string, unknown>) | undefined;
  /** Signs changed ID tokens with a key that the provider does not publish. */
  forge: boolean;
  /** New keys, from now on. */
  rotate(): void;
  close(): Promise<void>;
}

export const clientOf = { id: 'regionready', secret: 'a secret of the client that is long enough' };

export async function startProvider(redirect: string): Promise<IdentityProvider> {
  let provider: Provider;
  let keys: JsonWebKey[] = [];
  const front = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  const inner = createServer((incoming, outgoing) => void provider.callback()(incoming, outgoing));
  const [port, innerPort] = [await listening(front), await listening(inner)];
  const made: IdentityProvider = {
    issuer: `http://127.0.0.1:${port}`,
    user: { sub: 'nobody' }, tamper: undefined, forge: false,
    rotate() {
      keys = [newKey()];
      provider = providerWith(made, keys, redirect);
    },
    close: async () => {
      for (const server of [front, inner]) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
  made.rotate();

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (incoming.url?.startsWith('/interaction/') === true) return interact(incoming, outgoing);
    if (incoming.url === '/token' && made.tamper !== undefined) return changed(incoming, outgoing);
    void provider.callback()(incoming, outgoing);
  }

  async function interact(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { prompt, params, session } = await provider.interactionDetails(incoming, outgoing);
    if (prompt.name === 'login') return provider.interactionFinished(incoming, outgoing, { login: { accountId: made.user.sub } });
    const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: clientOf.id });
    grant.addOIDCScope(String(params['scope']));
    return provider.interactionFinished(incoming, outgoing, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
  }

  async function changed(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const forwarded = request({ port: innerPort, path: incoming.url, method: incoming.method, headers: incoming.headers }, async (response) => {
      let text = '';
      for await (const chunk of response) text += String(chunk);
      const told = JSON.parse(text) as { id_token: string };
      const key = made.forge ? { ...newKey(), kid: keys[0]?.['kid'] as string } : (keys[0] as JsonWebKey);
      const claims = made.tamper?.({ ...decodeJwt(told.id_token) }) ?? {};
      const signed = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: String(key['kid']) }).sign(await importJWK(key as never, 'RS256'));
      outgoing.writeHead(response.statusCode ?? 500, { 'content-type': 'application/json' }).end(JSON.stringify({ ...told, id_token: signed }));
    });
    incoming.pipe(forwarded);
  }
  return made;
}

let count = 0;
function newKey(): JsonWebKey {
  return { ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), kid: `key-${++count}`, use: 'sig', alg: 'RS256' };
}

function providerWith(made: IdentityProvider, keys: readonly JsonWebKey[], redirect: string): Provider {
  const configuration: Configuration = {
    clients: [{ client_id: clientOf.id, client_secret: clientOf.secret, redirect_uris: [redirect], token_endpoint_auth_method: 'client_secret_post', post_logout_redirect_uris: [new URL('/', redirect).href] }],
    jwks: { keys: [...keys] as never },
    claims: { openid: ['sub'], email: ['email'], groups: ['groups'], profile: [] },
    scopes: ['openid', 'email', 'profile', 'groups'],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['a key of the cookies'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ ...made.user, sub }) as never }),
  };
  return new Provider(made.issuer, configuration);
}

function listening(server: Server): Promise<number> {
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done((server.address() as { readonly port: number }).port)));
}
